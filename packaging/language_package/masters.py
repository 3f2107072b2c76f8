"""The float32 weights that a worker keeps and updates while all workers compute with bf16 copies of them."""

from __future__ import annotations

import argparse
from typing import Any

import torch
from torch import Tensor

from muon import Muon

BETAS, EPSILON = (0.9, 0.98), 1e-9  # AdamW's


def share_out(names: list[str], sizes: list[int], workers: int) -> list[list[str]]:
    """Share the parameters out so that each worker has about as many numbers to update."""
    shares: list[list[str]] = [[] for _ in range(workers)]
    loads = [0] * workers
    for size, name in sorted(zip(sizes, names, strict=True), reverse=True):
        least = loads.index(min(loads))
        shares[least].append(name)
        loads[least] += size
    return shares


class Masters:
    """The float32 weights of some parameters, their running average and their optimisers: Muon for matrices, else
    AdamW."""

    def __init__(self, names: list[str], state: dict[str, Any], args: argparse.Namespace, device: torch.device) -> None:
        self._args = args
        self.weights = {name: torch.nn.Parameter(state["model"][name].float().to(device).clone()) for name in names}
        self.average = {name: state["average"][name].float().to(device).clone() for name in names}
        hidden = [p for name, p in self.weights.items() if p.dim() == 2 and name.startswith(("encoder", "decoder"))]
        others = [p for p in self.weights.values() if not any(p is matrix for matrix in hidden)]
        self._optimizers: list[torch.optim.Optimizer] = []
        if others:
            self._optimizers.append(
                torch.optim.AdamW(others, lr=1, betas=BETAS, eps=EPSILON, weight_decay=0.0, foreach=True)
            )
        if hidden:
            self._optimizers.append(Muon(hidden, 1, weight_decay=0.0))
        for optimizer, kept in zip(self._optimizers, state.get("optimizers", {}).get(tuple(names), ()), strict=False):
            optimizer.load_state_dict(kept)

    def take_gradients(self, gradients: list[dict[str, Tensor]], tokens: float) -> float:
        """Add up the workers' gradients and divide by the tokens they are of; return the sum of their squares."""
        squares = 0.0
        for name, weight in self.weights.items():
            total = gradients[0][name].float()
            for other in gradients[1:]:
                total.add_(other[name])
            total /= tokens
            if name in ("source.weight", "target.weight"):
                total[-1] = 0  # padding, and the beginning of a sentence: both stay zero
            weight.grad = total
            squares += float(total.square().sum())
        return squares

    def step(self, rate: float, clip: float, decay: float) -> None:
        """Update the weights at `rate` times the highest learning rates, and their average."""
        for optimizer in self._optimizers:
            highest = self._args.rate if isinstance(optimizer, Muon) else self._args.embedding_rate
            for group in optimizer.param_groups:
                group["lr"] = highest * rate
        for weight in self.weights.values():
            if weight.grad is not None:
                weight.grad.mul_(clip)
        for optimizer in self._optimizers:
            optimizer.step()
        for name, weight in self.weights.items():
            self.average[name].lerp_(weight.detach(), 1 - decay)

    def describe(self) -> dict[str, Any]:
        """Return what a checkpoint keeps of these parameters."""
        return {
            "model": {name: weight.detach().cpu() for name, weight in self.weights.items()},
            "average": {name: tensor.cpu() for name, tensor in self.average.items()},
            "optimizers": {tuple(self.weights): [optimizer.state_dict() for optimizer in self._optimizers]},
        }
