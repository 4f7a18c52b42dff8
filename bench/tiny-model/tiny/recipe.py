"""Makes the Guide's recipe the tiny model's. To be imported before any other module of that recipe.

What counts is how fast the shaders compile, so every size is the least that the kernels take, loops stay rolled, and
decoding has no kernels of its own.
"""

from guide import shape
from tvm.script import tirx as T

shape.HIDDEN = 128
shape.INTERMEDIATE = 64
shape.LAYERS = 2
shape.HEADS = 8
shape.KEY_VALUE_HEADS = 4
shape.HEAD_DIM = 8
shape.VOCABULARY = 512
shape.GROUP = shape.HEADS // shape.KEY_VALUE_HEADS
shape.QKV_COLUMNS = (shape.HEADS + 2 * shape.KEY_VALUE_HEADS) * shape.HEAD_DIM

# The kernels' source is read when they are imported.
T.unroll = T.serial

from compile.kernels import matrix_products  # noqa: E402

# A workgroup makes one row, so that a single row costs no more than it needs.
matrix_products.ROWS = matrix_products.ROW_GROUPS = matrix_products.TILE_ROWS = 1

from compile.model import Guide  # noqa: E402

Guide.decode = Guide.prefill
