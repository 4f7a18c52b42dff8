"""Products of one row with a matrix of weights, for decoding.

A thread makes some columns, 32 apart, so that neighbouring threads read neighbouring weights; it takes four rows of the
weights at a time. An RMSNorm before a product costs no kernel of its own: its gain is already in the weights, and its
scale comes from a sum of squares gathered on the way.
"""

from tvm.script import tirx as T

from guide.shape import NORM_EPSILON

LANES = 32
STEP = 4


def _column(group, lane, index, columns):
    """The column that a lane of a group makes as its `index`-th of `columns`."""
    return group * (LANES * columns) + index * LANES + lane


def _gate_or_up_column(group, lane, index, width):
    """Of four columns the first two are gates, the others the ups that belong to them, `width` columns further."""
    return index // 2 * width + group * (2 * LANES) + index % 2 * LANES + lane


def _add_products(total, values, weights, step, column):
    """`total` and the products of four values with four rows of the weights."""
    for offset in range(STEP):
        total = total + values[offset] * weights[step * STEP + offset if offset else step * STEP, column]
    return total


def norm_row_product(inputs: int, outputs: int, columns: int):
    """RMSNorm of the last of n rows, times the weights: (n, inputs) × (inputs, outputs) → (1, outputs)."""

    @T.prim_func(s_tir=True)
    def norm_row_product(rows_handle: T.handle, weights_handle: T.handle, result_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        n = T.int32()
        rows = T.match_buffer(rows_handle, (n, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, outputs), "float32")
        result = T.match_buffer(result_handle, (1, outputs), "float32")
        for group_index in T.thread_binding(outputs // (LANES * columns), "blockIdx.x"):
            for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                with T.sblock("product"):
                    group, lane = T.axis.remap("SS", [group_index, lane_index])
                    T.reads(rows[0:n, 0:inputs], weights[0:inputs, 0:outputs])
                    T.writes(result[0, 0:outputs])
                    totals = T.alloc_buffer((columns,), "float32", scope="local")
                    values = T.alloc_buffer((STEP,), "float32", scope="local")
                    scale = T.alloc_buffer((1,), "float32", scope="local")
                    for c in T.unroll(columns):
                        totals[c] = T.float32(0)
                    scale[0] = T.float32(0)
                    for step in T.serial(inputs // STEP):
                        for i in T.unroll(STEP):
                            values[i] = rows[n - 1, step * STEP + i]
                            scale[0] = scale[0] + values[i] * values[i]
                        for c in T.unroll(columns):
                            totals[c] = _add_products(
                                totals[c], values, weights, step, _column(group, lane, c, columns)
                            )
                    scale[0] = T.float32(1) / T.sqrt(scale[0] / T.float32(inputs) + T.float32(NORM_EPSILON))
                    for c in T.unroll(columns):
                        result[0, _column(group, lane, c, columns)] = totals[c] * scale[0]

    return norm_row_product


def add_row_product(inputs: int, outputs: int, columns: int):
    """The product added to the residual stream: (1, inputs) × (inputs, outputs) + (1, outputs)."""

    @T.prim_func(s_tir=True)
    def add_row_product(
        row_handle: T.handle, weights_handle: T.handle, residual_handle: T.handle, result_handle: T.handle
    ):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        row = T.match_buffer(row_handle, (1, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, outputs), "float32")
        residual = T.match_buffer(residual_handle, (1, outputs), "float32")
        result = T.match_buffer(result_handle, (1, outputs), "float32")
        for group_index in T.thread_binding(outputs // (LANES * columns), "blockIdx.x"):
            for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                with T.sblock("product"):
                    group, lane = T.axis.remap("SS", [group_index, lane_index])
                    T.reads(row[0, 0:inputs], weights[0:inputs, 0:outputs], residual[0, 0:outputs])
                    T.writes(result[0, 0:outputs])
                    totals = T.alloc_buffer((columns,), "float32", scope="local")
                    values = T.alloc_buffer((STEP,), "float32", scope="local")
                    for c in T.unroll(columns):
                        totals[c] = residual[0, _column(group, lane, c, columns)]
                    for step in T.serial(inputs // STEP):
                        for i in T.unroll(STEP):
                            values[i] = row[0, step * STEP + i]
                        for c in T.unroll(columns):
                            totals[c] = _add_products(
                                totals[c], values, weights, step, _column(group, lane, c, columns)
                            )
                    for c in T.unroll(columns):
                        result[0, _column(group, lane, c, columns)] = totals[c]

    return add_row_product


def swiglu_row_product(inputs: int, width: int):
    """RMSNorm, gate and up in one product, then SwiGLU: (1, inputs) × (inputs, 2 width) → (1, width)."""

    @T.prim_func(s_tir=True)
    def swiglu_row_product(row_handle: T.handle, weights_handle: T.handle, result_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        row = T.match_buffer(row_handle, (1, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, 2 * width), "float32")
        result = T.match_buffer(result_handle, (1, width), "float32")
        for group_index in T.thread_binding(width // (2 * LANES), "blockIdx.x"):
            for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                with T.sblock("product"):
                    group, lane = T.axis.remap("SS", [group_index, lane_index])
                    T.reads(row[0, 0:inputs], weights[0:inputs, 0 : 2 * width])
                    T.writes(result[0, 0:width])
                    # Two gates, then the two ups that belong to them.
                    totals = T.alloc_buffer((4,), "float32", scope="local")
                    values = T.alloc_buffer((STEP,), "float32", scope="local")
                    scale = T.alloc_buffer((1,), "float32", scope="local")
                    for c in T.unroll(4):
                        totals[c] = T.float32(0)
                    scale[0] = T.float32(0)
                    for step in T.serial(inputs // STEP):
                        for i in T.unroll(STEP):
                            values[i] = row[0, step * STEP + i]
                            scale[0] = scale[0] + values[i] * values[i]
                        for c in T.unroll(4):
                            totals[c] = _add_products(
                                totals[c], values, weights, step, _gate_or_up_column(group, lane, c, width)
                            )
                    scale[0] = T.float32(1) / T.sqrt(scale[0] / T.float32(inputs) + T.float32(NORM_EPSILON))
                    for c in T.unroll(2):
                        totals[c] = totals[c] * scale[0]
                        result[0, _column(group, lane, c, 2)] = (
                            totals[c] / (T.float32(1) + T.exp(T.float32(0) - totals[c])) * totals[c + 2] * scale[0]
                        )

    return swiglu_row_product
