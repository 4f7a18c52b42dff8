"""Examples in batches of few lengths, so that PyTorch compiles few shapes and pads little."""

from collections.abc import Sequence
from random import Random

import numpy as np
import torch

from guide.shape import CONTEXT
from train.examples import NO_LABEL, Examples

_LENGTHS = (96, 192, 384, CONTEXT)


class Bucket:
    """All examples up to one length: `ids` and `labels` (examples, length) on the GPU."""

    def __init__(self, ids: np.ndarray, labels: np.ndarray, device: str) -> None:
        self.ids = torch.from_numpy(ids).to(device)
        self.labels = torch.from_numpy(labels).to(device)
        self._order = torch.empty(0, dtype=torch.long, device=device)
        self._next = 0

    @property
    def length(self) -> int:
        return self.ids.shape[1]

    def take(self, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The next examples of a shuffled round; a round that cannot fill the batch ends."""
        if self._next + number > len(self._order):
            self._order = torch.randperm(len(self.ids), device=self.ids.device)
            self._next = 0
        chosen = self._order[self._next : self._next + number]
        self._next += number
        return self.ids[chosen], self.labels[chosen]


def make_buckets(parts: Sequence[Examples], device: str) -> list[Bucket]:
    """Buckets that hold an example; each example goes into the shortest that takes it."""
    ids, labels, lengths = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    starts = np.cumsum(lengths) - lengths
    buckets = []
    shorter = 0
    for length in _LENGTHS:
        members = np.flatnonzero((lengths > shorter) & (lengths <= length))
        shorter = length
        if len(members) == 0:
            continue
        columns = np.arange(length)[None]
        filled = columns < lengths[members][:, None]
        sources = np.where(filled, starts[members][:, None] + columns, 0)
        padded_ids = np.where(filled, ids[sources], 0)
        padded_labels = np.where(filled, labels[sources], NO_LABEL)
        buckets.append(Bucket(padded_ids, padded_labels, device))
    return buckets


class BatchSource:
    """Draws batches of about as many tokens each, from buckets in proportion to their tokens."""

    def __init__(self, buckets: Sequence[Bucket], tokens_of_batch: int, seed: int) -> None:
        self._buckets = buckets
        self._weights = [bucket.ids.numel() for bucket in buckets]
        self._tokens = tokens_of_batch
        self._rng = Random(seed)

    def draw(self) -> tuple[torch.Tensor, torch.Tensor]:
        bucket = self._rng.choices(self._buckets, self._weights)[0]
        return bucket.take(self._tokens // bucket.length)

    def one_of_each_shape(self) -> list[tuple[torch.Tensor, torch.Tensor]]:
        batches = []
        for bucket in self._buckets:
            number = self._tokens // bucket.length
            batches.append((bucket.ids[:number], bucket.labels[:number]))
        return batches
