"""Muon: momentum whose matrices are made orthogonal, so that each direction learns at one speed."""

import torch
from torch import Tensor

_MOMENTUM = 0.95
_WEIGHT_DECAY = 0.02
# Coefficients of a quintic iteration that brings singular values near one in five rounds.
_NEWTON_SCHULZ = (3.4445, -4.775, 2.0315)


class Muon:
    """For stacks of matrices (layers, inputs, outputs)."""

    def __init__(self, parameters: list[torch.nn.Parameter]) -> None:
        self._parameters = parameters
        self._momenta = [torch.zeros_like(parameter) for parameter in parameters]
        # A tensor, so that a changed rate does not compile the step anew.
        self._rate = torch.tensor(0.0, device=parameters[0].device)
        self._compiled_update = torch.compile(_update)

    @torch.no_grad()
    def step(self, rate: float) -> None:
        self._rate.fill_(rate)
        parameters = [parameter.detach() for parameter in self._parameters]
        gradients = [parameter.grad for parameter in self._parameters]
        self._compiled_update(self._rate, parameters, self._momenta, gradients)

    def forget(self) -> None:
        for momentum in self._momenta:
            momentum.zero_()


def _update(rate: Tensor, parameters: list[Tensor], momenta: list[Tensor], gradients: list[Tensor]) -> None:
    for parameter, momentum, gradient in zip(parameters, momenta, gradients, strict=True):
        momentum.lerp_(gradient, 1 - _MOMENTUM)
        direction = _orthogonal(gradient.lerp(momentum, _MOMENTUM))
        widening = max(1, parameter.shape[-1] / parameter.shape[-2]) ** 0.5
        parameter.mul_(1 - rate * _WEIGHT_DECAY).sub_(direction * (rate * widening))


def _orthogonal(matrices: Tensor) -> Tensor:
    a, b, c = _NEWTON_SCHULZ
    x = matrices.bfloat16()
    tall = x.shape[-2] > x.shape[-1]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        gram = x @ x.mT
        x = a * x + (b * gram + c * (gram @ gram)) @ x
    return (x.mT if tall else x).float()
