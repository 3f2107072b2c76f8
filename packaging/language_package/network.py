"""The model: a post-norm transformer with a vocabulary for each side, its loss, and what the parent gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

END, UNKNOWN = 0, 1  # </s> and <unk>, of both sides, as the parent has them
MAX_LENGTH = 512
NEVER = -1e4  # a logit that is never chosen
LIKELY = 8  # pieces that a teacher's distribution names at each position


@dataclass(frozen=True)
class Shape:
    """Sizes of a model; `heads` divides `width`. The last source row is padding, the last target row starts a
    sentence."""

    source: int
    target: int
    width: int = 256
    heads: int = 8
    inner: int = 1536
    encoder: int = 6
    decoder: int = 2
    recurrent: bool = False  # the decoder has the parent's SSRU cells: the teacher's has, CTranslate2 knows none

    @property
    def pad(self) -> int:
        """Return the source id of padding: the parent's </s> is 0, so that padding needs a number of its own."""
        return self.source - 1

    @property
    def begin(self) -> int:
        """Return the target id that a sentence starts with; its vector stays zero, as in the parent."""
        return self.target - 1


def sinusoids(length: int, width: int) -> Tensor:
    """Return position encodings (length, width): sines in the first half, cosines in the second, as Marian has them."""
    half = width // 2
    rates = torch.exp(torch.arange(half) * (-torch.log(torch.tensor(10000.0)) / (half - 1)))
    angles = torch.arange(length)[:, None] * rates[None]
    return torch.cat([angles.sin(), angles.cos()], 1)


class TiedLoss(torch.autograd.Function):
    """Cross entropy with a distribution over tied output embeddings, in chunks, its gradient made in the forward pass.

    It never holds more than two chunks of logits. The bias is one more column of the weights, so that one product gives
    logits and another the gradients of both (adding a bias apart cost a tenth of a CPU step). Takes states (tokens,
    width), weight (vocabulary, width), bias (vocabulary), likely ids and their shares (tokens, LIKELY), the first ids
    being those of the text; what the shares lack to one is spread over all pieces. Returns the mean negative
    log-likelihood of the text.
    """

    buffers: Tensor | None = None
    CHUNK, COLUMNS = 1024, 32  # tokens; columns for the bias: products want widths of whole vector registers

    @staticmethod
    def forward(ctx: Any, states: Tensor, weight: Tensor, bias: Tensor, likely: Tensor, shares: Tensor) -> Tensor:
        count, size, kind = len(likely), len(bias), states.dtype
        if TiedLoss.buffers is None or TiedLoss.buffers.shape[2] != size:
            TiedLoss.buffers = states.new_empty(2, TiedLoss.CHUNK, size)
        spare = TiedLoss.COLUMNS - 1
        extended = torch.cat([weight, bias[:, None], weight.new_zeros(size, spare)], 1)
        inputs = torch.cat([states, states.new_ones(count, 1), states.new_zeros(count, spare)], 1)
        by_state, by_weight = torch.empty_like(states), torch.zeros_like(extended, dtype=torch.float32)
        loss = states.new_zeros((), dtype=torch.float32)
        for first in range(0, count, TiedLoss.CHUNK):
            chunk = slice(first, first + TiedLoss.CHUNK)
            part = inputs[chunk]
            logits, p = TiedLoss.buffers[0][: len(part)], TiedLoss.buffers[1][: len(part)]
            torch.mm(part, extended.t(), out=logits)
            torch.softmax(logits, -1, out=p)
            loss -= p.gather(1, likely[chunk, :1]).float().clamp_min(1e-30).log().sum()
            p.scatter_add_(1, likely[chunk], -shares[chunk].to(kind))
            torch.mm(p, weight, out=by_state[chunk])
            by_weight += torch.mm(p.t(), part)
        each = (1 - shares.sum(1, keepdim=True)) / size  # what all pieces have alike
        by_state -= (weight.float().sum(0) * each).to(kind)
        by_weight -= (inputs.float() * each).sum(0)
        ctx.save_for_backward(by_state, by_weight)
        ctx.count = count
        return loss / count

    @staticmethod
    def backward(ctx: Any, *scales: Tensor) -> tuple[Tensor | None, ...]:
        by_state, by_weight = ctx.saved_tensors
        share, width = scales[0] / ctx.count, by_state.shape[1]
        by_weight = (by_weight * share).to(by_state.dtype)
        return by_state * share.to(by_state.dtype), by_weight[:, :width], by_weight[:, width], None, None


