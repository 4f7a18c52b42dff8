"""Markdown on request, and other small requests with a few fixed answers."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed

_DATA = load("markdown")


def markdown_turn(rng: Random) -> Turn:
    request = pick(rng, _DATA["request"])
    question = expand(rng, request["asked"]) + expand(rng, _DATA["ending"])
    return as_typed(rng, question), pick(rng, request["answers"])
