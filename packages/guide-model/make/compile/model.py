"""The model as TVM compiles it: a Llama-style decoder whose products are the kernels of this folder."""

import tvm
from tvm import relax
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import Tensor, op

from compile.kernels.matrix_products import add_matrix_product, norm_matrix_product, swiglu_matrix_product
from compile.kernels.row_products import add_row_product, norm_row_product, swiglu_row_product
from compile.kernels.softmax import softmax_with_temperature
from compile.kv_cache import create_kv_cache
from guide.shape import (
    HEAD_DIM,
    HEADS,
    HIDDEN,
    INTERMEDIATE,
    KEY_VALUE_HEADS,
    LAYERS,
    QKV_COLUMNS,
    VOCABULARY,
    parameter_shapes,
)

ATTENTION_WIDTH = HEADS * HEAD_DIM


class Block(nn.Module):
    """One layer. Decoding one row and prefilling many take different kernels."""

    def __init__(self, layer: int) -> None:
        shapes = parameter_shapes()
        self.layer = layer
        self.qkv = nn.Parameter(shapes[f"blocks.{layer}.qkv"], "float32")
        self.out = nn.Parameter(shapes[f"blocks.{layer}.out"], "float32")
        self.gate_up = nn.Parameter(shapes[f"blocks.{layer}.gate_up"], "float32")
        self.down = nn.Parameter(shapes[f"blocks.{layer}.down"], "float32")

    def decode(self, x: Tensor, cache: nn.Object) -> Tensor:
        """x: (1, HIDDEN)."""
        qkv = _kernel(norm_row_product(HIDDEN, QKV_COLUMNS, 2), "decode_qkv", [x, self.qkv], (1, QKV_COLUMNS))
        attended = self._attend(qkv, cache)
        x = _kernel(add_row_product(ATTENTION_WIDTH, HIDDEN, 2), "decode_out", [attended, self.out, x], (1, HIDDEN))
        inner = _kernel(swiglu_row_product(HIDDEN, INTERMEDIATE), "decode_swiglu", [x, self.gate_up], (1, INTERMEDIATE))
        return _kernel(add_row_product(INTERMEDIATE, HIDDEN, 2), "decode_down", [inner, self.down, x], (1, HIDDEN))

    def prefill(self, x: Tensor, cache: nn.Object) -> Tensor:
        """x: (n, HIDDEN)."""
        n = x.shape[0]
        qkv = _kernel(norm_matrix_product(HIDDEN, QKV_COLUMNS), "prefill_qkv", [x, self.qkv], (n, QKV_COLUMNS))
        attended = self._attend(qkv, cache)
        x = _kernel(add_matrix_product(ATTENTION_WIDTH, HIDDEN), "prefill_out", [attended, self.out, x], (n, HIDDEN))
        inner = _kernel(
            swiglu_matrix_product(HIDDEN, INTERMEDIATE), "prefill_swiglu", [x, self.gate_up], (n, INTERMEDIATE)
        )
        return _kernel(add_matrix_product(INTERMEDIATE, HIDDEN), "prefill_down", [inner, self.down, x], (n, HIDDEN))

    def _attend(self, qkv: Tensor, cache: nn.Object) -> Tensor:
        """(n, QKV_COLUMNS) → (n, ATTENTION_WIDTH); the new keys and values go into the cache."""
        n = qkv.shape[0]
        qkv = _view(qkv, (n, HEADS + 2 * KEY_VALUE_HEADS, HEAD_DIM))
        attended = relax.call_dps_packed(
            "vm.builtin.attention_kv_cache_attention_with_fused_qkv",
            [cache._expr, relax.prim_value(self.layer), relax.prim_value(HEAD_DIM**-0.5), qkv._expr],
            out_ty=relax.TensorType((n, HEADS, HEAD_DIM), "float32"),
        )
        return _view(nn.wrap_nested(attended, name="attended"), (n, ATTENTION_WIDTH))


class Guide(nn.Module):
    """The functions that web-llm calls by name."""

    def __init__(self) -> None:
        # One column a token, for both ends of the model.
        self.table = nn.Parameter(parameter_shapes()["table"], "float32")
        self.blocks = nn.ModuleList([Block(layer) for layer in range(LAYERS)])

    def embed(self, ids: Tensor) -> Tensor:
        """(n,) → (n, HIDDEN)."""

        def columns(table, token_ids):
            return tvm.te.compute((token_ids.shape[0], HIDDEN), lambda row, h: table[h, token_ids[row]], name="embed")

        return op.tensor_expr_op(columns, "embed", [self.table, ids])

    def prefill(self, x: Tensor, cache: nn.Object):
        x = _view(x, (x.shape[1], HIDDEN))
        for block in self.blocks:
            x = block.prefill(x, cache)
        return self._logits(x), cache

    def decode(self, x: Tensor, cache: nn.Object):
        x = _view(x, (1, HIDDEN))
        for block in self.blocks:
            x = block.decode(x, cache)
        return self._logits(x), cache

    def softmax_with_temperature(self, logits: Tensor, temperature: Tensor) -> Tensor:
        shape = (logits.shape[0], 1, VOCABULARY)
        return _kernel(softmax_with_temperature, "softmax", [logits, temperature], shape)

    def create_tir_paged_kv_cache(self, max_sequences, max_tokens, prefill_chunk, page_size, sliding_window):
        return create_kv_cache(max_sequences, max_tokens, prefill_chunk, page_size, sliding_window)

    def _logits(self, x: Tensor) -> Tensor:
        """(n, HIDDEN) → (1, 1, VOCABULARY): the kernel looks at the last row only."""
        logits = _kernel(norm_row_product(HIDDEN, VOCABULARY, 4), "logits", [x, self.table], (1, VOCABULARY))
        return _view(logits, (1, 1, VOCABULARY))


def _kernel(function, name: str, arguments: list[Tensor], result_shape) -> Tensor:
    result = Tensor.placeholder(result_shape, "float32")
    return op.tensor_ir_op(function.without_attr("global_symbol"), name, arguments, result)


def _view(x: Tensor, shape) -> Tensor:
    """A reshape that only renames the buffer: `op.reshape` becomes a copy kernel."""
    new_shape = relax.ShapeExpr(shape)
    view = relax.call_pure_packed(
        "vm.builtin.reshape", x._expr, new_shape, ty_args=relax.TensorType(new_shape, x.dtype)
    )
    return nn.wrap_nested(view, name="view")
