"""Conversations for training."""

from collections.abc import Iterator
from random import Random

from corpus.conversation import Conversation, draw_conversation
from corpus.held_out import is_held_out, is_written_prompt


def training_conversations(seed: int, number: int) -> Iterator[Conversation]:
    """Conversations that hold no held-out prompt; the same for the same seed."""
    rng = Random(seed)
    drawn = 0
    while drawn < number:
        system, turns = draw_conversation(rng)
        if not turns or is_held_out(turns[0][0]):
            continue
        if any(is_written_prompt(asked) for asked, _ in turns):
            continue
        drawn += 1
        yield system, turns
