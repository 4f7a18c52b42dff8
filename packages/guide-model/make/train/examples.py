"""Conversations as tokens and labels."""

from random import Random
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from corpus.training_stream import training_conversations
from guide.chat_format import TURN_END, TURN_START, conversation_text
from guide.shape import CONTEXT

# The label of a token whose successor the model is not trained to say.
NO_LABEL = -100


class Examples(NamedTuple):
    """Conversations one after another: `ids` and `labels` (tokens,), and the `lengths` (conversations,)."""

    ids: np.ndarray
    labels: np.ndarray
    lengths: np.ndarray


def conversation_texts(seed: int, number: int) -> list[str]:
    return [conversation_text(system, turns) for system, turns in training_conversations(seed, number)]


def encode_conversations(tokenizer_file: str, seed: int, number: int) -> Examples:
    """Labels are what Guide says, with the end of its turn.

    In half of the longer conversations the model does not get to see the ends of earlier answers, because web-llm's
    reuse of the KV cache never feeds them.
    """
    tokenizer = Tokenizer.from_file(tokenizer_file)
    rng = Random(seed)
    ids: list[np.ndarray] = []
    labels: list[np.ndarray] = []
    for encoding in tokenizer.encode_batch(conversation_texts(seed, number), add_special_tokens=False):
        conversation, labelled, ends = _label(tokenizer, encoding.ids)
        if ends and rng.random() < 0.5:
            conversation, labelled = np.delete(conversation, ends), np.delete(labelled, ends)
        ids.append(conversation[:CONTEXT])
        labels.append(labelled[:CONTEXT])
    lengths = np.array([len(conversation) for conversation in ids])
    return Examples(np.concatenate(ids), np.concatenate(labels), lengths)


def _label(tokenizer: Tokenizer, encoded: list[int]) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Tokens, labels, and the places of the ends of all answers but the last, each with the line end after it."""
    turn_start, turn_end, line_end, assistant = _marks(tokenizer)
    if encoded[-1] == line_end:
        encoded = encoded[:-1]
    ids = np.array(encoded, dtype=np.int16)
    labels = np.full(len(ids), NO_LABEL, np.int16)
    turn_ends = np.flatnonzero(ids == turn_end)
    earlier_ends: list[int] = []
    for start in np.flatnonzero(ids == turn_start):
        if start + 1 == len(ids) or ids[start + 1] != assistant:
            continue
        # The line end after "assistant" is the token that the answer's first one follows.
        first = start + 2
        end = int(turn_ends[np.searchsorted(turn_ends, first)])
        labels[first:end] = ids[first + 1 : end + 1]
        if end + 2 < len(ids):
            earlier_ends += [end, end + 1]
    return ids, labels, earlier_ends


def _marks(tokenizer: Tokenizer) -> tuple[int, int, int, int]:
    """The tokens of a turn's start and end, of a line end ("Ċ" in byte-level BPE) and of the word "assistant"."""
    marks = [tokenizer.token_to_id(text) for text in (TURN_START, TURN_END, "Ċ", "assistant")]
    assert None not in marks, "the tokenizer has no single token for a mark of the format"
    return tuple(marks)
