"""The training loop: as many steps as fit into a given time."""

import time
from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from train.buckets import BatchSource, Bucket
from train.examples import NO_LABEL
from train.model import Guide
from train.muon import Muon

_MUON_RATE = 0.02
_ADAM_RATE = 4e-3
_WARM_UP_STEPS = 200
# The share of the time at whose end the rates begin to fall to zero.
_DECAY_FROM = 0.4
_LARGEST_GRADIENT_NORM = 1.0
_STEPS_BETWEEN_REPORTS = 500
# When the loss is only measured.
_EXAMPLES_AT_ONCE = 256


def train(model: Guide, batches: BatchSource, seconds: float, log: Callable[[str], None]) -> None:
    """Compiling is done before the clock starts."""
    others = model.other_parameters()
    adam = torch.optim.AdamW(others, lr=_ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    muon = Muon(model.matrices())
    compiled_loss = torch.compile(_loss, dynamic=False)
    _compile(model, batches, muon, compiled_loss)
    log("compiled")
    start = time.time()
    step = 0
    while (done := (time.time() - start) / seconds) < 1:
        ids, labels = batches.draw()
        loss = compiled_loss(model, ids, labels)
        loss.backward()
        scale = min(1, (step + 1) / _WARM_UP_STEPS) * min(1, (1 - done) / (1 - _DECAY_FROM))
        torch.nn.utils.clip_grad_norm_(others, _LARGEST_GRADIENT_NORM)
        for group in adam.param_groups:
            group["lr"] = _ADAM_RATE * scale
        adam.step()
        muon.step(_MUON_RATE * scale)
        model.zero_grad(set_to_none=False)
        step += 1
        if step % _STEPS_BETWEEN_REPORTS == 0:
            log(f"step {step}, loss {loss.item():.4f}, {done:.0%} of the time")
    log(f"{step} steps")


@torch.no_grad()
def mean_loss(model: Guide, buckets: Sequence[Bucket]) -> float:
    """The loss a labelled token, in natural logarithms."""
    total = 0.0
    labelled = 0
    for bucket in buckets:
        slices = zip(bucket.ids.split(_EXAMPLES_AT_ONCE), bucket.labels.split(_EXAMPLES_AT_ONCE), strict=True)
        for ids, labels in slices:
            number = int((labels != NO_LABEL).sum())
            total += _loss(model, ids, labels).item() * number
            labelled += number
    return total / labelled


def _loss(model: Guide, ids: Tensor, labels: Tensor) -> Tensor:
    logits = model(ids.long()).float()
    return F.cross_entropy(logits.flatten(0, 1), labels.long().flatten(), ignore_index=NO_LABEL)


def _compile(model: Guide, batches: BatchSource, muon: Muon, compiled_loss: Callable[..., Tensor]) -> None:
    for ids, labels in batches.one_of_each_shape():
        compiled_loss(model, ids, labels).backward()
    muon.step(0.0)
    muon.forget()
    model.zero_grad(set_to_none=False)
    if torch.cuda.is_available():
        torch.cuda.synchronize()
