"""Spelling words and counting their letters."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import NUMBER_WORDS, capitalise

_DATA = load("spelling")
WORDS: list[str] = _DATA["words"]


def spelling(rng: Random) -> Turn:
    word = pick(rng, WORDS)
    spelled = "-".join(word.upper())
    if rng.random() < 0.55:
        question = expand(rng, _DATA["spell"], w=word)
        # One alternative names the word itself, and needs it no second time.
        question = question.replace(f"is {word} spelled, i mean {word}", f"is {word} spelled")
        message = as_typed(rng, question, [word])
        return message, spelled + ("." if rng.random() < 0.3 else "")
    message = as_typed(rng, expand(rng, _DATA["letters"], w=word), [word])
    written = capitalise(word) if word in ("monday", "sunday") else word
    count = NUMBER_WORDS[len(word)] if len(word) <= 12 else str(len(word))
    return message, f'"{written}" has {count} letters: {spelled}.'
