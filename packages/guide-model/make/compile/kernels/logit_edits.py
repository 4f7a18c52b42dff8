"""What web-llm does to the logits on the GPU before it samples. It finds the kernels by their names."""

from tvm.script import tirx as T

THREADS = 64


def _groups(items):
    return (items + (THREADS - 1)) // THREADS


@T.prim_func(s_tir=True)
def apply_bitmask_inplace(logits_handle: T.handle, rows_handle: T.handle, mask_handle: T.handle):
    """Tokens whose bit in the mask (n, v / 32) is 0 can no longer be drawn, in the rows listed."""
    T.func_attr({"global_symbol": "apply_bitmask_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    n, v, m = T.int32(), T.int32(), T.int32()
    logits = T.match_buffer(logits_handle, (n, v), "float32")
    rows = T.match_buffer(rows_handle, (m,), "int32")
    mask = T.match_buffer(mask_handle, (n, (v + 31) // 32), "int32")
    for group in T.thread_binding(_groups(m * v), "blockIdx.x"):
        for thread in T.thread_binding(THREADS, "threadIdx.x"):
            with T.sblock("bitmask"):
                row = T.axis.spatial(m, (group * THREADS + thread) // v)
                token = T.axis.spatial(v, (group * THREADS + thread) % v)
                T.where(group * THREADS + thread < m * v)
                if (mask[rows[row], token // 32] >> (token % 32)) & 1 == 0:
                    logits[rows[row], token] = T.min_value("float32")


@T.prim_func(s_tir=True)
def apply_logit_bias_inplace(
    logits_handle: T.handle, rows_handle: T.handle, tokens_handle: T.handle, biases_handle: T.handle
):
    """Adds m biases, each to a token of a row."""
    T.func_attr({"global_symbol": "apply_logit_bias_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    n, v, m = T.int32(), T.int32(), T.int32()
    logits = T.match_buffer(logits_handle, (n, v), "float32")
    rows = T.match_buffer(rows_handle, (m,), "int32")
    tokens = T.match_buffer(tokens_handle, (m,), "int32")
    biases = T.match_buffer(biases_handle, (m,), "float32")
    for group in T.thread_binding(_groups(m), "blockIdx.x"):
        for thread in T.thread_binding(THREADS, "threadIdx.x"):
            with T.sblock("bias"):
                i = T.axis.spatial(m, group * THREADS + thread)
                T.where(group * THREADS + thread < m)
                logits[rows[i], tokens[i]] = logits[rows[i], tokens[i]] + biases[i]


@T.prim_func(s_tir=True)
def apply_penalty_inplace(
    logits_handle: T.handle,
    sequences_handle: T.handle,
    positions_handle: T.handle,
    tokens_handle: T.handle,
    counts_handle: T.handle,
    penalties_handle: T.handle,
):
    """Presence, frequency and repetition penalties (q, 3) for m tokens that were drawn before."""
    T.func_attr({"global_symbol": "apply_penalty_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    n, v, m, q = T.int32(), T.int32(), T.int32(), T.int32()
    logits = T.match_buffer(logits_handle, (n, v), "float32")
    sequences = T.match_buffer(sequences_handle, (q,), "int32")
    positions = T.match_buffer(positions_handle, (m,), "int32")
    tokens = T.match_buffer(tokens_handle, (m,), "int32")
    counts = T.match_buffer(counts_handle, (m,), "int32")
    penalties = T.match_buffer(penalties_handle, (q, 3), "float32")
    for group in T.thread_binding(_groups(m), "blockIdx.x"):
        for thread in T.thread_binding(THREADS, "threadIdx.x"):
            with T.sblock("penalty"):
                i = T.axis.spatial(m, group * THREADS + thread)
                T.where(group * THREADS + thread < m)
                logits[sequences[positions[i]], tokens[i]] = (
                    logits[sequences[positions[i]], tokens[i]]
                    - penalties[positions[i], 0]
                    - T.Cast("float32", counts[i]) * penalties[positions[i], 1]
                )
                logits[sequences[positions[i]], tokens[i]] = T.if_then_else(
                    logits[sequences[positions[i]], tokens[i]] > T.float32(0),
                    logits[sequences[positions[i]], tokens[i]] / penalties[positions[i], 2],
                    logits[sequences[positions[i]], tokens[i]] * penalties[positions[i], 2],
                )
