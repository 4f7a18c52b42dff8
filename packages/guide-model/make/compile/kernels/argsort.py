"""Tokens in the order of their probabilities, as far as a draw needs it.

Only what can be drawn needs an order. Tokens of at least 1 / (64 VOCABULARY), the head, are sorted; the rest, which
weighs less than 1/64 together, follows in the order of its numbers. So draws with top_p up to 0.98 are those of a full
sort. Three small kernels without barriers: count the head's tokens in each part of the vocabulary, move head and rest
to their places in the row, rank the head's tokens against each other.
"""

from tvm.script import tirx as T

from compile.kernels.vocabulary_parts import PART_SIZE, PARTS
from guide.shape import VOCABULARY

LEAST_OF_HEAD = 1.0 / 64 / VOCABULARY


@T.prim_func(s_tir=True)
def count_head(probabilities_handle: T.handle, counts_handle: T.handle):
    """How many tokens of the head each part has: (n, VOCABULARY) → (n, PARTS)."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n = T.int32()
    probabilities = T.match_buffer(probabilities_handle, (n, VOCABULARY), "float32")
    counts = T.match_buffer(counts_handle, (n, PARTS), "int32")
    for row_index in T.thread_binding(n, "blockIdx.x"):
        for part_index in T.thread_binding(PARTS, "threadIdx.x"):
            with T.sblock("count"):
                row = T.axis.spatial(n, row_index)
                part = T.axis.spatial(PARTS, part_index)
                T.reads(probabilities[row, 0:VOCABULARY])
                T.writes(counts[row, part])
                count = T.alloc_buffer((1,), "int32", scope="local")
                count[0] = 0
                for j in T.serial(PART_SIZE):
                    if probabilities[row, part * PART_SIZE + j] >= T.float32(LEAST_OF_HEAD):
                        count[0] = count[0] + 1
                counts[row, part] = count[0]


@T.prim_func(s_tir=True)
def split_head(
    probabilities_handle: T.handle, counts_handle: T.handle, values_handle: T.handle, indices_handle: T.handle
):
    """The head's tokens first, then the rest, both by number: values and indices (n, VOCABULARY)."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n = T.int32()
    probabilities = T.match_buffer(probabilities_handle, (n, VOCABULARY), "float32")
    counts = T.match_buffer(counts_handle, (n, PARTS), "int32")
    values = T.match_buffer(values_handle, (n, VOCABULARY), "float32")
    indices = T.match_buffer(indices_handle, (n, VOCABULARY), "int32")
    for row_index in T.thread_binding(n, "blockIdx.x"):
        for part_index in T.thread_binding(PARTS, "threadIdx.x"):
            with T.sblock("split"):
                row = T.axis.spatial(n, row_index)
                part = T.axis.spatial(PARTS, part_index)
                T.reads(probabilities[row, 0:VOCABULARY], counts[row, 0:PARTS])
                T.writes(values[row, 0:VOCABULARY], indices[row, 0:VOCABULARY])
                # The next place in the head, and in the rest.
                places = T.alloc_buffer((2,), "int32", scope="local")
                places[0] = 0
                places[1] = 0
                for j in T.serial(PARTS):
                    places[1] = places[1] + counts[row, j]
                    if j < part:
                        places[0] = places[0] + counts[row, j]
                places[1] = places[1] + part * PART_SIZE - places[0]
                for j in T.serial(PART_SIZE):
                    if probabilities[row, part * PART_SIZE + j] >= T.float32(LEAST_OF_HEAD):
                        values[row, places[0]] = probabilities[row, part * PART_SIZE + j]
                        indices[row, places[0]] = part * PART_SIZE + j
                        places[0] = places[0] + 1
                    else:
                        values[row, places[1]] = probabilities[row, part * PART_SIZE + j]
                        indices[row, places[1]] = part * PART_SIZE + j
                        places[1] = places[1] + 1


@T.prim_func(s_tir=True)
def rank_head(
    counts_handle: T.handle,
    split_values_handle: T.handle,
    split_indices_handle: T.handle,
    values_handle: T.handle,
    indices_handle: T.handle,
):
    """Moves each token of the head to its rank in it; equal probabilities keep their order."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n = T.int32()
    counts = T.match_buffer(counts_handle, (n, PARTS), "int32")
    split_values = T.match_buffer(split_values_handle, (n, VOCABULARY), "float32")
    split_indices = T.match_buffer(split_indices_handle, (n, VOCABULARY), "int32")
    values = T.match_buffer(values_handle, (n, VOCABULARY), "float32")
    indices = T.match_buffer(indices_handle, (n, VOCABULARY), "int32")
    for row_index in T.thread_binding(n, "blockIdx.y"):
        for group_index in T.thread_binding(VOCABULARY // PARTS, "blockIdx.x"):
            for thread_index in T.thread_binding(PARTS, "threadIdx.x"):
                with T.sblock("rank"):
                    row = T.axis.spatial(n, row_index)
                    place = T.axis.spatial(VOCABULARY, group_index * PARTS + thread_index)
                    T.reads(counts[row, 0:PARTS], split_values[row, 0:VOCABULARY], split_indices[row, 0:VOCABULARY])
                    T.writes(values[row, 0:VOCABULARY], indices[row, 0:VOCABULARY])
                    # The size of the head, and the rank of this token.
                    ranks = T.alloc_buffer((2,), "int32", scope="local")
                    value = T.alloc_buffer((1,), "float32", scope="local")
                    ranks[0] = 0
                    for j in T.serial(PARTS):
                        ranks[0] = ranks[0] + counts[row, j]
                    ranks[1] = place
                    value[0] = split_values[row, place]
                    if place < ranks[0]:
                        ranks[1] = 0
                        for j in T.serial(ranks[0]):
                            if split_values[row, j] > value[0] or (split_values[row, j] == value[0] and j < place):
                                ranks[1] = ranks[1] + 1
                    values[row, ranks[1]] = value[0]
                    indices[row, ranks[1]] = split_indices[row, place]
