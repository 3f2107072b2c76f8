"""Decodes parts of sentences with CTranslate2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from visavis.engines.translation.pieces import UNKNOWN
from visavis.model.errors import EngineFailed
from visavis.model.passage import Flag

# Tokens decoded in one batch. At 1024 the pieces that any sentence of it may need are more: 0.02 chrF2, 7 % more time.
BATCH = 512
BEAM = 2  # beam size for a first translation; unsure results get a wider one (`decoding`)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A sentence, or a part of a long one, on its way through the engine.

    `pieces` are the target tokens; `score` is the mean log-probability over `length` tokens.
    """

    source: str
    tokens: list[str]
    target: str = ""
    score: float = 0.0
    pieces: Sequence[str] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def length(self) -> int:
        """Number of target tokens, including the end mark."""
        return len(self.pieces) + 1


class Decoder:
    """A CTranslate2 engine and its detokenizer. Raises EngineFailed about the package `name`.

    With a `shortlist` first translations choose among the likely pieces only; unsure and degenerate ones among all.
    """

    def __init__(
        self, engine: Any, join: Callable[[list[str]], str], prefix: str, name: str, shortlist: bool = False
    ) -> None:
        self.engine, self._join, self._prefix, self._name = engine, join, prefix, name
        self._shortlist = shortlist and not prefix  # CTranslate2 4.8 mistakes the numbers of the prefix's pieces

    def submit(self, asked: Sequence[Chunk], beam_size: int = BEAM, **options: float) -> list[Any]:
        """Queue the parts in the engine, which sorts them by length; return the pending results for `collect`."""
        if not asked:
            return []
        tokens = [part.tokens for part in asked]
        with self._breakdown_told():
            begun = self.engine.translate_batch(
                tokens,
                asynchronous=True,
                beam_size=beam_size,
                use_vmap=self._shortlist and beam_size == BEAM and not options,
                **self._options(tokens),
                **options,
            )
        return list(begun)

    def collect(self, asked: Sequence[Chunk], begun: Sequence[Any]) -> list[Chunk]:
        """Wait for the results."""
        with self._breakdown_told():
            results = [pending.result() for pending in begun]
        return [self._read(part, r.hypotheses[0], r.scores[0]) for part, r in zip(asked, results, strict=True)]

    def decode_beam(self, asked: Sequence[Chunk], beam_size: int) -> list[list[Chunk]]:
        """Return the whole beam of each part, best first, after its `pieces`; the score is of what follows them."""
        tokens = [part.tokens for part in asked]
        if not tokens:
            return []
        options = self._options(tokens)
        begin = [self._prefix] if self._prefix else []
        options["target_prefix"] = [[*begin, *part.pieces] for part in asked]
        with self._breakdown_told():
            results = self.engine.translate_batch(tokens, num_hypotheses=beam_size, beam_size=beam_size, **options)
        return [
            [self._read(part, *one) for one in zip(result.hypotheses, result.scores, strict=True)]
            for part, result in zip(asked, results, strict=True)
        ]

    def scores(self, sources: Sequence[list[str]], targets: Sequence[Sequence[str]]) -> list[list[float]]:
        """Return the log-probability of each token of each target, including the end mark."""
        begin = [self._prefix] if self._prefix else []
        whole = [[*begin, *target] for target in targets]
        with self._breakdown_told():
            scores = self.engine.score_batch(list(sources), whole, max_batch_size=BATCH, batch_type="tokens")
        return [list(score.log_probs)[len(begin) :] for score in scores]

    def _options(self, tokens: list[list[str]]) -> dict[str, Any]:
        return {
            "target_prefix": [[self._prefix]] * len(tokens) if self._prefix else None,
            "length_penalty": 1,  # makes the score the mean over the tokens, end mark included
            "return_scores": True,
            "replace_unknowns": True,
            "max_batch_size": BATCH,
            "batch_type": "tokens",
            "max_decoding_length": 2 * max(map(len, tokens)) + 20,
        }

    def _read(self, part: Chunk, pieces: list[str], score: float) -> Chunk:
        """Return the part with the engine's result filled in."""
        pieces = pieces[1:] if pieces[:1] == [self._prefix] else pieces
        text = " ".join(self._join([piece for piece in pieces if piece != UNKNOWN]).split())
        flags = (Flag("unknown", "a character has no translation"),) if UNKNOWN in pieces or "\ufffd" in text else ()
        return replace(part, target=text, score=min(0.0, score), pieces=pieces, flags=flags)

    @contextmanager
    def _breakdown_told(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError, MemoryError) as error:
            raise EngineFailed(self._name, "the translation engine failed; try again") from error
