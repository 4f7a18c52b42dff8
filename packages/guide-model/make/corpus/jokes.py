"""Jokes."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed

_DATA = load("jokes")
_ASK: dict[str, str] = _DATA["ask"]
_FOLLOW_UP: dict[str, str] = _DATA["follow_up"]


def joke_talk(rng: Random) -> list[Turn]:
    """A joke, and often more of them or a laugh."""
    turns = [_joke(rng)]
    while rng.random() < 0.3 and len(turns) < 4:
        another = expand(rng, _FOLLOW_UP["another"])
        joke = pick(rng, _DATA["jokes"])
        turns.append((as_typed(rng, another), joke))
    if rng.random() < 0.12:
        laughter = as_typed(rng, expand(rng, _FOLLOW_UP["laughter"]))
        turns.append((laughter, expand(rng, _FOLLOW_UP["laughter_answer"]).strip()))
    return turns


def _joke(rng: Random) -> Turn:
    if rng.random() < 0.12:
        about_cats = rng.random() < 0.5
        question = expand(rng, _ASK["about_animal"] + (_ASK["cats"] if about_cats else _ASK["dogs"]))
        message = as_typed(rng, question)
        return message, pick(rng, _DATA["cat_jokes"] if about_cats else _DATA["dog_jokes"])
    if rng.random() < 0.8:
        question = expand(rng, _ASK["verb"] + _ASK["verb_ending"])
    else:
        question = expand(rng, _ASK["bare"])
    return as_typed(rng, question), pick(rng, _DATA["jokes"])
