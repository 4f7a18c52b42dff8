"""Two-line rhymes about a thing."""

from random import Random

from corpus.data_files import load
from corpus.story_cast import ANIMALS, PEOPLE, THINGS
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import capitalise, with_article

_DATA = load("rhymes")
_ASK: dict[str, str] = _DATA["ask"]
_FOLLOW_UP: dict[str, str] = _DATA["follow_up"]
_ABOUT: dict[str, str] = _DATA["about"]
_UNCOUNTABLE = set(_DATA["uncountable"])


def rhyme_talk(rng: Random) -> list[Turn]:
    """A rhyme, and often another one."""
    turns = [_rhyme(rng)]
    while rng.random() < 0.3 and len(turns) < 3:
        question, rhyme = _another_rhyme(rng)
        turns.append((as_typed(rng, question), rhyme))
    return turns


def _rhyme(rng: Random) -> Turn:
    thing = pick(rng, list(_ABOUT)) if rng.random() < 0.4 else pick(rng, ANIMALS + THINGS + PEOPLE)
    if rng.random() < 0.9:
        phrase = thing if thing in _UNCOUNTABLE else with_article(thing)
        template = _ASK["verb"] + _ASK["about"] + _ASK["about_ending"]
        question = expand(rng, template, x=thing, ax=phrase)
    elif rng.random() < 0.5:
        question = expand(rng, _ASK["short"], ax=with_article(thing))
    else:
        question = expand(rng, _ASK["verb"])
    return as_typed(rng, question), _couplet(rng, thing)


def _another_rhyme(rng: Random) -> Turn:
    thing = pick(rng, list(_ABOUT) + ANIMALS + THINGS)
    if rng.random() < 0.5:
        return expand(rng, _FOLLOW_UP["another"]), _couplet(rng, thing)
    return expand(rng, _FOLLOW_UP["about"], ax=with_article(thing)), _couplet(rng, thing)


def _couplet(rng: Random, thing: str) -> str:
    """Two lines with a Markdown line break between them."""
    if thing in _ABOUT and rng.random() < 0.7:
        text = _ABOUT[thing]
    else:
        phrase = with_article(thing)
        text = expand(rng, pick(rng, _DATA["about_anything"]), x=thing, ax=phrase, A=capitalise(phrase))
    return text.replace("/", "  \n")
