"""Translates sentences with an Argos package; the only module that imports Argos Translate."""

from __future__ import annotations

import importlib
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from visavis.engines.translation.capitals import is_in_capitals, lower_capitals, restore_capitals
from visavis.engines.translation.copying import restore_copied
from visavis.engines.translation.decoder import Chunk, Decoder
from visavis.engines.translation.decoding import Decoding
from visavis.engines.translation.english_runs import restore_english
from visavis.engines.translation.model_loading import ModelLoading
from visavis.engines.translation.normalisation import (
    LONGEST_WORDS,
    has_letters,
    join_parts,
    normalise,
    split_long_sentence,
)
from visavis.engines.translation.pieces import Pieces
from visavis.model.errors import EngineFailed, PackageError
from visavis.model.message import Message
from visavis.model.passage import Flag, Hypothesis, Link, PackageInfo
from visavis.packages.find import TOKENIZERS, InstalledPackage

# Source tokens to decode before results are returned. The first window is about one paragraph, so that the user sees
# text at once. Windows over 2,000 tokens are no faster, and the engine cannot be stopped inside one.
WINDOWS = (50, 500, 1000, 2000)
# Windows queued in the engine, so that no core is idle while results are returned, and those decoded again before them.
AHEAD = 1
WIDE = 40  # beam size used to find alternatives
LONGEST = 240  # source tokens per part: models accept 512 positions, and a translation may be twice as long


# Texts with their parts, decoded together.
Window = list[tuple[str, list[Chunk]]]


