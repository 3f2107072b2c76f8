"""Train: `train.py WORK OUT --minutes 90 [--resume OUT/checkpoint.pt] [--start START.pt]`, on a CPU or one GPU.

WORK comes from pieces.py, prepare.py and vectors.py. OUT receives checkpoint.pt, to resume from, and average-STEP.pt,
the running average of the weights in half precision, to convert. On a CPU one process with one thread works on each
core: they share weights and gradients in bf16, and each keeps and updates the float32 masters of a part (two threads in
one process reached only 1.5 times the speed of one). `OMP_WAIT_POLICY=PASSIVE` and jemalloc with
huge pages (see make.sh) save much: PyTorch takes and gives back some 10 MB for each product.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import math
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.multiprocessing as processes
from torch import Tensor

from batches import Pairs
from masters import Masters, share_out
from network import Shape, Transformer

LEAST_RATE = 0.05  # share of the rate at which a falling one ends
REPORT = 20  # steps between two lines
ALL_ARENAS = b"arena.4096.purge"  # jemalloc's name for it, when it keeps what is free


def save(out: Path, parts: list[dict[str, Any]], about: dict[str, Any]) -> None:
    """Write the checkpoint and the average; each is whole or not there."""
    whole: dict[str, Any] = {"model": {}, "average": {}, "optimizers": {}} | about
    for part in parts:
        for key, value in part.items():
            whole[key].update(value)
    half = {"weights": {name: tensor.half() for name, tensor in whole["average"].items()}} | about
    for name, what in (("checkpoint.pt", whole), (f"average-{about['step']}.pt", half)):
        torch.save(what, out / f".{name}")
        (out / f".{name}").replace(out / name)


def release_memory() -> None:
    """Have the allocator return free memory: batches of ever other shapes leave holes, 12 GB in half an hour."""
    if sys.platform == "linux":
        loaded = ctypes.CDLL(None)
        if hasattr(loaded, "mallctl"):
            loaded.mallctl(ALL_ARENAS, None, None, None, 0)
        else:
            loaded.malloc_trim(0)


class Worker:
    """One process: computes gradients of batches of its own, and updates its own part of the weights.

    `flat` holds all weights in bf16, `gradients` a buffer of the same size for each worker, `rows` (workers, 4) each
    one's loss, target tokens, sum of squared gradients and seconds; all three are shared by the workers.
    """

    def __init__(
        self,
        rank: int,
        args: argparse.Namespace,
        state: dict[str, Any],
        flat: Tensor,
        gradients: list[Tensor],
        rows: Tensor,
        barrier: Any,
    ) -> None:
        shape, device = Shape(**state["shape"]), flat.device
        self.rank, self.args, self.state, self.rows, self.barrier, self.device = (
            rank,
            args,
            state,
            rows,
            barrier,
            device,
        )
        self.model, self.buffer = Transformer(shape).to(device, torch.bfloat16), gradients[rank]
        self.places: dict[str, Tensor] = {}
        self.gradients: list[dict[str, Tensor]] = [{} for _ in gradients]
        at = 0
        for name, parameter in self.model.named_parameters():
            end = at + parameter.numel()
            self.places[name] = flat[at:end].view(parameter.shape)
            for view, buffer in zip(self.gradients, gradients, strict=True):
                view[name] = buffer[at:end].view(parameter.shape)
            parameter.data, parameter.grad, at = self.places[name], self.gradients[rank][name], end
        sizes = [place.numel() for place in self.places.values()]
        self.masters = Masters(share_out(list(self.places), sizes, args.workers)[rank], state, args, device)
        names = list(json.loads(args.mix.read_text()))
        rng = np.random.default_rng([args.seed, rank, state["step"]])
        self.batches = Pairs(args.work / "parts", names, shape).batches(args.mix, args.batch, rng)
        self.begun = self.reported = time.time()
        self.step, self.seen, self.tokens, self.loss, self.saved = 0, state.get("seen", 0.0), 0.0, 0.0, 0.0

    def run(self) -> None:
        """Train until the time is up."""
        while True:
            self._compute_gradients()
            minutes = self._update()
            done = minutes >= self.args.minutes or (self.args.steps > 0 and self.step >= self.args.steps)
            if self.step % REPORT == 0 or done:
                self._report(minutes)
            self.barrier.wait()  # all weights are written, and the rows may be
            if done or minutes - self.saved > self.args.save:
                self.saved = minutes
                self._save()
            if done:
                break

    def _compute_gradients(self) -> None:
        """Add up the gradients of batches until all workers together have seen enough tokens.

        A worker that another program holds up does fewer batches, and is not waited for.
        """
        row = self.rows[self.rank]
        self.buffer.zero_()
        while float(self.rows[:, 1].sum()) < self.args.tokens:
            batch = [tensor.to(self.device) for tensor in next(self.batches)]
            count = len(batch[-1])
            loss = self.model.loss(*batch) * count
            loss.backward()  # type: ignore[no-untyped-call]
            row[0] += float(loss.detach())
            row[1] += count
        row[3] = time.time() - self.begun
        self.barrier.wait()

    def _update(self) -> float:
        """Update this worker's weights; return the minutes that have passed for all."""
        loss, tokens, minutes = float(self.rows[:, 0].sum()), float(self.rows[:, 1].sum()), float(self.rows[0, 3]) / 60
        self.rows[self.rank, 2] = self.masters.take_gradients(self.gradients, tokens)
        self.barrier.wait()
        norm = math.sqrt(float(self.rows[:, 2].sum()))
        self.rows[self.rank, :2] = 0
        args, left = self.args, 1 - minutes / self.args.minutes
        rate = min(1.0, (self.step + 1) / args.warmup) * (
            max(LEAST_RATE, left / args.decay) if args.decay and left < args.decay else 1
        )
        if math.isfinite(norm):
            # A fresh average follows quickly at first; one that is resumed goes on as it was.
            decay = args.average if args.resume else min(args.average, (self.step + 1) / (self.step + 12))
            self.masters.step(rate, min(1.0, 1 / (norm + 1e-6)), decay)
        with torch.no_grad():
            for name, weight in self.masters.weights.items():
                self.places[name].copy_(weight)
        self.step, self.seen, self.tokens, self.loss = (
            self.step + 1,
            self.seen + tokens,
            self.tokens + tokens,
            self.loss + loss,
        )
        return minutes

    def _report(self, minutes: float) -> None:
        release_memory()
        if self.rank == 0:
            pace = self.tokens / (time.time() - self.reported)
            print(
                f"step {self.state['step'] + self.step}, {minutes:.1f} min, loss {self.loss / self.tokens:.3f}, "
                f"{pace:.0f} target tokens/s, {self.seen / 1e6:.2f} M seen",
                flush=True,
            )
        self.reported, self.tokens, self.loss = time.time(), 0.0, 0.0

    def _save(self) -> None:
        out = self.args.out
        parts = [out / f".part-{number}.pt" for number in range(self.args.workers)]
        torch.save(self.masters.describe(), parts[self.rank])
        self.barrier.wait()
        if self.rank == 0:
            about = {"shape": self.state["shape"], "step": self.state["step"] + self.step, "seen": self.seen}
            save(out, [torch.load(part) for part in parts], about)
            for part in parts:
                part.unlink()
        self.barrier.wait()