class Attention(nn.Module):
    """Multi-head attention."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.output = (nn.Linear(shape.width, shape.width) for _ in range(4))

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, -1, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(memory)), split(self.value(memory))
        if x.is_cuda:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        else:  # plain products: for short sentences twice as fast on a CPU as PyTorch's fused kernel
            scores = torch.matmul(q * (width // self.heads) ** -0.5, k.transpose(-1, -2)) + mask
            # In float32: PyTorch's bf16 softmax takes six times as long for rows that are no multiple of 32.
            y = torch.matmul(torch.softmax(scores, -1, dtype=torch.float32).to(x.dtype), v)
        return self.output(y.transpose(1, 2).reshape(batch, length, width))


class Recurrence(nn.Module):
    """A simpler simple recurrent unit (SSRU), in the place of the decoder's self-attention."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.value, self.forget = nn.Linear(shape.width, shape.width, bias=False), nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, _memory: Tensor, _mask: Tensor) -> Tensor:
        forget = torch.sigmoid(self.forget(x))
        fresh = (1 - forget) * self.value(x)
        cell, cells = torch.zeros_like(fresh[:, 0]), []
        for position in range(x.shape[1]):
            cell = forget[:, position] * cell + fresh[:, position]
            cells.append(cell)
        return F.relu(torch.stack(cells, 1))

    def step(self, x: Tensor, cell: Tensor) -> tuple[Tensor, Tensor]:
        """Return output and cell after one position."""
        forget = torch.sigmoid(self.forget(x))
        cell = forget * cell + (1 - forget) * self.value(x)
        return F.relu(cell), cell


