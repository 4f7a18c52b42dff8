"""The model in PyTorch: float32 weights and residual stream, products in bfloat16."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from guide.shape import (
    CONTEXT,
    GROUP,
    HEAD_DIM,
    HEADS,
    HIDDEN,
    INTERMEDIATE,
    KEY_VALUE_HEADS,
    LAYERS,
    NORM_EPSILON,
    ROPE_THETA,
    VOCABULARY,
)

_ATTENTION_WIDTH = HEADS * HEAD_DIM
_KEY_VALUE_WIDTH = KEY_VALUE_HEADS * HEAD_DIM
# Products that add to the residual stream begin smaller.
_RESIDUAL_SCALE = 0.3


class Guide(nn.Module):
    """All layers' weights of one kind lie in one tensor (LAYERS, inputs, outputs), as the optimizer takes them."""

    def __init__(self) -> None:
        super().__init__()
        # One row a token, for both ends of the model.
        self.embedding = _normal(VOCABULARY, HIDDEN, inputs=HIDDEN)
        self.query = _normal(LAYERS, HIDDEN, _ATTENTION_WIDTH, inputs=HIDDEN)
        self.key = _normal(LAYERS, HIDDEN, _KEY_VALUE_WIDTH, inputs=HIDDEN)
        self.value = _normal(LAYERS, HIDDEN, _KEY_VALUE_WIDTH, inputs=HIDDEN)
        self.out = _normal(LAYERS, _ATTENTION_WIDTH, HIDDEN, inputs=_ATTENTION_WIDTH, scale=_RESIDUAL_SCALE)
        self.gate = _normal(LAYERS, HIDDEN, INTERMEDIATE, inputs=HIDDEN)
        self.up = _normal(LAYERS, HIDDEN, INTERMEDIATE, inputs=HIDDEN)
        self.down = _normal(LAYERS, INTERMEDIATE, HIDDEN, inputs=INTERMEDIATE, scale=_RESIDUAL_SCALE)
        # RMSNorm gains; the last norm has none, because the table serves both ends.
        self.attention_gain = nn.Parameter(torch.ones(LAYERS, HIDDEN))
        self.feed_forward_gain = nn.Parameter(torch.ones(LAYERS, HIDDEN))
        frequencies = ROPE_THETA ** (-torch.arange(0, HEAD_DIM, 2) / HEAD_DIM)
        angles = torch.arange(CONTEXT)[:, None] * frequencies
        self.register_buffer("cosines", angles.cos()[:, None].float())
        self.register_buffer("sines", angles.sin()[:, None].float())

    def matrices(self) -> list[nn.Parameter]:
        """What Muon trains."""
        return [self.query, self.key, self.value, self.out, self.gate, self.up, self.down]

    def other_parameters(self) -> list[nn.Parameter]:
        """What AdamW trains."""
        return [self.embedding, self.attention_gain, self.feed_forward_gain]

    def forward(self, ids: Tensor) -> Tensor:
        """(batch, tokens) → logits (batch, tokens, VOCABULARY)."""
        x = F.embedding(ids, self.embedding)
        for layer in range(LAYERS):
            x = x + self._attention(x, layer).float()
            x = x + self._feed_forward(x, layer).float()
        return _normalised(x, 1.0) @ self.embedding.bfloat16().T

    def _attention(self, x: Tensor, layer: int) -> Tensor:
        batch, tokens, _ = x.shape
        normalised = _normalised(x, self.attention_gain[layer])
        queries = self._heads(normalised @ self.query[layer].bfloat16(), HEADS)
        keys = self._heads(normalised @ self.key[layer].bfloat16(), KEY_VALUE_HEADS)
        values = (normalised @ self.value[layer].bfloat16()).view(batch, tokens, KEY_VALUE_HEADS, HEAD_DIM)
        attended = F.scaled_dot_product_attention(
            queries.transpose(1, 2),
            keys.repeat_interleave(GROUP, 2).transpose(1, 2),
            values.repeat_interleave(GROUP, 2).transpose(1, 2),
            is_causal=True,
        )
        return attended.transpose(1, 2).reshape(batch, tokens, _ATTENTION_WIDTH) @ self.out[layer].bfloat16()

    def _feed_forward(self, x: Tensor, layer: int) -> Tensor:
        normalised = _normalised(x, self.feed_forward_gain[layer])
        gate = F.silu(normalised @ self.gate[layer].bfloat16())
        return (gate * (normalised @ self.up[layer].bfloat16())) @ self.down[layer].bfloat16()

    def _heads(self, x: Tensor, heads: int) -> Tensor:
        """(batch, tokens, heads HEAD_DIM) → (batch, tokens, heads, HEAD_DIM), with rotary embedding."""
        batch, tokens, _ = x.shape
        cosines, sines = self.cosines[:tokens], self.sines[:tokens]
        first, second = x.view(batch, tokens, heads, HEAD_DIM).float().chunk(2, -1)
        rotated = torch.cat([first * cosines - second * sines, second * cosines + first * sines], -1)
        return rotated.bfloat16()

    @torch.no_grad()
    def served_weights(self) -> dict[str, np.ndarray]:
        """The weights as the library takes them: each norm's gain is multiplied into the rows after it."""
        weights = {"table": self.embedding.T}
        for layer in range(LAYERS):
            qkv = torch.cat([self.query[layer], self.key[layer], self.value[layer]], 1)
            gate_up = torch.cat([self.gate[layer], self.up[layer]], 1)
            weights[f"blocks.{layer}.qkv"] = self.attention_gain[layer][:, None] * qkv
            weights[f"blocks.{layer}.out"] = self.out[layer]
            weights[f"blocks.{layer}.gate_up"] = self.feed_forward_gain[layer][:, None] * gate_up
            weights[f"blocks.{layer}.down"] = self.down[layer]
        return {name: weight.float().cpu().numpy() for name, weight in weights.items()}


def _normal(*shape: int, inputs: int, scale: float = 1.0) -> nn.Parameter:
    return nn.Parameter(torch.randn(*shape) * (inputs**-0.5 * scale))


def _normalised(x: Tensor, gain: Tensor | float) -> Tensor:
    """RMSNorm, computed in float32."""
    scale = torch.rsqrt(x.float().square().mean(-1, keepdim=True) + NORM_EPSILON)
    return (x.float() * scale * gain).bfloat16()