def work(rank: int, args: argparse.Namespace, *shared: Any) -> None:
    """Be the worker `rank`; to be called in a process of its own."""
    if not torch.cuda.is_available():
        torch.set_num_threads(1)
    Worker(rank, args, *shared).run()


def main() -> None:
    """Load, share the memory, start the workers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many (default: by the time alone)")
    parser.add_argument("--tokens", type=int, default=14_000, help="target tokens of an update, of all workers")
    parser.add_argument("--batch", type=int, default=3500, help="ids a side that a worker has in hand at a time")
    parser.add_argument("--rate", type=float, default=8e-4, help="highest learning rate of the hidden matrices (Muon)")
    parser.add_argument("--embedding-rate", type=float, default=1e-3, help="that of all else (AdamW)")
    parser.add_argument("--warmup", type=int, default=60, help="steps")
    parser.add_argument(
        "--decay", type=float, default=0.0, help="share of the time, at its end, in which the rates fall"
    )
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running average")
    parser.add_argument("--mix", type=Path, default=Path(__file__).with_name("mix.json"))
    parser.add_argument("--workers", type=int, default=1 if torch.cuda.is_available() else os.cpu_count() or 1)
    parser.add_argument("--save", type=float, default=8, help="minutes between two checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--start", type=Path, help="begin with these weights (vectors.py, restore.py; default: WORK/start.pt)"
    )
    parser.add_argument("--resume", type=Path, help="go on from this checkpoint")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.resume:
        state = torch.load(args.resume)
    else:
        begun = torch.load(args.start or args.work / "start.pt")
        state = {"model": begun["weights"], "average": begun["weights"], "step": 0} | {
            k: begun[k] for k in begun if k != "weights"
        }
    device = "cuda" if torch.cuda.is_available() else "cpu"
    names = [name for name, _ in Transformer(Shape(**state["shape"])).named_parameters()]
    flat = torch.cat([state["model"][name].float().reshape(-1) for name in names]).to(device, torch.bfloat16)
    print(
        f"{device}: {len(flat) / 1e6:.1f} M parameters, {args.workers} workers, from step {state['step']}", flush=True
    )
    gradients = [torch.zeros_like(flat) for _ in range(args.workers)]
    barrier = processes.get_context("spawn").Barrier(args.workers)
    rows = torch.zeros(args.workers, 4, dtype=torch.float64)
    shared = (args, state, flat, gradients, rows, barrier)
    if args.workers == 1:
        work(0, *shared)
        return
    processes.set_sharing_strategy("file_system")
    for tensor in (flat, rows, *gradients):
        tensor.share_memory_()
    processes.spawn(work, shared, nprocs=args.workers)


if __name__ == "__main__":
    main()
