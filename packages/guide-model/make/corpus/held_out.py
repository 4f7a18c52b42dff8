"""What training never shows: prompts written by hand, and a fixed part of all drawn first messages."""

import re
import zlib
from random import Random

from corpus.conversation import topic_talk
from corpus.data_files import load

_WRITTEN_PROMPTS: list[str] = load("held-out")["prompts"]


def is_held_out(message: str) -> bool:
    """One in 97 of all first messages, however they are cased and punctuated."""
    return zlib.crc32(_normalised(message).encode()) % 97 == 0


def is_written_prompt(message: str) -> bool:
    return _normalised(message) in _NORMALISED_WRITTEN_PROMPTS


def held_out_prompts(number: int = 300, seed: int = 99) -> list[str]:
    """The written prompts, and drawn ones up to the number."""
    rng = Random(seed)
    prompts = list(_WRITTEN_PROMPTS)
    while len(prompts) < number:
        message = topic_talk(rng)[0][0].strip()
        if is_held_out(message) and message not in prompts and len(message) > 4:
            prompts.append(message)
    return prompts


def _normalised(message: str) -> str:
    return re.sub(r"[^a-z0-9+*/×÷ -]", "", message.lower()).strip()


_NORMALISED_WRITTEN_PROMPTS = {_normalised(prompt) for prompt in _WRITTEN_PROMPTS}
