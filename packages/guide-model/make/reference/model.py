"""The forward pass in float32, one layer after another, written to be read."""

import numpy as np

from guide.shape import (
    GROUP,
    HEAD_DIM,
    HEADS,
    KEY_VALUE_HEADS,
    LAYERS,
    NORM_EPSILON,
    ROPE_THETA,
)


class Model:
    """A conversation in progress: the weights, and the keys and values of all tokens so far."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self._weights = weights
        # Per layer: (tokens, KEY_VALUE_HEADS, HEAD_DIM).
        nothing = np.zeros((0, KEY_VALUE_HEADS, HEAD_DIM), "float32")
        self._keys = [nothing] * LAYERS
        self._values = [nothing] * LAYERS

    def feed(self, ids: list[int]) -> np.ndarray:
        """Takes n more tokens and gives the logits (VOCABULARY,) after the last."""
        table = self._weights["table"]
        first = len(self._keys[0])
        positions = np.arange(first, first + len(ids))
        x = table.T[ids]
        for layer in range(LAYERS):
            x = x + self._attention(x, layer, positions)
            x = x + self._feed_forward(x, layer)
        return _normalised(x[-1]) @ table

    def _attention(self, x: np.ndarray, layer: int, positions: np.ndarray) -> np.ndarray:
        """(n, HIDDEN) → (n, HIDDEN)."""
        n = len(x)
        qkv = _normalised(x) @ self._weight(layer, "qkv")
        qkv = qkv.reshape(n, HEADS + 2 * KEY_VALUE_HEADS, HEAD_DIM)
        queries, keys, values = np.split(qkv, [HEADS, HEADS + KEY_VALUE_HEADS], axis=1)
        queries = _rotated(queries, positions)
        self._keys[layer] = np.concatenate([self._keys[layer], _rotated(keys, positions)])
        self._values[layer] = np.concatenate([self._values[layer], values])
        in_future = np.arange(len(self._keys[layer]))[None] > positions[:, None]
        attended = np.zeros((n, HEADS, HEAD_DIM), "float32")
        for head in range(HEADS):
            head_keys = self._keys[layer][:, head // GROUP]
            head_values = self._values[layer][:, head // GROUP]
            scores = queries[:, head] @ head_keys.T * HEAD_DIM**-0.5
            scores[in_future] = -1e9
            attended[:, head] = _softmax(scores) @ head_values
        return attended.reshape(n, -1) @ self._weight(layer, "out")

    def _feed_forward(self, x: np.ndarray, layer: int) -> np.ndarray:
        """SwiGLU: (n, HIDDEN) → (n, HIDDEN)."""
        gate, up = np.split(_normalised(x) @ self._weight(layer, "gate_up"), 2, axis=-1)
        return (gate / (1 + np.exp(-gate)) * up) @ self._weight(layer, "down")

    def _weight(self, layer: int, name: str) -> np.ndarray:
        return self._weights[f"blocks.{layer}.{name}"]


def _normalised(x: np.ndarray) -> np.ndarray:
    """RMSNorm without its gain, which is in the rows of the next weight."""
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + NORM_EPSILON)


def _softmax(scores: np.ndarray) -> np.ndarray:
    exponentials = np.exp(scores - scores.max(-1, keepdims=True))
    return exponentials / exponentials.sum(-1, keepdims=True)


def _rotated(x: np.ndarray, positions: np.ndarray) -> np.ndarray:
    """Rotary embedding of (n, heads, HEAD_DIM); dimension d turns together with d + HEAD_DIM / 2."""
    frequencies = ROPE_THETA ** (-np.arange(0, HEAD_DIM, 2) / HEAD_DIM)
    angles = (positions[:, None] * frequencies)[:, None]
    cosines, sines = np.cos(angles), np.sin(angles)
    first, second = np.split(x, 2, axis=-1)
    rotated = np.concatenate([first * cosines - second * sines, second * cosines + first * sines], axis=-1)
    return rotated.astype("float32")
