"""Products of many rows with a matrix of weights, for prefill.

A workgroup of 4 × 32 threads makes 16 rows; a thread makes 4 rows × 4 columns, 32 apart. Rows past the last are read as
the last one and not written. RMSNorm as in `row_products`.
"""

from tvm.script import tirx as T

from guide.shape import NORM_EPSILON

LANES = 32
ROW_GROUPS = 4
# Rows and columns of one thread.
ROWS = 4
COLUMNS = 4
TILE_ROWS = ROW_GROUPS * ROWS
TILE_COLUMNS = LANES * COLUMNS


def _tiles(rows):
    return (rows + (TILE_ROWS - 1)) // TILE_ROWS


def _row(tile, row_group, index):
    return tile * TILE_ROWS + row_group * ROWS + index


def _column(group, lane, index):
    return group * TILE_COLUMNS + index * LANES + lane


def _gate_or_up_column(group, lane, index, width):
    """Of four columns the first two are gates, the others the ups that belong to them, `width` columns further."""
    return index // 2 * width + group * (2 * LANES) + index % 2 * LANES + lane


def norm_matrix_product(inputs: int, outputs: int):
    """RMSNorm of each row, times the weights: (n, inputs) × (inputs, outputs) → (n, outputs)."""

    @T.prim_func(s_tir=True)
    def norm_matrix_product(rows_handle: T.handle, weights_handle: T.handle, result_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        n = T.int32()
        rows = T.match_buffer(rows_handle, (n, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, outputs), "float32")
        result = T.match_buffer(result_handle, (n, outputs), "float32")
        for tile_index in T.thread_binding(_tiles(n), "blockIdx.y"):
            for group_index in T.thread_binding(outputs // TILE_COLUMNS, "blockIdx.x"):
                for row_group_index in T.thread_binding(ROW_GROUPS, "threadIdx.y"):
                    for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                        with T.sblock("product"):
                            tile = T.axis.spatial(_tiles(n), tile_index)
                            group, row_group, lane = T.axis.remap("SSS", [group_index, row_group_index, lane_index])
                            T.reads(rows[0:n, 0:inputs], weights[0:inputs, 0:outputs])
                            T.writes(result[0:n, 0:outputs])
                            totals = T.alloc_buffer((COLUMNS * ROWS,), "float32", scope="local")
                            values = T.alloc_buffer((ROWS,), "float32", scope="local")
                            squares = T.alloc_buffer((ROWS,), "float32", scope="local")
                            weight = T.alloc_buffer((1,), "float32", scope="local")
                            for c in T.unroll(COLUMNS * ROWS):
                                totals[c] = T.float32(0)
                            for i in T.unroll(ROWS):
                                squares[i] = T.float32(0)
                            for k in T.serial(inputs):
                                for i in T.unroll(ROWS):
                                    values[i] = rows[T.min(_row(tile, row_group, i), n - 1), k]
                                    squares[i] = squares[i] + values[i] * values[i]
                                for c in T.unroll(COLUMNS):
                                    weight[0] = weights[k, _column(group, lane, c)]
                                    for i in T.unroll(ROWS):
                                        totals[c * ROWS + i] = totals[c * ROWS + i] + values[i] * weight[0]
                            for i in T.unroll(ROWS):
                                if _row(tile, row_group, i) < n:
                                    for c in T.unroll(COLUMNS):
                                        result[_row(tile, row_group, i), _column(group, lane, c)] = totals[
                                            c * ROWS + i
                                        ] / T.sqrt(squares[i] / T.float32(inputs) + T.float32(NORM_EPSILON))

    return norm_matrix_product


def add_matrix_product(inputs: int, outputs: int):
    """The product added to the residual stream: (n, inputs) × (inputs, outputs) + (n, outputs)."""

    @T.prim_func(s_tir=True)
    def add_matrix_product(
        rows_handle: T.handle, weights_handle: T.handle, residual_handle: T.handle, result_handle: T.handle
    ):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        n = T.int32()
        rows = T.match_buffer(rows_handle, (n, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, outputs), "float32")
        residual = T.match_buffer(residual_handle, (n, outputs), "float32")
        result = T.match_buffer(result_handle, (n, outputs), "float32")
        for tile_index in T.thread_binding(_tiles(n), "blockIdx.y"):
            for group_index in T.thread_binding(outputs // TILE_COLUMNS, "blockIdx.x"):
                for row_group_index in T.thread_binding(ROW_GROUPS, "threadIdx.y"):
                    for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                        with T.sblock("product"):
                            tile = T.axis.spatial(_tiles(n), tile_index)
                            group, row_group, lane = T.axis.remap("SSS", [group_index, row_group_index, lane_index])
                            T.reads(rows[0:n, 0:inputs], weights[0:inputs, 0:outputs], residual[0:n, 0:outputs])
                            T.writes(result[0:n, 0:outputs])
                            totals = T.alloc_buffer((COLUMNS * ROWS,), "float32", scope="local")
                            values = T.alloc_buffer((ROWS,), "float32", scope="local")
                            weight = T.alloc_buffer((1,), "float32", scope="local")
                            for c in T.unroll(COLUMNS * ROWS):
                                totals[c] = T.float32(0)
                            for k in T.serial(inputs):
                                for i in T.unroll(ROWS):
                                    values[i] = rows[T.min(_row(tile, row_group, i), n - 1), k]
                                for c in T.unroll(COLUMNS):
                                    weight[0] = weights[k, _column(group, lane, c)]
                                    for i in T.unroll(ROWS):
                                        totals[c * ROWS + i] = totals[c * ROWS + i] + values[i] * weight[0]
                            for i in T.unroll(ROWS):
                                if _row(tile, row_group, i) < n:
                                    for c in T.unroll(COLUMNS):
                                        result[_row(tile, row_group, i), _column(group, lane, c)] = (
                                            totals[c * ROWS + i]
                                            + residual[_row(tile, row_group, i), _column(group, lane, c)]
                                        )

    return add_matrix_product


def swiglu_matrix_product(inputs: int, width: int):
    """RMSNorm, gate and up in one product, then SwiGLU: (n, inputs) × (inputs, 2 width) → (n, width)."""

    @T.prim_func(s_tir=True)
    def swiglu_matrix_product(rows_handle: T.handle, weights_handle: T.handle, result_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        n = T.int32()
        rows = T.match_buffer(rows_handle, (n, inputs), "float32")
        weights = T.match_buffer(weights_handle, (inputs, 2 * width), "float32")
        result = T.match_buffer(result_handle, (n, width), "float32")
        for tile_index in T.thread_binding(_tiles(n), "blockIdx.y"):
            for group_index in T.thread_binding(width // (2 * LANES), "blockIdx.x"):
                for row_group_index in T.thread_binding(ROW_GROUPS, "threadIdx.y"):
                    for lane_index in T.thread_binding(LANES, "threadIdx.x"):
                        with T.sblock("product"):
                            tile = T.axis.spatial(_tiles(n), tile_index)
                            group, row_group, lane = T.axis.remap("SSS", [group_index, row_group_index, lane_index])
                            T.reads(rows[0:n, 0:inputs], weights[0:inputs, 0 : 2 * width])
                            T.writes(result[0:n, 0:width])
                            totals = T.alloc_buffer((COLUMNS * ROWS,), "float32", scope="local")
                            values = T.alloc_buffer((ROWS,), "float32", scope="local")
                            scales = T.alloc_buffer((ROWS,), "float32", scope="local")
                            weight = T.alloc_buffer((1,), "float32", scope="local")
                            for c in T.unroll(COLUMNS * ROWS):
                                totals[c] = T.float32(0)
                            for i in T.unroll(ROWS):
                                scales[i] = T.float32(0)
                            for k in T.serial(inputs):
                                for i in T.unroll(ROWS):
                                    values[i] = rows[T.min(_row(tile, row_group, i), n - 1), k]
                                    scales[i] = scales[i] + values[i] * values[i]
                                for c in T.unroll(COLUMNS):
                                    weight[0] = weights[k, _gate_or_up_column(group, lane, c, width)]
                                    for i in T.unroll(ROWS):
                                        totals[c * ROWS + i] = totals[c * ROWS + i] + values[i] * weight[0]
                            for i in T.unroll(ROWS):
                                if _row(tile, row_group, i) < n:
                                    scales[i] = T.float32(1) / T.sqrt(
                                        scales[i] / T.float32(inputs) + T.float32(NORM_EPSILON)
                                    )
                                    for c in T.unroll(2):
                                        values[0] = totals[c * ROWS + i] * scales[i]
                                        result[_row(tile, row_group, i), group * (2 * LANES) + c * LANES + lane] = (
                                            values[0]
                                            / (T.float32(1) + T.exp(T.float32(0) - values[0]))
                                            * totals[c * ROWS + 2 * ROWS + i]
                                            * scales[i]
                                        )

    return swiglu_matrix_product
