"""Intents: ways to ask for one thing, and what Guide says to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from corpus.data_files import load
from corpus.template import expand

_ABILITIES: str = load("conversation")["abilities"]


@dataclass(frozen=True)
class Intent:
    name: str
    weight: float
    asked: list[str]
    answers: list[str]
    # Answers to "why?" or "tell me more"; may be empty.
    more: list[str]


class IntentGroup:
    """Intents to draw from by weight, in the order of the files."""

    def __init__(self, file_names: Sequence[str]) -> None:
        self._intents = [
            Intent(
                entry["name"],
                entry["weight"],
                entry["asked"],
                entry["answers"],
                entry.get("more", []),
            )
            for file_name in file_names
            for entry in load(file_name)["intent"]
        ]
        self._cumulative_weights = list(accumulate(intent.weight for intent in self._intents))

    def draw(self, rng: Random) -> Intent:
        return rng.choices(self._intents, cum_weights=self._cumulative_weights)[0]


def fill_answer(rng: Random, template: str, question: str = "") -> str:
    """An answer: `{help}` becomes what Guide can do, `{same}` a greeting for the time of day named in `question`."""
    answer = expand(rng, template)
    answer = answer.replace("{help}", expand(rng, _ABILITIES)).replace("{same}", _greeting(question))
    return re.sub(" +", " ", answer).strip()


def _greeting(question: str) -> str:
    for time_of_day in ("morning", "evening", "afternoon"):
        if time_of_day in question:
            return f"Good {time_of_day}"
    return "Good day"
