"""Facts asked in many ways: capitals, animals, colours, opposites, planets, the calendar."""

from collections.abc import Callable
from random import Random

from corpus.calendar_facts import day_fact, month_fact
from corpus.data_files import load
from corpus.ordinals import ORDINALS
from corpus.template import choose_by_share, expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import capitalise, with_article

_ASK = load("fact-questions")
_TABLES: dict[str, dict[str, str]] = load("fact-tables") | load("fact-tables-more")
_FIXED: list[dict[str, list[str]]] = load("fact-answers")["fact"] + load("fact-answers-more")["fact"]
_CAPITALS = _TABLES["capitals"]
_PLANETS = list(_TABLES["planets"])

_IRREGULAR_PLURALS = {"fox": "foxes", "mouse": "mice", "fish": "fish"}


def fact(rng: Random) -> Turn:
    return choose_by_share(rng.random(), _KINDS)(rng)


def two_capitals(rng: Random) -> list[Turn]:
    """A capital, and then only "and of Spain?"."""
    first, second = rng.sample(list(_CAPITALS), 2)
    question = as_typed(rng, expand(rng, _ASK["capital"]["first_of_two"], c=first))
    follow_up = as_typed(rng, expand(rng, _ASK["capital"]["second_of_two"], d=second))
    return [(question, _capital_answer(first)), (follow_up, _capital_answer(second))]


def _capital_answer(country: str) -> str:
    return f"The capital of {country} is {_CAPITALS[country]}."


def _capital(rng: Random) -> Turn:
    ask = _ASK["capital"]
    country = pick(rng, list(_CAPITALS))
    capital = _CAPITALS[country]
    asked_country = country if rng.random() < 0.8 else country.removeprefix("the ")
    if country == "the United States" and rng.random() < 0.5:
        asked_country = pick(rng, ["usa", "the usa", "america", "the us"])
    if country == "the United Kingdom" and rng.random() < 0.4:
        asked_country = pick(rng, ["uk", "the uk", "great britain"])
    if rng.random() < 0.82:
        template = pick(rng, [ask["question"], ask["question_short"], ask["question_bare"]])
        question = as_typed(rng, expand(rng, template, c=asked_country))
        if rng.random() < 0.9:
            return question, _capital_answer(country)
        return question, f"{capital} is the capital of {country}."
    question = as_typed(rng, expand(rng, ask["reverse_question"], k=capital))
    return question, f"{capital} is the capital of {country}."


def _sound(rng: Random) -> Turn:
    animal, sound = _entry(rng, "sounds")
    question = _ask_about(rng, "sound", animal)
    verb = "makes" if sound.startswith("a ") else "says"
    return question, f"{capitalise(with_article(animal))} {verb} {sound}."


def _young(rng: Random) -> Turn:
    animal, young = _entry(rng, "young")
    return _ask_about(rng, "young", animal), f"A baby {animal} is called {with_article(young)}."


def _legs(rng: Random) -> Turn:
    animal, legs = _entry(rng, "legs")
    return _ask_about(rng, "legs", animal), f"{capitalise(with_article(animal))} has {legs} legs."


def _colour(rng: Random) -> Turn:
    thing, colour = _entry(rng, "colours")
    return _ask_about(rng, "colour", thing), f"{capitalise(thing)} is {colour}."


def _opposite(rng: Random) -> Turn:
    word, opposite = _entry(rng, "opposites")
    question = as_typed(rng, expand(rng, _ASK["opposite"]["question"], a=word), [word])
    return question, f"The opposite of {word} is {opposite}."


def _food(rng: Random) -> Turn:
    animal, food = _entry(rng, "food")
    return _ask_about(rng, "food", animal), f"{capitalise(with_article(animal))} eats {food}."


def _home(rng: Random) -> Turn:
    animal, home = _entry(rng, "homes")
    return _ask_about(rng, "home", animal), f"{capitalise(with_article(animal))} lives {home}."


def _entry(rng: Random, table: str) -> tuple[str, str]:
    key = pick(rng, list(_TABLES[table]))
    return key, _TABLES[table][key]


def _ask_about(rng: Random, kind: str, thing: str) -> str:
    plural = _IRREGULAR_PLURALS.get(thing, f"{thing}s")
    template = _ASK[kind]["question"]
    return as_typed(rng, expand(rng, template, a=thing, aa=with_article(thing), many=plural))


def _planet(rng: Random) -> Turn:
    ask = _ASK["planet"]
    planet = pick(rng, _PLANETS)
    index = _PLANETS.index(planet)
    if rng.random() < 0.5:
        question = as_typed(rng, expand(rng, ask["question"], p=planet))
        return question, f"{planet} is {_TABLES['planets'][planet]}."
    template = ask["place_question"] if rng.random() < 0.5 else ask["place_question_short"]
    question = as_typed(rng, expand(rng, template, o=ORDINALS[index], n=index + 1))
    return question, f"{planet} is the {ORDINALS[index]} planet from the Sun."


def _fixed(rng: Random) -> Turn:
    entry = pick(rng, _FIXED)
    question = expand(rng, pick(rng, entry["asked"])) + expand(rng, "[|||?]")
    return as_typed(rng, question), pick(rng, entry["answers"])


_KINDS: list[tuple[float, Callable[[Random], Turn]]] = [
    (0.27, _capital),
    (0.37, _sound),
    (0.44, _young),
    (0.5, _legs),
    (0.58, _colour),
    (0.66, _opposite),
    (0.71, _food),
    (0.75, _home),
    (0.79, _planet),
    (0.86, day_fact),
    (0.93, month_fact),
    (1, _fixed),
]
