"""What the attention kernels share: sizes, the running softmax, and the layout of the KV cache's pages.

The kernels take one pass over the positions with a running softmax in base 2: `state` holds the greatest score so far,
the sum of weights relative to it, the score at hand, and the factor that brings older sums to a new greatest score.
Each also writes the base-2 logarithm of its sum, with which partial attentions over different positions are joined.

Their parameters are those that TVM's paged KV cache passes. Rotary embedding is done before, in the cache's own kernel,
so the rotary parameters are not used.
"""

from guide.shape import GROUP

# Tokens of a page: web-llm asks for no other number.
PAGE_SIZE = 16
LOG2_E = 1.4426950408889634
# Below any score, and far from overflow.
LOWEST_SCORE = -5e4

# The places in `state`.
MAXIMUM, TOTAL, SCORE, RESCALE = range(4)
STATE_SIZE = 4

# The places of keys and values in a page.
KEYS, VALUES = range(2)


def key_value_head(head):
    return head // GROUP


def cached_positions(page_starts, last_page_lengths, sequence):
    """The number of positions that a sequence has in the cache; all its pages but the last are full."""
    full_pages = page_starts[sequence + 1] - page_starts[sequence] - 1
    return full_pages * PAGE_SIZE + last_page_lengths[sequence]