class ArgosTranslator:
    """A loaded language package; raises PackageError if it cannot be loaded."""

    def __init__(self, package: InstalledPackage, threads: int = 0, model: ModelLoading | None = None) -> None:
        self._installed = package
        model = model or ModelLoading(package.folder / "model", threads)
        try:
            tokenizers = importlib.import_module(
                "argostranslate.tokenizer"
            )  # the rest of it creates folders in the home
            about = json.loads((package.folder / "metadata.json").read_text(encoding="utf-8"))
            pieces, merges = (package.folder / name for name in TOKENIZERS)
            whole = pieces.is_file()
            tokenizer = (
                tokenizers.SentencePieceTokenizer(pieces)
                if whole
                else tokenizers.BPETokenizer(merges, package.source, package.target)
            )
            self._pieces = Pieces(tokenizer, package.folder / "model", whole)
            self._pieces.encode("a")  # the tokenizer loads on first use: make a broken one fail here
            engine = model.wait()
        except ImportError as error:
            raise EngineFailed(
                "",
                "the engine is incomplete, or there is not enough memory ({0}); close other programs and try again",
                error,
            ) from error
        except Exception as error:  # the libraries raise anything at all on a broken file
            if isinstance(error, MemoryError) or re.search("memory|alloc|resource", str(error), re.IGNORECASE):
                raise EngineFailed(
                    package.name,
                    "there is not enough memory for the language package; close other programs and try again",
                ) from error
            raise PackageError(
                package.name, "the language package could not be loaded; remove it or install it again"
            ) from error
        self.decoder = Decoder(
            engine,
            self._pieces.decode,
            str(about.get("target_prefix") or ""),
            package.name,
            has_shortlist(package.folder / "model"),
        )

    @cached_property
    def package(self) -> PackageInfo:
        """The package's name, version and checksum. Raises PackageError."""
        return self._installed.info()

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield (index, hypothesis) window by window, in reading order; equal sentences are decoded once, together."""
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(_prepare(sentence), []).append(index)
        queued: deque[tuple[Window, Decoding]] = deque()
        ahead = 0  # the first window has the engine to itself, so that text appears soon
        try:
            for window in self._windows(list(places)):
                queued.append((window, Decoding(self.decoder, _list_chunks(window))))
                sound = [decoding.review() for _, decoding in islice(queued, len(queued) - ahead)]
                for _ in range(len(sound) - (ahead and sound[-1:] == [False])):  # one decoded again may take its time
                    yield self._handed_out(*queued[0], sentences, places)
                    queued.popleft()
                ahead = AHEAD
            while queued:
                yield self._handed_out(*queued[0], sentences, places)
                queued.popleft()
        finally:
            for _, decoding in queued:
                decoding.discard()

    def _handed_out(
        self, window: Window, decoding: Decoding, sentences: Sequence[str], places: dict[str, list[int]]
    ) -> list[tuple[int, Hypothesis]]:
        """Return the results of a window, in reading order."""
        decoded = iter(decoding.finish())
        batch = []
        for text, chunks in window:
            hypothesis = _join_chunks([next(decoded) for _ in chunks])
            batch += [
                (i, _restore_copied(sentences[i], hypothesis) if hypothesis else _copy_source(sentences[i]))
                for i in places[text]
            ]
        return sorted(batch, key=lambda result: result[0])

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return at most `count` translations in different words, best first; none if there is nothing to translate."""
        text = _prepare(sentence)
        chunks = self._parts(text) if has_letters(text) else []
        if not chunks:
            return []
        ranked = zip(*self.decoder.decode_beam(chunks, WIDE), strict=False)
        return _leave_out_likes(
            _restore_copied(sentence, whole) for combination in ranked if (whole := _join_chunks(list(combination)))
        )[:count]

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return the whole beam of each sentence, `count` wide, best first, without those that begin otherwise.

        None for a sentence with nothing to translate.
        """
        texts = [_prepare(sentence) for sentence in sentences]
        parts = [self._parts(text) if has_letters(text) else [] for text in texts]
        asked = [
            replace(part, pieces=self._pieces.encode_target(begin) if begin and not number else ())
            for chunks, begin in zip(parts, begins, strict=True)
            for number, part in enumerate(chunks)
        ]
        beams = iter(self.decoder.decode_beam(asked, count))
        joined = []
        for sentence, chunks, begin in zip(sentences, parts, begins, strict=True):
            ranked = zip(*[next(beams) for _ in chunks], strict=False)
            wholes = (_join_chunks(list(combination)) for combination in ranked)
            beam = (_restore_copied(sentence, whole) for whole in wholes if whole)
            joined.append([one for one in beam if one.text.startswith(begin)])
        return joined

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return the word alignment of a sentence and its translation; empty for a very long one."""

        from visavis.engines.translation.word_alignment import find_links  # imports numpy, which is slow to load

        def score(sources: Sequence[list[str]], pieces: list[str]) -> list[list[float]]:
            return self.decoder.scores(sources, [pieces] * len(sources))

        if is_in_capitals(sentence) and (len(sentence.lower()), len(target.lower())) == (len(sentence), len(target)):
            sentence, target = sentence.lower(), target.lower()
        return find_links(sentence, target, self._pieces, score, LONGEST)

    def _windows(self, texts: list[str]) -> Iterator[Window]:
        """Group the texts into windows of growing size; a text that the engine cannot take has no parts."""
        window: Window = []
        chunk_count, sizes = 0, iter(WINDOWS)
        size = next(sizes)
        for text in texts:
            chunks = self._parts(text) if has_letters(text) else []
            window.append((text, chunks))
            chunk_count += sum(len(part.tokens) for part in chunks)
            if chunk_count >= size:
                yield window
                window, chunk_count, size = [], 0, next(sizes, WINDOWS[-1])
        if window:
            yield window

    def _parts(self, text: str, limit: int = LONGEST_WORDS) -> list[Chunk]:
        """Split a text into parts, shorter ones if needed; return none if the engine cannot take it."""
        chunks = [Chunk(part, self._pieces.encode(part)) for part in split_long_sentence(text, limit)]
        if all(len(part.tokens) <= LONGEST for part in chunks):
            return chunks
        return self._parts(text, limit // 2) if limit > 3 else []


def has_shortlist(model: Path) -> bool:
    """True if CTranslate2 may choose among the likely pieces of a model: it has a map of them, and `<s>` is in front.

    CTranslate2 4.8 keeps the number that a piece had in its first batch, and only the first pieces keep theirs.
    """
    try:
        with (model / "target_vocabulary.json").open(encoding="utf-8") as file, (model / "vmap.txt").open("rb") as map_:
            # The common pieces come first, for no French piece: a map that is damaged or cut short would leave wrong
            # words without a word.
            return '"<s>"' in file.read(100) and map_.read(1) == b"\t" and map_.seek(-1, 2) > 0 and map_.read() == b"\n"
    except OSError:
        return False


def _prepare(sentence: str) -> str:
    """Return a sentence as the engine shall have it."""
    return lower_capitals(normalise(sentence))


def _list_chunks(window: Window) -> list[Chunk]:
    return [part for _, chunks in window for part in chunks]


def _leave_out_likes(hypotheses: Iterable[Hypothesis]) -> list[Hypothesis]:
    """Drop near-duplicates: most sentences in a beam differ only in an article or a punctuation mark."""
    distinct: dict[frozenset[str], Hypothesis] = {}
    for hypothesis in hypotheses:
        words = frozenset(re.findall(r"\w+", hypothesis.text.lower())) - {"a", "an", "the", "s"}
        if words and all(len(words ^ other) > 2 for other in distinct):
            distinct[words] = hypothesis
    return list(distinct.values())


def _copy_source(sentence: str) -> Hypothesis:
    """Return the source unchanged: it has nothing to translate, or is too long for the engine."""
    flags = (Flag("degenerate", "too long for the engine"),) if has_letters(sentence) else ()
    return Hypothesis(sentence.strip(), 0.0, flags)


def _restore_copied(sentence: str, hypothesis: Hypothesis) -> Hypothesis:
    """Restore what should have been as in the source: capitals, and words to copy; flag what could not be restored."""
    text = restore_capitals(sentence, hypothesis.text)
    text, lost = restore_copied(sentence, restore_english(sentence, text)) if text else ("", [])
    flags = (Flag("unknown", Message("“{0}” is not in the translation", word)) for word in lost)
    return replace(hypothesis, text=text, flags=(*hypothesis.flags, *flags))


def _join_chunks(chunks: list[Chunk]) -> Hypothesis | None:
    """Join the decoded parts of a sentence into one hypothesis, or return None if there are none."""
    if not chunks:
        return None
    text = join_parts([part.source for part in chunks], [part.target for part in chunks])
    score = sum(part.score * part.length for part in chunks) / sum(part.length for part in chunks)
    return Hypothesis(text, score, tuple(dict.fromkeys(flag for part in chunks for flag in part.flags)))
