"""The functions of the library with which web-llm samples a token on the GPU."""

import tvm
from tvm import relax, tirx

from compile.kernels.argsort import count_head, rank_head, split_head
from compile.kernels.draw import draw_token
from compile.kernels.logit_edits import apply_bitmask_inplace, apply_logit_bias_inplace, apply_penalty_inplace
from compile.kernels.vocabulary_parts import PARTS
from guide.shape import VOCABULARY


def add_sampling(module: tvm.IRModule) -> tvm.IRModule:
    builder = relax.BlockBuilder(module)
    _add_argsort(builder)
    _add_draw(builder)
    module = builder.finalize()
    for edit in (apply_bitmask_inplace, apply_logit_bias_inplace, apply_penalty_inplace):
        module[edit.attrs["global_symbol"]] = edit
    return module


def _add_argsort(builder: relax.BlockBuilder) -> None:
    """argsort_probs: (n, VOCABULARY) → sorted probabilities and their tokens."""
    n = tirx.Var("n", "int64")
    probabilities = relax.Var("probabilities", relax.TensorType((n, VOCABULARY), "float32"))
    sorted_types = [relax.TensorType((n, VOCABULARY), "float32"), relax.TensorType((n, VOCABULARY), "int32")]
    with builder.function("argsort_probs", [probabilities]):
        with builder.dataflow():
            count = builder.add_func(count_head, "count_head")
            counts = builder.emit(relax.call_tir(count, [probabilities], out_ty=relax.TensorType((n, PARTS), "int32")))
            split = builder.add_func(split_head, "split_head")
            parts = builder.emit(relax.call_tir(split, [probabilities, counts], out_ty=sorted_types))
            values = builder.emit(relax.TupleGetItem(parts, 0))
            indices = builder.emit(relax.TupleGetItem(parts, 1))
            rank = builder.add_func(rank_head, "rank_head")
            ranked = builder.emit_output(relax.call_tir(rank, [counts, values, indices], out_ty=sorted_types))
        builder.emit_func_output(ranked)


def _add_draw(builder: relax.BlockBuilder) -> None:
    """sample_with_top_p: sorted probabilities and tokens, uniforms, rows and top_p → (m,) tokens."""
    n, m = tirx.Var("n", "int64"), tirx.Var("m", "int64")
    parameters = [
        relax.Var("probabilities", relax.TensorType((n, VOCABULARY), "float32")),
        relax.Var("indices", relax.TensorType((n, VOCABULARY), "int32")),
        relax.Var("uniform", relax.TensorType((m,), "float32")),
        relax.Var("rows", relax.TensorType((m,), "int32")),
        relax.Var("top_p", relax.TensorType((n,), "float32")),
    ]
    with builder.function("sample_with_top_p", parameters):
        with builder.dataflow():
            draw = builder.add_func(draw_token, "draw_token")
            tokens = builder.emit_output(relax.call_tir(draw, parameters, out_ty=relax.TensorType((m,), "int32")))
        builder.emit_func_output(tokens)
