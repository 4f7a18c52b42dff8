"""What people tell about themselves, and ask for later in the same talk."""

from random import Random

from corpus.about_app import app_question
from corpus.data_files import load
from corpus.facts import fact
from corpus.names import draw_name
from corpus.small_talk import small_talk
from corpus.story_cast import ANIMALS, draw_cast
from corpus.story_text import story_text
from corpus.sums import sum_turn
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import capitalise, with_article

_DATA = load("memory")
_PETS = ANIMALS[:40]


def memory_talk(rng: Random) -> list[Turn]:
    """Two or three turns: told, maybe something else, then asked."""
    share = rng.random()
    if share < 0.6:
        return _own_name(rng)
    if share < 0.8:
        return _favourite_colour(rng)
    if share < 0.93:
        return _pet(rng)
    if rng.random() < 0.5:
        question = as_typed(rng, expand(rng, _DATA["name"]["untold_question"]))
        return [(question, expand(rng, _DATA["name"]["untold_answer"]))]
    return [_choice(rng)]


def _own_name(rng: Random) -> list[Turn]:
    texts = _DATA["name"]
    name = draw_name(rng)
    told = as_typed(rng, expand(rng, texts["told"], n=name), [name])
    name = _as_written(told, name)
    turns = [(told, expand(rng, texts["welcome"], n=name))]
    if rng.random() < 0.45:
        return turns
    if rng.random() < 0.35:
        turns.append(_something_else(rng))
    question = as_typed(rng, expand(rng, texts["question"]))
    return [*turns, (question, expand(rng, texts["answer"], n=name))]


def _favourite_colour(rng: Random) -> list[Turn]:
    texts = _DATA["colour"]
    colour = pick(rng, texts["colours"])
    slots = {"c": colour, "C": capitalise(colour)}
    told = as_typed(rng, expand(rng, texts["told"], c=colour), [colour])
    turns = [(told, expand(rng, texts["welcome"], **slots))]
    if rng.random() < 0.4:
        return turns
    if rng.random() < 0.3:
        turns.append(_something_else(rng))
    question = as_typed(rng, expand(rng, texts["question"]))
    return [*turns, (question, expand(rng, texts["answer"], **slots))]


def _pet(rng: Random) -> list[Turn]:
    texts = _DATA["pet"]
    pet = pick(rng, _PETS)
    name = draw_name(rng)
    told = as_typed(rng, expand(rng, texts["told"], ak=with_article(pet), n=name), [name, pet])
    name = _as_written(told, name)
    welcome = expand(rng, texts["welcome"], n=name, k=pet, ak=with_article(pet))
    turns = [(told, welcome)]
    story_offered = "Shall" in welcome
    if rng.random() < 0.45 or not story_offered:
        return turns
    yes = as_typed(rng, expand(rng, texts["yes"]))
    return [*turns, (yes, story_text(rng, draw_cast(rng, being=pet, hero=name)))]


def _choice(rng: Random) -> Turn:
    texts = _DATA["choice"]
    first, second = rng.sample(texts["choices"], 2)
    question = as_typed(rng, expand(rng, texts["question"], c=first, d=second))
    return question, expand(rng, texts["answer"], c=first, d=second, C=capitalise(first))


def _something_else(rng: Random) -> Turn:
    return pick(rng, [small_talk, fact, sum_turn, app_question])(rng)


def _as_written(message: str, name: str) -> str:
    """The name as it stands in the message, where apostrophes may be gone, with a capital first."""
    for word in message.split():
        bare = word.strip(".!?,")
        if bare.lower() == name.lower():
            return capitalise(bare.lower())
    return capitalise(name.lower())
