"""Probabilities from logits."""

from tvm.script import tirx as T

from compile.kernels.vocabulary_parts import PART_SIZE, PARTS
from guide.shape import VOCABULARY


@T.prim_func(s_tir=True)
def softmax_with_temperature(logits_handle: T.handle, temperature_handle: T.handle, probabilities_handle: T.handle):
    """Softmax of each row (n, 1, VOCABULARY) divided by its temperature (n,); a workgroup takes a row."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n = T.int32()
    logits = T.match_buffer(logits_handle, (n, 1, VOCABULARY), "float32")
    temperature = T.match_buffer(temperature_handle, (n,), "float32")
    probabilities = T.match_buffer(probabilities_handle, (n, 1, VOCABULARY), "float32")
    for row_index in T.thread_binding(n, "blockIdx.x"):
        for thread_index in T.thread_binding(PARTS, "threadIdx.x"):
            with T.sblock("softmax"):
                row = T.axis.spatial(n, row_index)
                thread = T.axis.spatial(PARTS, thread_index)
                T.reads(logits[row, 0, 0:VOCABULARY], temperature[row])
                T.writes(probabilities[row, 0, 0:VOCABULARY])
                # The greatest logit, and the sum of exponentials.
                state = T.alloc_buffer((2,), "float32", scope="local")
                maxima = T.alloc_buffer((PARTS,), "float32", scope="shared")
                sums = T.alloc_buffer((PARTS,), "float32", scope="shared")
                state[0] = logits[row, 0, thread]
                for j in T.serial(PART_SIZE):
                    state[0] = T.max(state[0], logits[row, 0, j * PARTS + thread])
                maxima[thread] = state[0]
                for j in T.serial(PARTS):
                    state[0] = T.max(state[0], maxima[j])
                state[1] = T.float32(0)
                for j in T.serial(PART_SIZE):
                    state[1] = state[1] + T.exp((logits[row, 0, j * PARTS + thread] - state[0]) / temperature[row])
                sums[thread] = state[1]
                state[1] = T.float32(0)
                for j in T.serial(PARTS):
                    state[1] = state[1] + sums[j]
                for j in T.serial(PART_SIZE):
                    probabilities[row, 0, j * PARTS + thread] = (
                        T.exp((logits[row, 0, j * PARTS + thread] - state[0]) / temperature[row]) / state[1]
                    )
