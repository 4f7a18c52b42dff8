"""Templates: `[a|b|c]` is one of its alternatives, which may hold alternatives again; `{slot}` is filled last."""

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")
# A part is literal text, or a list of alternatives, each again a list of parts.
Part: TypeAlias = "str | list[list[Part]]"


def pick(rng: Random, items: Sequence[Item]) -> Item:
    return items[int(rng.random() * len(items))]


def choose_by_share(share: float, table: Sequence[tuple[float, Item]]) -> Item:
    """The entry of the first row whose upper bound lies above `share`, a draw between 0 and 1."""
    for bound, entry in table:
        if share < bound:
            return entry
    raise ValueError(f"no row of the table reaches {share}")


def expand(rng: Random, template: str, **slots: object) -> str:
    """One text of the template. Without slots, braces stay as they are."""
    text = _draw(rng, _parse(template))
    return text.format_map(slots) if slots else text


@cache
def _parse(template: str) -> list[Part]:
    parts, _ = _parse_parts(template, 0, inside_brackets=False)
    return parts


def _parse_parts(template: str, position: int, inside_brackets: bool) -> tuple[list[Part], int]:
    """Parts up to the end of the text or, inside brackets, up to the `|` or `]` behind them; and that position."""
    parts: list[Part] = []
    text = ""
    while position < len(template):
        character = template[position]
        if character == "[":
            if text:
                parts.append(text)
                text = ""
            alternatives, position = _parse_alternatives(template, position + 1)
            parts.append(alternatives)
        elif inside_brackets and character in "|]":
            break
        else:
            text += character
            position += 1
    if text:
        parts.append(text)
    return parts, position


def _parse_alternatives(template: str, position: int) -> tuple[list[list[Part]], int]:
    """Alternatives from behind `[`, and the position behind their `]`."""
    alternatives = []
    while True:
        parts, position = _parse_parts(template, position, inside_brackets=True)
        alternatives.append(parts)
        position += 1
        if template[position - 1] == "]":
            return alternatives, position


def _draw(rng: Random, parts: list[Part]) -> str:
    return "".join(part if isinstance(part, str) else _draw(rng, pick(rng, part)) for part in parts)
