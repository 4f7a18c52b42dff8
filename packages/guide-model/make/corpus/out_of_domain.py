"""What is beyond a small model: Guide says so and names Quick Mode."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import REQUEST, as_typed
from corpus.wording import capitalise

_DATA = load("out-of-domain")
_DECLINE: dict[str, list[str]] = _DATA["decline"]
_THINGS: dict[str, list[str]] = load("out-of-domain-things")
# The first two ways to ask for a topic are the broadest.
_BROADEST, _BROAD, *_OTHERS = _DATA["topic_questions"]
_TOPIC_QUESTIONS = [_BROADEST] * 5 + [_BROAD] * 3 + _OTHERS


def out_of_domain(rng: Random) -> Turn:
    share = rng.random()
    if share < 0.36:
        return _topic(rng)
    if share < 0.44:
        question = as_typed(rng, _question_about_person(rng))
    elif share < 0.64:
        task = pick(rng, _THINGS["tasks"])
        request = expand(rng, REQUEST) + task + expand(rng, _DATA["task_ending"])
        return as_typed(rng, request), expand(rng, pick(rng, _DECLINE["task"]))
    else:
        question = as_typed(rng, expand(rng, pick(rng, _DATA["mixed_questions"])))
    return question, expand(rng, pick(rng, _DECLINE["any"]))


def _topic(rng: Random) -> Turn:
    topic = pick(rng, _THINGS["topics"])
    question = as_typed(rng, expand(rng, pick(rng, _TOPIC_QUESTIONS), t=topic))
    decline = _DECLINE["topic"] if rng.random() < 0.45 else _DECLINE["any"]
    return question, expand(rng, pick(rng, decline), t=topic, T=capitalise(topic))


def _question_about_person(rng: Random) -> str:
    person = pick(rng, _THINGS["people"])
    return expand(rng, pick(rng, _DATA["person_questions"]), t=person)
