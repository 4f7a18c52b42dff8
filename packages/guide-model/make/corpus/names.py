"""First names, known and invented."""

from random import Random

from corpus.data_files import load
from corpus.template import pick
from corpus.wording import capitalise

_DATA = load("names")


def draw_name(rng: Random) -> str:
    """A known name in two of five draws. Invented ones make the model copy a name instead of recalling it."""
    share = rng.random()
    if share < 0.2:
        return pick(rng, _DATA["he"])
    if share < 0.4:
        return pick(rng, _DATA["she"])
    name = _from_syllables(rng) if share < 0.62 else _from_letters(rng)
    # One more draw belongs to an invented name in the conversations of the committed weights.
    rng.random()
    return capitalise(name)


def _from_syllables(rng: Random) -> str:
    syllables = 2 if rng.random() < 0.75 else 3
    name = "".join(pick(rng, _DATA["syllables"]) for _ in range(syllables))
    return name + pick(rng, _DATA["endings"])


def _from_letters(rng: Random) -> str:
    name = ""
    vowel_next = rng.random() < 0.25
    for _ in range(rng.randint(3, 7)):
        name += pick(rng, _DATA["vowels"] if vowel_next else _DATA["consonants"])
        vowel_next = not vowel_next
    return name
