"""Attention of one query row: a workgroup takes a head; its threads take every eighth position and join their parts."""

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

THREADS = 8
# Dimensions of the output that a thread writes.
DIMENSIONS = HEAD_DIM // THREADS


@T.prim_func(s_tir=True)
def attend_one_row(
    queries_handle: T.handle,
    pages_handle: T.handle,
    page_starts_handle: T.handle,
    page_table_handle: T.handle,
    last_page_lengths_handle: T.handle,
    key_offsets_handle: T.handle,
    query_positions_handle: T.handle,
    result_handle: T.handle,
    log_sums_handle: T.handle,
    rope_mode: T.int32,
    rope_scale: T.float32,
    rope_theta: T.float32,
    score_scale: T.float32,
):
    """One row of each of b sequences to its positions in the cache."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    pages_in_cache, pages_in_use, b = T.int32(), T.int32(), T.int32()
    offset1, offset2, offset3, offset4, offset5 = T.int32(), T.int32(), T.int32(), T.int32(), T.int32()
    queries = T.match_buffer(queries_handle, (b, HEADS, HEAD_DIM), "float32")
    pages = T.match_buffer(pages_handle, (pages_in_cache, 2, KEY_VALUE_HEADS, PAGE_SIZE, HEAD_DIM), "float32")
    page_starts = T.match_buffer(page_starts_handle, (b + 1,), "int32", elem_offset=offset1)
    page_table = T.match_buffer(page_table_handle, (pages_in_use,), "int32", elem_offset=offset2)
    last_page_lengths = T.match_buffer(last_page_lengths_handle, (b,), "int32", elem_offset=offset3)
    key_offsets = T.match_buffer(key_offsets_handle, (b,), "int32", elem_offset=offset4)
    query_positions = T.match_buffer(query_positions_handle, (b,), "int32", elem_offset=offset5)
    result = T.match_buffer(result_handle, (b, HEADS, HEAD_DIM), "float32")
    log_sums = T.match_buffer(log_sums_handle, (b, HEADS), "float32")
    for sequence_index in T.thread_binding(b, "blockIdx.y"):
        for head_index in T.thread_binding(HEADS, "blockIdx.x"):
            for thread_index in T.thread_binding(THREADS, "threadIdx.x"):
                with T.sblock("attention"):
                    sequence = T.axis.spatial(b, sequence_index)
                    head, thread = T.axis.remap("SS", [head_index, thread_index])
                    T.reads(
                        queries[0:b, 0:HEADS, 0:HEAD_DIM],
                        pages[0:pages_in_cache, 0:2, 0:KEY_VALUE_HEADS, 0:PAGE_SIZE, 0:HEAD_DIM],
                        page_table[0:pages_in_use],
                        page_starts[0 : b + 1],
                        last_page_lengths[0:b],
                    )
                    T.writes(result[sequence, head, 0:HEAD_DIM], log_sums[sequence, head])
                    output = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                    query = T.alloc_buffer((HEAD_DIM,), "float32", scope="local")
                    state = T.alloc_buffer((STATE_SIZE,), "float32", scope="local")
                    page = T.alloc_buffer((1,), "int32", scope="local")
                    # What each thread found: its output, its greatest score and its sum.
                    outputs = T.alloc_buffer((THREADS, HEAD_DIM), "float32", scope="shared")
                    states = T.alloc_buffer((2, THREADS), "float32", scope="shared")
                    for d in T.unroll(HEAD_DIM):
                        output[d] = T.float32(0)
                        query[d] = queries[sequence, head, d] * score_scale * T.float32(LOG2_E)
                    state[MAXIMUM] = T.float32(LOWEST_SCORE)
                    state[TOTAL] = T.float32(0)
                    for j in T.serial(
                        (cached_positions(page_starts, last_page_lengths, sequence) + (THREADS - 1)) // THREADS
                    ):
                        if j * THREADS + thread < cached_positions(page_starts, last_page_lengths, sequence):
                            page[0] = page_table[page_starts[sequence] + (j * THREADS + thread) // PAGE_SIZE]
                            state[SCORE] = T.float32(0)
                            for d in T.unroll(HEAD_DIM):
                                state[SCORE] = (
                                    state[SCORE]
                                    + query[d]
                                    * pages[page[0], KEYS, key_value_head(head), (j * THREADS + thread) % PAGE_SIZE, d]
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
                                        page[0], VALUES, key_value_head(head), (j * THREADS + thread) % PAGE_SIZE, d
                                    ]
                                )
                    for d in T.unroll(HEAD_DIM):
                        outputs[thread, d] = output[d]
                    states[MAXIMUM, thread] = state[MAXIMUM]
                    states[TOTAL, thread] = state[TOTAL]
                    # Now each thread joins all parts, for a few dimensions.
                    state[MAXIMUM] = T.float32(LOWEST_SCORE)
                    for i in T.serial(THREADS):
                        state[MAXIMUM] = T.max(state[MAXIMUM], states[MAXIMUM, i])
                    state[TOTAL] = T.float32(0)
                    for c in T.unroll(DIMENSIONS):
                        output[c] = T.float32(0)
                    for i in T.serial(THREADS):
                        state[RESCALE] = T.exp2(states[MAXIMUM, i] - state[MAXIMUM])
                        state[TOTAL] = state[TOTAL] + state[RESCALE] * states[TOTAL, i]
                        for c in T.unroll(DIMENSIONS):
                            output[c] = output[c] + state[RESCALE] * outputs[i, c * THREADS + thread]
                    for c in T.unroll(DIMENSIONS):
                        result[sequence, head, c * THREADS + thread] = output[c] / state[TOTAL]
                    if thread == 0:
                        log_sums[sequence, head] = state[MAXIMUM] + T.log2(state[TOTAL])
