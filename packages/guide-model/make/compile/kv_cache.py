"""The paged KV cache of TVM's runtime, with the kernels of this folder."""

import tvm
from tvm import relax
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn.llm.kv_cache import (
    AttnKind,
    RopeMode,
    _kv_cache_transpose_append,
    llama_rope_with_position_map,
)

from compile.kernels.decode_attention import attend_one_row
from compile.kernels.merge_attention import merge_attention
from compile.kernels.prefill_attention import attend_cached_positions, attend_new_positions
from guide.shape import HEAD_DIM, HEADS, KEY_VALUE_HEADS, LAYERS, ROPE_THETA

# Of layers with a sliding window of their own; this model has none.
_LAYER_SLIDING_WINDOW = 1024


def create_kv_cache(max_sequences, max_tokens, prefill_chunk, page_size, sliding_window) -> nn.Object:
    """The call that creates the cache; the parameters are those that web-llm passes."""
    builder = relax.BlockBuilder.current()

    def kernel(function, name: str) -> relax.Expr:
        return relax.Tuple([tvm.ir.StringImm("tirx"), builder.add_func(function, name)])

    unused = relax.Tuple([])
    append = builder.add_func(_kv_cache_transpose_append(KEY_VALUE_HEADS, HEAD_DIM, "float32"), "kv_cache_append")
    rope = llama_rope_with_position_map(ROPE_THETA, 1, HEAD_DIM, HEADS, KEY_VALUE_HEADS, "float32", {}, HEAD_DIM)
    cache = relax.call_pure_packed(
        "vm.builtin.paged_attention_kv_cache_create",
        relax.ShapeExpr([max_sequences, max_tokens, prefill_chunk, page_size, sliding_window, _LAYER_SLIDING_WINDOW]),
        relax.ShapeExpr([0, LAYERS]),
        relax.prim_value(HEADS),
        relax.prim_value(KEY_VALUE_HEADS),
        relax.prim_value(HEAD_DIM),
        relax.prim_value(HEAD_DIM),
        relax.ShapeExpr([int(AttnKind.MHA)] * LAYERS),
        relax.prim_value(False),
        relax.prim_value(int(RopeMode.NORMAL)),
        relax.prim_value(1),
        relax.prim_value(ROPE_THETA),
        relax.prim_value(0),
        relax.op.zeros((), "float32"),
        append,
        relax.prim_value(0),
        kernel(attend_new_positions, "attend_new_positions"),
        kernel(attend_cached_positions, "attend_cached_positions"),
        kernel(attend_one_row, "attend_one_row"),
        # Sliding window, draft trees and latent attention: this model has none of them.
        *[unused] * 5,
        relax.Tuple([builder.add_func(merge_attention, "merge_attention")]),
        builder.add_func(rope, "split_rope"),
        # Forking, debugging and compacting sequences: web-llm never asks for it, and the slots must hold a function.
        append,
        append,
        append,
        ty_args=relax.AnyType(),
    )
    return nn.Object(_expr=cache, _name="cache")
