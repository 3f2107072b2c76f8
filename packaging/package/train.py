"""Train on CPU or one GPU: `train.py DATA OUT --minutes 20 [--width 512 …] [--resume OUT/checkpoint.pt]`.

DATA comes from prepare.py. OUT receives checkpoint.pt (to resume) and weights-N.pt, the averaged weights in half
precision cut into parts of at most 15 MiB. The last fifth of the time draws corpora by their second weight.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import math
import sys
import time
from pathlib import Path

import numpy as np
import torch

from muon import Muon
from transformer import BOS, EOS, PAD, Shape, Transformer

PART = 15 * 2**20


class Pairs:
    """Sentence pairs as flat token ids; draws length-sorted batches of about `tokens` target tokens."""

    def __init__(self, folder: Path, device: str):
        parts = [np.load(path) for path in sorted(folder.glob("data-*.npz"))]
        self.rows = np.concatenate([part["rows"] for part in parts]).astype(np.int64)
        self.ids = torch.from_numpy(np.concatenate([part["ids"] for part in parts]).astype(np.int32)).to(device)
        lengths = self.rows[:, 0] + self.rows[:, 1]
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.weights = list(json.loads((folder / "mix.json").read_text()).values())
        self.device = device

    def draw(self, phase: int, rng: np.random.Generator) -> np.ndarray:
        """Return pair numbers for one epoch, each corpus repeated by its weight in `phase` (0 main, 1 last)."""
        chosen = []
        for number, weights in enumerate(self.weights):
            members = np.flatnonzero(self.rows[:, 2] == number)
            whole, rest = divmod(weights[phase], 1)
            chosen += [members] * int(whole) + [rng.choice(members, int(len(members) * rest), replace=False)]
        return rng.permutation(np.concatenate(chosen))

    def batches(self, phase: int, tokens: int, rng: np.random.Generator):
        order = self.draw(phase, rng)
        for start in range(0, len(order), 200_000):
            pool = order[start : start + 200_000]
            pool = pool[np.argsort(np.maximum(self.rows[pool, 0], self.rows[pool, 1]), kind="stable")]
            widths = (np.maximum(self.rows[pool, 0], self.rows[pool, 1]) // 8 + 1) * 8
            cuts, first = [], 0
            while first < len(pool):
                last = min(len(pool), first + max(1, tokens // int(widths[first])))
                last = min(last, first + max(1, tokens // int(widths[last - 1])))
                cuts.append((first, last))
                first = last
            for index in rng.permutation(len(cuts)):
                first, last = cuts[index]
                yield self.pad(pool[first:last], int(widths[last - 1]))

    def pad(self, members: np.ndarray, width: int):
        """Return source, target input and target output, each (batch, width), on the device."""
        start = torch.from_numpy(self.starts[members]).to(self.device)[:, None]
        a = torch.from_numpy(self.rows[members, 0]).to(self.device)[:, None]
        b = torch.from_numpy(self.rows[members, 1]).to(self.device)[:, None]
        column = torch.arange(width, device=self.device)[None]
        limit = self.ids.shape[0] - 1

        def take(offset, length):
            token = self.ids[(start + offset + column).clamp(max=limit)].long()
            return torch.where(column < length, token, torch.where(column == length, EOS, PAD))

        source, output = take(0, a), take(a, b)
        inputs = torch.cat([torch.full_like(output[:, :1], BOS), output[:, :-1]], 1)
        return source, inputs.masked_fill(inputs == EOS, PAD), output


def save(folder: Path, model: Transformer, average: dict, step: int, optimizers) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": model.describe(), "model": model.state_dict(), "average": average, "step": step,
                "optimizers": [optimizer.state_dict() for optimizer in optimizers]}, folder / "checkpoint.pt")
    parts, size = [{}], 0
    for name, tensor in average.items():
        half = tensor.half().cpu()
        if size + half.numel() * 2 > PART and parts[-1]:
            parts.append({})
            size = 0
        parts[-1][name] = half
        size += half.numel() * 2
    for number, part in enumerate(parts):
        torch.save({"shape": model.describe(), "step": step, "weights": part}, folder / f"weights-{number}.pt")


def give_back() -> None:
    """Let the C library return free memory: batches of ever other shapes leave holes, and 128 minutes would fill 30 GB."""
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)


@torch.no_grad()
def start_from(model: Transformer, vectors: np.ndarray) -> None:
    """Copy unit-length bilingual `vectors` (vocabulary, width) into the embeddings, and let cross-attention pass them on."""
    weight = model.embedding.weight
    given = torch.from_numpy(vectors).to(weight.device)
    known = given.norm(dim=1) > 0.5
    weight[known] = given[known]
    identity = torch.eye(model.shape.width, device=weight.device)
    for layer in model.decoder:
        layer.cross.value.weight.copy_(identity)
        layer.cross.output.weight.copy_(identity)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--tokens", type=int, default=48_000, help="target tokens in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-3, help="highest learning rate")
    parser.add_argument("--done", type=float, default=0.0, help="share of the schedule that earlier runs have done")
    parser.add_argument("--warmup", type=int, default=1000)
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--average", type=float, default=0.9995, help="decay of the running average; less for a short run")
    parser.add_argument("--seed", type=int, default=1)
    for name, default in (("width", 512), ("heads", 8), ("inner", 1536), ("encoder", 6), ("decoder", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--narrow", action=argparse.BooleanOptionalAction, help="bf16 products (default: where they are fast)")
    parser.add_argument("--muon", action="store_true", help="update the hidden matrices with Muon instead of AdamW")
    parser.add_argument("--embeddings", type=Path, help="start from these bilingual embeddings (see embeddings.py)")
    args = parser.parse_args()

    device = "cuda" if torch.cuda.is_available() else "cpu"
    # Half-width products pay on a GPU and on processors made for them (AMX: ten times, AVX512-BF16: twice); elsewhere they cost.
    fast = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    narrow = device == "cuda" or (fast if args.narrow is None else args.narrow)
    torch.manual_seed(args.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    rng = np.random.default_rng(args.seed)
    pairs = Pairs(args.data, device)
    vocabulary = len(json.loads((args.data / "pieces.json").read_text()))
    shape = Shape(vocabulary, args.width, args.heads, args.inner, args.encoder, args.decoder, args.dropout)
    model = Transformer(shape).to(device)
    if args.embeddings:
        start_from(model, np.load(args.embeddings))
    hidden = [p for p in (*model.encoder.parameters(), *model.decoder.parameters()) if p.dim() == 2] if args.muon else []
    others = [p for p in model.parameters() if not any(p is matrix for matrix in hidden)]
    optimizers = [torch.optim.AdamW(others, lr=args.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01, fused=device == "cuda")]
    if hidden:
        optimizers.append(Muon(hidden, args.rate))
    step = 0
    average = {k: v.detach().float().clone() for k, v in model.state_dict().items()}
    if args.resume:
        state = torch.load(args.resume, map_location=device)
        model.load_state_dict(state["model"])
        if len(state.get("optimizers", ())) == len(optimizers):  # none in a checkpoint made of a package by restore.py
            for optimizer, kept in zip(optimizers, state["optimizers"]):
                optimizer.load_state_dict(kept)
        average, step = {k: v.to(device) for k, v in state["average"].items()}, state["step"]
    print(f"{device}: {len(pairs.rows)} pairs, {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters", flush=True)

    begin = last_report = last_save = time.time()
    limit, tokens, total, counted = args.minutes * 60, 0, torch.zeros((), device=device), 0
    first_step = step

    def progress() -> float:
        return args.done + (1 - args.done) * (time.time() - begin) / limit

    while progress() < 1:
        phase = int(progress() >= 0.8)
        for source, inputs, output in pairs.batches(phase, args.tokens, rng):
            done = progress()
            if done >= 1 or int(done >= 0.8) != phase:
                break
            warm = min(1.0, (step - first_step + 1) / args.warmup)
            for group in (group for optimizer in optimizers for group in optimizer.param_groups):
                group["lr"] = args.rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
            with torch.autocast(device, torch.bfloat16, enabled=narrow):
                states = model(source, inputs)
            keep = output != PAD
            loss = model.loss(states[keep], output[keep], torch.bfloat16 if narrow else torch.float32)
            model.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            for optimizer in optimizers:
                optimizer.step()
            step += 1
            with torch.no_grad():
                decay = min(args.average, step / (step + 20))
                current = list(model.state_dict().values())
                torch._foreach_lerp_(list(average.values()), [c.float() for c in current], 1 - decay)
            total += loss.detach()
            counted += 1
            tokens += output.numel()
            if time.time() - last_report > 20:
                print(f"step {step} phase {phase} loss {total.item() / counted:.3f} {tokens / (time.time() - begin):.0f} padded target tokens/s "
                      f"{done:.0%}", flush=True)
                last_report, counted = time.time(), 0
                give_back()
                total.zero_()
            if time.time() - last_save > 600:
                save(args.out, model, average, step, optimizers)
                last_save = time.time()
    save(args.out, model, average, step, optimizers)
    print(f"done: {step} steps", flush=True)


if __name__ == "__main__":
    main()
