"""Muon (Jordan 2024; scaled as in Liu et al. 2025): momentum whose matrices are made orthogonal before each step.

For the hidden matrices of a transformer it needs about half as many steps as AdamW; embeddings, biases and norms stay
with AdamW.
"""

from __future__ import annotations

import torch

# A quintic whose repeated application drives the singular values of a matrix towards 1.
A, B, C = 3.4445, -4.7750, 2.0315
STEPS = 5


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Return about U V^T of each of `matrices` (count, rows, columns), in bf16."""
    x = matrices.bfloat16()
    tall = x.shape[-2] > x.shape[-1]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(STEPS):
        product = x @ x.mT
        x = A * x + (B * product + C * product @ product) @ x
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    """Updates matrices; its learning rate and weight decay mean what AdamW's do."""

    def __init__(
        self, matrices: list[torch.nn.Parameter], lr: float, momentum: float = 0.95, weight_decay: float = 0.01
    ):
        super().__init__(matrices, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            shapes: dict[torch.Size, list[torch.nn.Parameter]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    shapes.setdefault(matrix.shape, []).append(matrix)
            for (rows, columns), matrices in shapes.items():
                pushes = []
                for matrix in matrices:
                    state = self.state[matrix]
                    speed = state.setdefault("speed", torch.zeros_like(matrix))
                    speed.lerp_(matrix.grad, 1 - group["momentum"])
                    pushes.append(matrix.grad.lerp(speed, group["momentum"]))  # Nesterov's
                scale = 0.2 * max(rows, columns) ** 0.5  # the size that AdamW's steps have
                for matrix, push in zip(matrices, orthogonal(torch.stack(pushes)), strict=False):
                    matrix.mul_(1 - group["lr"] * group["weight_decay"])
                    matrix.add_(push.to(matrix.dtype), alpha=-group["lr"] * scale)
