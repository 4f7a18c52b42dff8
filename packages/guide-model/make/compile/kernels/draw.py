"""The draw of a token from the most probable ones that hold the mass top_p together."""

from tvm.script import tirx as T

from compile.kernels.vocabulary_parts import PART_SIZE, PARTS
from guide.shape import VOCABULARY

# The places in `mass`: a running sum, the mass before the part, before the token, and the goal.
SUM, BEFORE_PART, BEFORE_TOKEN, GOAL = range(4)
# The places in `at`.
PART, TOKEN = range(2)


@T.prim_func(s_tir=True)
def draw_token(
    probabilities_handle: T.handle,
    indices_handle: T.handle,
    uniform_handle: T.handle,
    rows_handle: T.handle,
    top_p_handle: T.handle,
    result_handle: T.handle,
):
    """m draws from sorted rows (n, VOCABULARY), each with its uniform number in 0…1.

    The threads sum up a part each; then a search over parts and within one finds the first place where the running mass
    reaches a goal: in the first round top_p, which gives the mass of the head, in the second that mass times the
    uniform number.
    """
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    n, m = T.int32(), T.int32()
    probabilities = T.match_buffer(probabilities_handle, (n, VOCABULARY), "float32")
    indices = T.match_buffer(indices_handle, (n, VOCABULARY), "int32")
    uniform = T.match_buffer(uniform_handle, (m,), "float32")
    rows = T.match_buffer(rows_handle, (m,), "int32")
    top_p = T.match_buffer(top_p_handle, (n,), "float32")
    result = T.match_buffer(result_handle, (m,), "int32")
    for draw_index in T.thread_binding(m, "blockIdx.x"):
        for thread_index in T.thread_binding(PARTS, "threadIdx.x"):
            with T.sblock("draw"):
                i = T.axis.spatial(m, draw_index)
                thread = T.axis.spatial(PARTS, thread_index)
                T.reads(
                    probabilities[rows[i], 0:VOCABULARY],
                    indices[rows[i], 0:VOCABULARY],
                    uniform[i],
                    rows[i],
                    top_p[rows[i]],
                )
                T.writes(result[i])
                mass = T.alloc_buffer((4,), "float32", scope="local")
                at = T.alloc_buffer((2,), "int32", scope="local")
                part_sums = T.alloc_buffer((PARTS,), "float32", scope="shared")
                mass[SUM] = T.float32(0)
                for j in T.serial(PART_SIZE):
                    mass[SUM] = mass[SUM] + probabilities[rows[i], thread * PART_SIZE + j]
                part_sums[thread] = mass[SUM]
                mass[GOAL] = top_p[rows[i]]
                for search in T.serial(2):
                    mass[SUM] = T.float32(0)
                    mass[BEFORE_PART] = T.float32(0)
                    at[PART] = 0
                    for j in T.serial(PARTS - 1):
                        mass[SUM] = mass[SUM] + part_sums[j]
                        if mass[SUM] < mass[GOAL]:
                            at[PART] = j + 1
                            mass[BEFORE_PART] = mass[SUM]
                    at[TOKEN] = at[PART] * PART_SIZE
                    mass[BEFORE_TOKEN] = mass[BEFORE_PART]
                    for j in T.serial(PART_SIZE - 1):
                        mass[BEFORE_PART] = mass[BEFORE_PART] + probabilities[rows[i], at[PART] * PART_SIZE + j]
                        if mass[BEFORE_PART] < mass[GOAL]:
                            at[TOKEN] = at[PART] * PART_SIZE + j + 1
                            mass[BEFORE_TOKEN] = mass[BEFORE_PART]
                    if search == 0:
                        mass[GOAL] = (mass[BEFORE_TOKEN] + probabilities[rows[i], at[TOKEN]]) * uniform[i]
                if thread == 0:
                    result[i] = indices[rows[i], at[TOKEN]]
