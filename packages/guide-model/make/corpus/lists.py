"""Lists of things."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import NUMBER_WORDS, capitalise

_DATA = load("lists")
_ASK: dict[str, str] = _DATA["ask"]
_ITEMS: dict[str, list[str]] = _DATA["items"]
_IN_ORDER = set(_DATA["in_order"])


def list_talk(rng: Random) -> list[Turn]:
    """A list, and sometimes another one."""
    turns = [_list(rng)]
    if rng.random() < 0.2:
        topic, items, count, _ = _draw(rng)
        question = expand(rng, _ASK["again"], N=count, k=topic)
        answer = _bullets_or_sentence(rng, items)
        turns.append((as_typed(rng, question), answer))
    return turns


def _list(rng: Random) -> Turn:
    topic, items, count, share = _draw(rng)
    if share < 0.7:
        question = expand(rng, _ASK["counted"], N=count, k=topic)
        answer = _bullets_or_sentence(rng, items)
    elif share < 0.82:
        question = expand(rng, _ASK["bullets"], N=count, k=topic)
        answer = _bullets(items)
    elif share < 0.92:
        question = expand(rng, _ASK["numbered"], N=count, k=topic)
        answer = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    else:
        items = _choose(rng, topic, 3)
        question = expand(rng, _ASK["some"], k=topic)
        answer = _bullets_or_sentence(rng, items)
    return as_typed(rng, question), answer


def _draw(rng: Random) -> tuple[str, list[str], str, float]:
    """A topic, its items, their number as a person writes it, and a draw for the form of the question."""
    topic = pick(rng, list(_ITEMS))
    length = min(len(_ITEMS[topic]), rng.randint(2, 6))
    items = _choose(rng, topic, length)
    count = pick(rng, [str(length), NUMBER_WORDS[length], NUMBER_WORDS[length]])
    return topic, items, count, rng.random()


def _choose(rng: Random, topic: str, length: int) -> list[str]:
    items = _ITEMS[topic]
    return items[:length] if topic in _IN_ORDER else rng.sample(items, length)


def _bullets_or_sentence(rng: Random, items: list[str]) -> str:
    if rng.random() < 0.75:
        return _bullets(items)
    return capitalise(f"{', '.join(items[:-1])} and {items[-1]}.")


def _bullets(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
