"""Questions about Tabmind itself."""

import re
from random import Random

from corpus.data_files import load
from corpus.intents import Intent, IntentGroup, fill_answer
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import OPENING, as_typed

_INTENTS = IntentGroup(
    [
        "about-app-overview",
        "about-app-models",
        "about-app-downloads",
        "about-app-troubles",
        "about-app-concepts",
        "about-app-controls",
        "about-app-practice",
    ]
)
_DATA = load("conversation")


def app_question(rng: Random) -> Turn:
    _, question, answer = _draw(rng)
    return as_typed(rng, question), answer


def app_question_with_follow_up(rng: Random) -> list[Turn]:
    """A question, and often a "why?" or a "thanks" after its answer."""
    intent, question, answer = _draw(rng)
    turns = [(as_typed(rng, question), answer)]
    if intent.more and rng.random() < 0.6:
        why = as_typed(rng, expand(rng, _DATA["why"]))
        turns.append((why, fill_answer(rng, pick(rng, intent.more))))
    elif rng.random() < 0.6:
        fine = as_typed(rng, expand(rng, _DATA["fine"]))
        turns.append((fine, expand(rng, _DATA["fine_answer"]).strip()))
    return turns


def _draw(rng: Random) -> tuple[Intent, str, str]:
    intent = _INTENTS.draw(rng)
    question = re.sub(" +", " ", expand(rng, pick(rng, intent.asked))).strip()
    if rng.random() < 0.3:
        question = expand(rng, OPENING) + question
    if rng.random() < 0.55 and question[-1] not in "?!":
        question += "?"
    if rng.random() < 0.1:
        question += expand(rng, _DATA["app_question_ending"])
    return intent, question, fill_answer(rng, pick(rng, intent.answers))
