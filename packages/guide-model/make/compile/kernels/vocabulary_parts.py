"""How the threads of a workgroup share the vocabulary."""

from guide.shape import VOCABULARY

PARTS = 64
# Tokens of one part.
PART_SIZE = VOCABULARY // PARTS
