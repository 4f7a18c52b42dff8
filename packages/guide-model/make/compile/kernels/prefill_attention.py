"""Attention of many query rows: a thread takes one row and head, which suits a CPU playing GPU.

Sizes: n query rows, m new positions, b sequences, of which web-llm has one.
"""

from tvm.script import tirx as T

from compile.kernels.attention import (
    KEYS,
    LOG2_E,
    LOWEST_SCORE,
    MAXIMUM,
    PAGE_SIZE,
    RESCALE,
    SCORE,
    STATE_SIZE,
    TOTAL,
    VALUES,
    cached_positions,
    key_value_head,
)
from guide.shape import HEAD_DIM, HEADS, KEY_VALUE_HEADS

THREADS = 64


def _groups(rows):
    return (rows * HEADS + (THREADS - 1)) // THREADS


@T.prim_func(s_tir=True)
def attend_new_positions(
    queries_handle: T.handle,
    query_starts_handle: T.handle,
    keys_handle: T.handle,
    values_handle: T.handle,
    key_starts_handle: T.handle,
    query_positions_handle: T.handle,
    key_offsets_handle: T.handle,
    result_handle: T.handle,
    log_sums_handle: T.handle,
    causal: T.int32,
    rope_mode: T.int32,
    rope_scale: T.float32,
    rope_theta: T.float32,
    score_scale: T.float32,
):
    """Rows of a chunk to the chunk's own keys (m, KEY_VALUE_HEADS, HEAD_DIM), causally."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n, m, b = T.int32(), T.int32(), T.int32()
    offset0, offset1, offset2, offset3 = T.int32(), T.int32(), T.int32(), T.int32()
    queries = T.match_buffer(queries_handle, (n, HEADS, HEAD_DIM), "float32")
    query_starts = T.match_buffer(query_starts_handle, (b + 1,), "int32", elem_offset=offset0)
    keys = T.match_buffer(keys_handle, (m, KEY_VALUE_HEADS, HEAD_DIM), "float32")
    values = T.match_buffer(values_handle, (m, KEY_VALUE_HEADS, HEAD_DIM), "float32")
    key_starts = T.match_buffer(key_starts_handle, (b + 1,), "int32", elem_offset=offset1)
    query_positions = T.match_buffer(query_positions_handle, (n,), "int32", elem_offset=offset2)
    key_offsets = T.match_buffer(key_offsets_handle, (b,), "int32", elem_offset=offset3)
    result = T.match_buffer(result_handle, (n, HEADS, HEAD_DIM), "float32")
    log_sums = T.match_buffer(log_sums_handle, (n, HEADS), "float32")
    for group_index in T.thread_binding(_groups(n), "blockIdx.x"):
        for thread_index in T.thread_binding(THREADS, "threadIdx.x"):
            with T.sblock("attention"):
                work = T.axis.spatial(n * HEADS, group_index * THREADS + thread_index)
                T.where(group_index * THREADS + thread_index < n * HEADS)
                T.reads(
                    queries[0:n, 0:HEADS, 0:HEAD_DIM],
                    keys[0:m, 0:KEY_VALUE_HEADS, 0:HEAD_DIM],
                    values[0:m, 0:KEY_VALUE_HEADS, 0:HEAD_DIM],
                )
                T.writes(result[0:n, 0:HEADS, 0:HEAD_DIM], log_sums[0:n, 0:HEADS])
                output = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                state = T.alloc_buffer((STATE_SIZE,), "float32", scope="local")
                query = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                for d in T.unroll(HEAD_DIM):
                    output[d] = T.float32(0)
                    query[d] = queries[work // HEADS, work % HEADS, d] * score_scale * T.float32(LOG2_E)
                state[MAXIMUM] = T.float32(LOWEST_SCORE)
                state[TOTAL] = T.float32(0)
                for position in T.serial(m):
                    if causal == 0 or position < m - n + work // HEADS + 1:
                        state[SCORE] = T.float32(0)
                        for d in T.unroll(HEAD_DIM):
                            state[SCORE] = state[SCORE] + query[d] * keys[position, key_value_head(work % HEADS), d]
                        state[RESCALE] = T.exp2(state[MAXIMUM] - T.max(state[MAXIMUM], state[SCORE]))
                        state[MAXIMUM] = T.max(state[MAXIMUM], state[SCORE])
                        state[SCORE] = T.exp2(state[SCORE] - state[MAXIMUM])
                        state[TOTAL] = state[TOTAL] * state[RESCALE] + state[SCORE]
                        for d in T.unroll(HEAD_DIM):
                            output[d] = (
                                output[d] * state[RESCALE]
                                + state[SCORE] * values[position, key_value_head(work % HEADS), d]
                            )
                for d in T.unroll(HEAD_DIM):
                    result[work // HEADS, work % HEADS, d] = output[d] / state[TOTAL]
                log_sums[work // HEADS, work % HEADS] = state[MAXIMUM] + T.log2(state[TOTAL])


@T.prim_func(s_tir=True)
def attend_cached_positions(
    queries_handle: T.handle,
    query_starts_handle: T.handle,
    pages_handle: T.handle,
    page_starts_handle: T.handle,
    page_table_handle: T.handle,
    last_page_lengths_handle: T.handle,
    key_offsets_handle: T.handle,
    query_positions_handle: T.handle,
    result_handle: T.handle,
    log_sums_handle: T.handle,
    causal: T.int32,
    rope_mode: T.int32,
    rope_scale: T.float32,
    rope_theta: T.float32,
    score_scale: T.float32,
):
    """Rows of a chunk to the positions in the cache, in pages (2, KEY_VALUE_HEADS, PAGE_SIZE, HEAD_DIM)."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n, pages_in_cache, pages_in_use, b = T.int32(), T.int32(), T.int32(), T.int32()
    offset0, offset1, offset2 = T.int32(), T.int32(), T.int32()
    offset3, offset4, offset5 = T.int32(), T.int32(), T.int32()
    queries = T.match_buffer(queries_handle, (n, HEADS, HEAD_DIM), "float32")
    query_starts = T.match_buffer(query_starts_handle, (b + 1,), "int32", elem_offset=offset0)
    pages = T.match_buffer(pages_handle, (pages_in_cache, 2, KEY_VALUE_HEADS, PAGE_SIZE, HEAD_DIM), "float32")
    page_starts = T.match_buffer(page_starts_handle, (b + 1,), "int32", elem_offset=offset1)
    page_table = T.match_buffer(page_table_handle, (pages_in_use,), "int32", elem_offset=offset2)
    last_page_lengths = T.match_buffer(last_page_lengths_handle, (b,), "int32", elem_offset=offset3)
    key_offsets = T.match_buffer(key_offsets_handle, (b,), "int32", elem_offset=offset4)
    query_positions = T.match_buffer(query_positions_handle, (n,), "int32", elem_offset=offset5)
    result = T.match_buffer(result_handle, (n, HEADS, HEAD_DIM), "float32")
    log_sums = T.match_buffer(log_sums_handle, (n, HEADS), "float32")
    for group_index in T.thread_binding(_groups(n), "blockIdx.x"):
        for thread_index in T.thread_binding(THREADS, "threadIdx.x"):
            with T.sblock("attention"):
                work = T.axis.spatial(n * HEADS, group_index * THREADS + thread_index)
                T.where(group_index * THREADS + thread_index < n * HEADS)
                T.reads(
                    queries[0:n, 0:HEADS, 0:HEAD_DIM],
                    pages[0:pages_in_cache, 0:2, 0:KEY_VALUE_HEADS, 0:PAGE_SIZE, 0:HEAD_DIM],
                    page_table[0:pages_in_use],
                    page_starts[0 : b + 1],
                    last_page_lengths[0:b],
                )
                T.writes(result[0:n, 0:HEADS, 0:HEAD_DIM], log_sums[0:n, 0:HEADS])
                output = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                state = T.alloc_buffer((STATE_SIZE,), "float32", scope="local")
                query = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                for d in T.unroll(HEAD_DIM):
                    output[d] = T.float32(0)
                    query[d] = queries[work // HEADS, work % HEADS, d] * score_scale * T.float32(LOG2_E)
                state[MAXIMUM] = T.float32(LOWEST_SCORE)
                state[TOTAL] = T.float32(0)
                for position in T.serial(cached_positions(page_starts, last_page_lengths, 0)):
                    if (
                        causal == 0
                        or position < cached_positions(page_starts, last_page_lengths, 0) - n + work // HEADS + 1
                    ):
                        state[SCORE] = T.float32(0)
                        for d in T.unroll(HEAD_DIM):
                            state[SCORE] = (
                                state[SCORE]
                                + query[d]
                                * pages[
                                    page_table[position // PAGE_SIZE],
                                    KEYS,
                                    key_value_head(work % HEADS),
                                    position % PAGE_SIZE,
                                    d,
                                ]
                            )
                        state[RESCALE] = T.exp2(state[MAXIMUM] - T.max(state[MAXIMUM], state[SCORE]))
                        state[MAXIMUM] = T.max(state[MAXIMUM], state[SCORE])
                        state[SCORE] = T.exp2(state[SCORE] - state[MAXIMUM])
                        state[TOTAL] = state[TOTAL] * state[RESCALE] + state[SCORE]
                        for d in T.unroll(HEAD_DIM):
                            output[d] = (
                                output[d] * state[RESCALE]
                                + state[SCORE]
                                * pages[
                                    page_table[position // PAGE_SIZE],
                                    VALUES,
                                    key_value_head(work % HEADS),
                                    position % PAGE_SIZE,
                                    d,
                                ]
                            )
                for d in T.unroll(HEAD_DIM):
                    result[work // HEADS, work % HEADS, d] = output[d] / state[TOTAL]
                log_sums[work // HEADS, work % HEADS] = state[MAXIMUM] + T.log2(state[TOTAL])
