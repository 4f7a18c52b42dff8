"""The sizes of the model. The library is compiled for them, so other sizes mean a new library and a new training."""

HIDDEN = 256
INTERMEDIATE = 512
LAYERS = 5
HEADS = 8
KEY_VALUE_HEADS = 2
HEAD_DIM = 32
VOCABULARY = 2048
CONTEXT = 1024
# Tokens that one prefill call takes at most.
PREFILL_CHUNK = 256
ROPE_THETA = 10000.0
NORM_EPSILON = 1e-5

# Query heads that share one key/value head.
GROUP = HEADS // KEY_VALUE_HEADS
# Columns of the product that gives queries, keys and values at once.
QKV_COLUMNS = (HEADS + 2 * KEY_VALUE_HEADS) * HEAD_DIM


def parameter_shapes() -> dict[str, tuple[int, int]]:
    """Names and shapes of the weights, in the order in which the library takes them. Rows are inputs, columns outputs.

    RMSNorm gains are no weights of their own: each is multiplied into the rows of the product after it, and the last
    norm has none, because `table` serves both ends of the model.
    """
    shapes = {"table": (HIDDEN, VOCABULARY)}
    for layer in range(LAYERS):
        shapes[f"blocks.{layer}.qkv"] = (HIDDEN, QKV_COLUMNS)
        shapes[f"blocks.{layer}.out"] = (HEADS * HEAD_DIM, HIDDEN)
        shapes[f"blocks.{layer}.gate_up"] = (HIDDEN, 2 * INTERMEDIATE)
        shapes[f"blocks.{layer}.down"] = (INTERMEDIATE, HIDDEN)
    return shapes
