"""Joining two partial attentions over different positions."""

from tvm.script import tirx as T

from guide.shape import HEAD_DIM, HEADS


@T.prim_func(s_tir=True)
def merge_attention(
    first_handle: T.handle, first_log_sums_handle: T.handle, second_handle: T.handle, second_log_sums_handle: T.handle
):
    """Outputs (n, HEADS, HEAD_DIM) weighted by their base-2 log sums (n, HEADS); the result replaces the first."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n = T.int32()
    first = T.match_buffer(first_handle, (n, HEADS, HEAD_DIM), "float32")
    first_log_sums = T.match_buffer(first_log_sums_handle, (n, HEADS), "float32")
    second = T.match_buffer(second_handle, (n, HEADS, HEAD_DIM), "float32")
    second_log_sums = T.match_buffer(second_log_sums_handle, (n, HEADS), "float32")
    for row_index in T.thread_binding(n, "blockIdx.x"):
        for head_index in T.thread_binding(HEADS, "threadIdx.x"):
            with T.sblock("merge"):
                row = T.axis.spatial(n, row_index)
                head = T.axis.spatial(HEADS, head_index)
                T.reads(
                    first[row, head, 0:HEAD_DIM],
                    first_log_sums[row, head],
                    second[row, head, 0:HEAD_DIM],
                    second_log_sums[row, head],
                )
                T.writes(first[row, head, 0:HEAD_DIM], first_log_sums[row, head])
                # The weight of the first, of the second, and the greater log sum.
                weights = T.alloc_buffer((3,), "float32", scope="local")
                weights[2] = T.max(first_log_sums[row, head], second_log_sums[row, head])
                weights[0] = T.exp2(first_log_sums[row, head] - weights[2])
                weights[1] = T.exp2(second_log_sums[row, head] - weights[2])
                for d in T.serial(HEAD_DIM):
                    first[row, head, d] = (first[row, head, d] * weights[0] + second[row, head, d] * weights[1]) / (
                        weights[0] + weights[1]
                    )
                first_log_sums[row, head] = weights[2] + T.log2(weights[0] + weights[1])
