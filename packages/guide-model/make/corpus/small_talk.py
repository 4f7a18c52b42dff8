"""Small talk: greetings, thanks, who Guide is, what it cannot do."""

from random import Random

from corpus.data_files import load
from corpus.intents import IntentGroup, fill_answer
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import OPENING, as_typed

_INTENTS = IntentGroup(
    [
        "small-talk-greetings",
        "small-talk-about-guide",
        "small-talk-reactions",
        "small-talk-foreign-greetings",
        "small-talk-limits",
    ]
)
_DATA = load("conversation")


def small_talk(rng: Random) -> Turn:
    intent = _INTENTS.draw(rng)
    asked = expand(rng, pick(rng, intent.asked))
    message = asked
    if rng.random() < 0.25:
        message = asked + expand(rng, _DATA["small_talk_ending"])
    elif rng.random() < 0.12 and len(asked.split()) > 2:
        message = expand(rng, OPENING) + asked
    return as_typed(rng, message), fill_answer(rng, pick(rng, intent.answers), asked)


def unclear_follow_up(rng: Random) -> Turn:
    """A follow-up at the beginning of a talk, where there is nothing to follow."""
    question = expand(rng, _DATA["unclear"])
    return as_typed(rng, question), expand(rng, _DATA["unclear_answer"])
