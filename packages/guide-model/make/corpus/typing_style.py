"""How people type: no capitals, no full stop, other words, words left out, slips of the finger."""

import re
from collections.abc import Sequence
from random import Random

from corpus.data_files import load
from corpus.template import pick

_DATA = load("typing")
_SYNONYMS: dict[str, list[str]] = _DATA["synonyms"]
_FILLERS: list[str] = _DATA["fillers"]
_DROPPABLE = set(_DATA["droppable"])
OPENING: str = _DATA["opening"]
REQUEST: str = _DATA["request"]

# What a finger that slips hits instead: the next key in the upper row, another letter in the lower ones.
_SLIPPED_KEY = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoqsdfghjkxcvbnmas", strict=True))
_PUNCTUATION = "?.!,"


def as_typed(rng: Random, text: str, keep: Sequence[str] = ()) -> str:
    """The message as a person may type it. Words in `keep`, names for instance, keep their letters."""
    kept = {word.lower() for word in keep}
    if rng.random() < 0.45 and " " in text and "```" not in text:
        text = _reword(rng, text, kept)
    text = _change_case(rng, text)
    text = _change_ending(rng, text)
    text = _abbreviate(rng, text)
    if rng.random() < 0.12:
        text = _with_typos(rng, text, kept)
    return text


def _change_case(rng: Random, text: str) -> str:
    share = rng.random()
    if share < 0.42:
        return text.lower()
    if share < 0.445:
        return text.upper()
    if share < 0.8:
        return text[:1].upper() + text[1:]
    return text


def _change_ending(rng: Random, text: str) -> str:
    if rng.random() < 0.34:
        return text.rstrip("?.! ")
    if rng.random() < 0.05:
        return text.rstrip("?.!") + pick(rng, ["??", "!!", "...", " ?", " !", "?!"])
    return text


def _abbreviate(rng: Random, text: str) -> str:
    if rng.random() < 0.2:
        text = text.replace("'", "")
    if rng.random() < 0.06:
        text = re.sub(r"\byou\b", "u", text)
    if rng.random() < 0.05:
        text = re.sub(r"\bare\b", "r", text)
    if rng.random() < 0.04:
        text = re.sub(r"\bplease\b", pick(rng, ["pls", "plz"]), text)
    return text


def _with_typos(rng: Random, text: str, kept: set[str]) -> str:
    words = text.split(" ")
    typos = 1 if rng.random() < 0.8 else 2
    for _ in range(typos):
        index = int(rng.random() * len(words))
        if words[index].lower().strip(_PUNCTUATION) not in kept:
            words[index] = _typo(rng, words[index])
    return " ".join(words)


def _typo(rng: Random, word: str) -> str:
    """The word with two letters swapped, a letter lost, a letter doubled, or another key hit."""
    if len(word) < 4 or not word.isalpha():
        return word
    at = 1 + int(rng.random() * (len(word) - 2))
    share = rng.random()
    if share < 0.3:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if share < 0.6:
        return word[:at] + word[at + 1 :]
    if share < 0.8:
        return word[:at] + word[at] + word[at:]
    return word[:at] + _SLIPPED_KEY.get(word[at].lower(), word[at]) + word[at + 1 :]


def _reword(rng: Random, text: str, kept: set[str]) -> str:
    """Swap, slip in and leave out words, so that the model does not learn to wait for a single one of them."""
    words = text.split(" ")
    swap_share = rng.choice([0, 0.1, 0.25])
    filler_share = rng.choice([0, 0.03, 0.08])
    drop_share = rng.choice([0, 0, 0.04, 0.1])
    reworded: list[str] = []
    for index, word in enumerate(words):
        bare = word.lower().strip(_PUNCTUATION)
        if bare in kept:
            reworded.append(word)
            continue
        if rng.random() < drop_share and bare in _DROPPABLE and len(words) > 3:
            continue
        if bare in _SYNONYMS and rng.random() < swap_share:
            punctuation = word[len(word.rstrip(_PUNCTUATION)) :]
            word = pick(rng, _SYNONYMS[bare]) + punctuation
        if rng.random() < filler_share and index:
            reworded.append(pick(rng, _FILLERS))
        reworded.append(word)
    if rng.random() < 0.06:
        reworded.append(pick(rng, _FILLERS))
    return " ".join(reworded)