class FeedForward(nn.Module):
    """Two layers with a rectifier between."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.up, self.down = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        return self.down(F.relu(self.up(x)))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each added and then normalised."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention, self.feed = Attention(shape), FeedForward(shape)
        self.norm1, self.norm2 = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(x + self.attention(x, x, mask))
        return self.norm2(x + self.feed(x))


class DecoderLayer(nn.Module):
    """Self-attention (or a recurrence), attention to the source and feed-forward."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention = Recurrence(shape) if shape.recurrent else Attention(shape)
        self.cross, self.feed = Attention(shape), FeedForward(shape)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(shape.width) for _ in range(3))

    def forward(self, x: Tensor, memory: Tensor, causal: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(x + self.attention(x, x, causal))
        x = self.norm2(x + self.cross(x, memory, mask))
        return self.norm3(x + self.feed(x))


class Transformer(nn.Module):
    """The whole model; output embeddings are the target's."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.source, self.target = nn.Embedding(shape.source, shape.width), nn.Embedding(shape.target, shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.target))
        self.encoder = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.encoder))
        self.decoder = nn.ModuleList(DecoderLayer(shape) for _ in range(shape.decoder))
        self.register_buffer("positions", sinusoids(MAX_LENGTH, shape.width), persistent=False)

    def embed(self, table: nn.Embedding, ids: Tensor) -> Tensor:
        """Return the scaled vectors of ids (batch, length) with their positions."""
        vectors = table(ids) * self.shape.width**0.5
        return vectors + self.positions[: ids.shape[1]].to(vectors.dtype)  # type: ignore[index, no-any-return]

    def states(self, source: Tensor, inputs: Tensor) -> Tensor:
        """Return the decoder's states (batch, length, width) after each of the ids `inputs` (batch, length)."""
        kind, length = self.bias.dtype, inputs.shape[1]
        mask = torch.where(source == self.shape.pad, NEVER, 0.0).to(kind)[:, None, None, :]
        causal = torch.full((length, length), NEVER, dtype=kind, device=source.device).triu(1)
        x = self.embed(self.source, source)
        for layer in self.encoder:
            x = layer(x, mask)
        y = self.embed(self.target, inputs)
        for layer in self.decoder:
            y = layer(y, x, causal, mask)
        return y

    def loss(self, source: Tensor, inputs: Tensor, there: Tensor, likely: Tensor, shares: Tensor) -> Tensor:
        """Return the mean negative log-likelihood of the text where `there` is true (batch, length).

        `likely` and `shares` (tokens, LIKELY) are what to learn there: see TiedLoss.
        """
        states = self.states(source, inputs)[there]
        loss: Tensor = TiedLoss.apply(states, self.target.weight, self.bias, likely, shares)  # type: ignore[no-untyped-call]
        return loss

    def describe(self) -> dict[str, int]:
        """Return the sizes, to be saved with the weights."""
        return asdict(self.shape)


@torch.no_grad()
def from_parent(parent: Mapping[str, Tensor], vectors: Tensor, kept: Tensor, recurrent: bool = False) -> Transformer:
    """Return a model that starts from the parent's weights.

    `vectors` (source pieces, width) are the source's; `kept` numbers the target pieces in the parent's vocabulary.
    Unless the model is `recurrent` its SSRU cells become self-attention: values from the cell's input, the output an
    identity, queries and keys near zero.
    """
    model = Transformer(Shape(len(vectors) + 1, len(kept) + 1, vectors.shape[1], recurrent=recurrent))
    model.source.weight[:-1], model.source.weight[-1] = vectors, 0
    model.target.weight[:-1], model.target.weight[-1] = parent["Wemb"][kept], 0
    model.bias[:-1], model.bias[-1] = parent["decoder_ff_logit_out_b"][0][kept], NEVER

    def linear(layer: nn.Linear, weight: str, bias: str) -> None:
        layer.weight.copy_(parent[weight])
        layer.bias.copy_(parent[bias][0])

    def attention(layer: Attention, name: str) -> None:
        for part, letter in ((layer.query, "q"), (layer.key, "k"), (layer.value, "v"), (layer.output, "o")):
            linear(part, f"{name}_W{letter}", f"{name}_b{letter}")

    def norm(layer: nn.LayerNorm, name: str) -> None:
        layer.weight.copy_(parent[f"{name}_ln_scale"][0])
        layer.bias.copy_(parent[f"{name}_ln_bias"][0])

    def feed(layer: FeedForward, name: str) -> None:
        linear(layer.up, f"{name}_W1", f"{name}_b1")
        linear(layer.down, f"{name}_W2", f"{name}_b2")

    for number, layer in enumerate(model.encoder, 1):
        name = f"encoder_l{number}"
        attention(layer.attention, f"{name}_self")
        norm(layer.norm1, f"{name}_self_Wo")
        feed(layer.feed, f"{name}_ffn")
        norm(layer.norm2, f"{name}_ffn_ffn")
    for number, layer in enumerate(model.decoder, 1):
        name = f"decoder_l{number}"
        attention(layer.cross, f"{name}_context")
        norm(layer.norm1, f"{name}_rnn_ffn")
        norm(layer.norm2, f"{name}_context_Wo")
        feed(layer.feed, f"{name}_ffn")
        norm(layer.norm3, f"{name}_ffn_ffn")
        if recurrent:
            layer.attention.value.weight.copy_(parent[f"{name}_rnn_W"])
            linear(layer.attention.forget, f"{name}_rnn_Wf", f"{name}_rnn_bf")
            continue
        layer.attention.value.weight.copy_(parent[f"{name}_rnn_W"])
        layer.attention.output.weight.copy_(torch.eye(vectors.shape[1]))
        for part in (layer.attention.value, layer.attention.output):
            part.bias.zero_()
        for part in (layer.attention.query, layer.attention.key):
            nn.init.normal_(part.weight, std=0.02)
            part.bias.zero_()
    return model
