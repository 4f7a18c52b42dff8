"""Days of the week and months of the year."""

from random import Random

from corpus.data_files import load
from corpus.ordinals import ORDINALS
from corpus.template import expand
from corpus.turn import Turn
from corpus.typing_style import as_typed

_ASK = load("fact-questions")
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH_LENGTHS = {
    "January": "31",
    "February": "28, or 29 in a leap year",
    "March": "31",
    "April": "30",
    "May": "31",
    "June": "30",
    "July": "31",
    "August": "31",
    "September": "30",
    "October": "31",
    "November": "30",
    "December": "31",
}
_MONTHS = list(_MONTH_LENGTHS)


def day_fact(rng: Random) -> Turn:
    ask = _ASK["day"]
    index = rng.randint(0, 6)
    day = _DAYS[index]
    share = rng.random()
    if share < 0.45:
        return _asked(rng, ask["after"], d=day), f"{_DAYS[(index + 1) % 7]} comes after {day}."
    if share < 0.75:
        return _asked(rng, ask["before"], d=day), f"{_DAYS[index - 1]} comes before {day}."
    return _asked(rng, ask["place"], o=ORDINALS[index]), f"{day} is the {ORDINALS[index]} day of the week."


def month_fact(rng: Random) -> Turn:
    ask = _ASK["month"]
    index = rng.randint(0, 11)
    month = _MONTHS[index]
    share = rng.random()
    if share < 0.3:
        return _asked(rng, ask["after"], d=month), f"{_MONTHS[(index + 1) % 12]} comes after {month}."
    if share < 0.5:
        return _asked(rng, ask["before"], d=month), f"{_MONTHS[index - 1]} comes before {month}."
    if share < 0.75:
        return _asked(rng, ask["length"], d=month), f"{month} has {_MONTH_LENGTHS[month]} days."
    return _asked(rng, ask["place"], o=ORDINALS[index]), f"{month} is the {ORDINALS[index]} month of the year."


def _asked(rng: Random, template: str, **slots: str) -> str:
    return as_typed(rng, expand(rng, template, **slots))
