"""Weights from a fixed seed, made so that an answer goes on until it is stopped."""

import numpy as np
from guide.shape import LAYERS, parameter_shapes

_SEED = 0
# How much the first dimension of the residual stream says of a token: that it is text, or (negative) that it is not.
_TEXT = 4.0


def random_weights(tokenizer: dict) -> dict[str, np.ndarray]:
    random = np.random.default_rng(_SEED)
    weights = {
        name: random.standard_normal((inputs, outputs), "float32") / np.float32(inputs**0.5)
        for name, (inputs, outputs) in parameter_shapes().items()
    }
    for token, number in tokenizer["model"]["vocab"].items():
        weights["table"][0, number] = _TEXT if _is_text(token) else -_TEXT
    # No layer writes to that dimension, and the table serves both ends: text is followed by text.
    for layer in range(LAYERS):
        weights[f"blocks.{layer}.out"][:, 0] = 0
        weights[f"blocks.{layer}.down"][:, 0] = 0
    return weights


def _is_text(token: str) -> bool:
    """Not the special tokens, nor bytes that are no character of their own, with which web-llm holds text back."""
    # Ġ and Ċ stand for the space and for the line end, with which a question ends.
    return len(token) <= 2 and all(letter.isascii() or letter in "ĠĊ" for letter in token)
