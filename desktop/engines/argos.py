"""Translates sentences with an Argos package; the only module that knows Argos Translate and CTranslate2."""

from __future__ import annotations

import importlib
import logging
import math
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

from desktop.core.degenerate import fault
from desktop.core.errors import EngineFailed, PackageError
from desktop.core.passage import Flag, Hypothesis, Link, PackageInfo
from desktop.engines.links import find
from desktop.engines.normal import LONGEST_WORDS, has_letters, joined, parts, plain, tidy
from desktop.packages.find import InstalledPackage

#: Source tokens decoded before results are handed out: the first window is a paragraph, to be there at once. Windows
#: over 2,000 are no faster, and the engine cannot be stopped inside one.
WINDOWS = (60, 500, 1000, 2000)
BATCH = 1024  # tokens that the engine decodes side by side
WIDE = 40  # beam in which alternatives are looked for
LONGEST = 240  # tokens of a part: models know 512 positions, and a translation may be twice as long


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a piece of a long one, on its way through the engine; `score` is a mean over `length` tokens."""

    source: str
    tokens: list[str]
    target: str = ""
    score: float = 0.0
    length: int = 1
    flags: tuple[Flag, ...] = ()


class ArgosTranslator:
    """A loaded language package; raises PackageError if it cannot be loaded."""

    def __init__(self, package: InstalledPackage, threads: int = 0, beam_size: int = 4) -> None:
        self.package: PackageInfo = package.info()
        self.beam_size = beam_size
        argos, engine = _libraries()
        try:
            opened = argos.Package(package.folder)
            self._tokenizer: Any = opened.tokenizer
            self._prefix: str = opened.target_prefix
            self._tokenizer.encode("a")  # it loads on first use: let a broken one show now
            self._engine: Any = engine.Translator(
                str(package.folder / "model"), device="cpu", compute_type="auto", intra_threads=threads or cores()
            )
        except Exception as error:  # whatever the libraries make of a broken file
            reason = "the language package could not be loaded; remove it or install it again"
            raise PackageError(package.name, reason) from error

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield (index, hypothesis) window by window, in reading order; equal sentences come together, decoded once."""
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(plain(sentence), []).append(index)
        for window in self._windows(list(places)):
            made = iter(self._decode_safely([part for _, found in window for part in found]))
            batch = []
            for text, found in window:
                hypothesis = _whole([next(made) for _ in found])
                batch += [(i, hypothesis or _untouched(sentences[i])) for i in places[text]]
            yield sorted(batch, key=lambda result: result[0])

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return at most `count` translations in different words, best first; none if there is nothing to translate."""
        text = plain(sentence)
        found = self._parts(text) if has_letters(text) else []
        if not found:
            return []
        tokens = [part.tokens for part in found]
        with self._breakdown_told():
            results = self._engine.translate_batch(tokens, num_hypotheses=WIDE, **self._options(tokens, WIDE))
        made = [
            [self._read(part, *one) for one in zip(result.hypotheses, result.scores, strict=True)]
            for part, result in zip(found, results, strict=True)
        ]
        return _distinct(whole for ranked in zip(*made, strict=False) if (whole := _whole(list(ranked))))[:count]

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return which words of a sentence stand behind which of its translation; none for a very long one."""
        with self._breakdown_told():
            return find(sentence, target, self._tokenizer.encode, self._score, LONGEST)

    def _score(self, sources: Sequence[list[str]], target: list[str]) -> list[list[float]]:
        """Return the log-probability of each token of a target, for each source."""
        begin = [self._prefix] if self._prefix else []
        targets = [begin + target] * len(sources)
        scores = self._engine.score_batch(list(sources), targets, max_batch_size=BATCH, batch_type="tokens")
        return [list(score.log_probs)[len(begin) :] for score in scores]

    def _windows(self, texts: list[str]) -> Iterator[list[tuple[str, list[Part]]]]:
        """Yield the texts with their parts, in growing windows; a text that the engine cannot take has no parts."""
        window: list[tuple[str, list[Part]]] = []
        held, sizes = 0, iter(WINDOWS)
        size = next(sizes)
        for text in texts:
            found = self._parts(text) if has_letters(text) else []
            window.append((text, found))
            held += sum(len(part.tokens) for part in found)
            if held >= size:
                yield window
                window, held, size = [], 0, next(sizes, WINDOWS[-1])
        if window:
            yield window

    def _parts(self, text: str, limit: int = LONGEST_WORDS) -> list[Part]:
        """Return the parts of a text, shorter ones if need be; none if the engine cannot take it."""
        found = [Part(part, self._tokenizer.encode(part)) for part in parts(text, limit)]
        if all(len(part.tokens) <= LONGEST for part in found):
            return found
        return self._parts(text, limit // 2) if limit > 3 else []

    def _decode_safely(self, asked: list[Part]) -> list[Part]:
        """Decode, and once more with repetitions forbidden what went off the rails; flag what is still bad."""
        with self._breakdown_told():
            made = self._decode(asked)
            bad = [i for i, part in enumerate(made) if fault(part.source, part.target)]
            again = self._decode([asked[i] for i in bad], repetition_penalty=1.3, no_repeat_ngram_size=3) if bad else []
            for i, part in zip(bad, again, strict=True):
                made[i] = _flagged(min(made[i], part, key=_badness))
        return made

    @contextmanager
    def _breakdown_told(self) -> Iterator[None]:
        """Turn what CTranslate2 raises into EngineFailed."""
        try:
            yield
        except (RuntimeError, ValueError, MemoryError) as error:
            raise EngineFailed(self.package.name, "the translation engine broke down; restart the program") from error

    def _decode(self, asked: list[Part], **options: float) -> list[Part]:
        """Return the parts with target and score; the engine itself sorts them by length."""
        if not asked:
            return []
        tokens = [part.tokens for part in asked]
        results = self._engine.translate_batch(tokens, **self._options(tokens, self.beam_size), **options)
        made = [result.hypotheses[0] for result in results]
        scores = [result.scores[0] for result in results]
        if options:  # penalties are in these scores, and a reader compares them with the others
            scores = [fmean(score.log_probs) for score in self._engine.score_batch(tokens, made)]
        return [self._read(*one) for one in zip(asked, made, scores, strict=True)]

    def _options(self, tokens: list[list[str]], beam_size: int) -> dict[str, Any]:
        """Return how the engine is to decode."""
        return {
            "target_prefix": [[self._prefix]] * len(tokens) if self._prefix else None,
            "beam_size": beam_size,
            "length_penalty": 1,  # so that a score is the mean over the tokens, the end mark counted
            "return_scores": True,
            "replace_unknowns": True,
            "max_batch_size": BATCH,
            "batch_type": "tokens",
            "max_decoding_length": 2 * max(map(len, tokens)) + 20,
        }

    def _read(self, part: Part, pieces: list[str], score: float) -> Part:
        """Return the part with what the engine made of it."""
        text, unknown = tidy(self._tokenizer.decode(pieces[1:] if pieces[:1] == [self._prefix] else pieces))
        flags = (Flag("unknown", "a character has no translation"),) if unknown else ()
        return replace(part, target=text, score=min(0.0, score), length=len(pieces) + 1, flags=flags)


def _distinct(hypotheses: Iterable[Hypothesis]) -> list[Hypothesis]:
    """Leave out those that say it as one before: a beam is full of sentences that differ in an article or a mark."""
    kept: dict[frozenset[str], Hypothesis] = {}
    for hypothesis in hypotheses:
        words = frozenset(re.findall(r"\w+", hypothesis.text.lower())) - {"a", "an", "the", "s"}
        if words and all(len(words ^ other) > 2 for other in kept):
            kept[words] = hypothesis
    return list(kept.values())


def _badness(part: Part) -> tuple[bool, float]:
    """Order two decodings of a sentence: the sound one first, else the one nearer to the length of the source."""
    said, made = len(part.source.split()), len(part.target.split())
    return bool(fault(part.source, part.target)), abs(math.log((made + 0.5) / (said + 0.5)))


def _flagged(part: Part) -> Part:
    """Flag a part that is still bad."""
    reason = fault(part.source, part.target)
    return replace(part, flags=(*part.flags, Flag("degenerate", reason))) if reason else part


def _untouched(sentence: str) -> Hypothesis:
    """Hand back what the author wrote: there is nothing to translate in it, or it is no language at all."""
    flags = (Flag("degenerate", "too long for the engine"),) if has_letters(sentence) else ()
    return Hypothesis(sentence.strip(), 0.0, flags)


def _whole(made: list[Part]) -> Hypothesis | None:
    """Make one hypothesis of the parts of a sentence, if there are any."""
    if not made:
        return None
    text = joined([part.source for part in made], [part.target for part in made])
    score = sum(part.score * part.length for part in made) / sum(part.length for part in made)
    return Hypothesis(text, score, tuple(dict.fromkeys(flag for part in made for flag in part.flags)))


def cores() -> int:
    """Count the physical cores this process may use; the engine gains nothing from their second threads."""
    try:
        here = os.sched_getaffinity(0)
        siblings = Path("/sys/devices/system/cpu")
        return len({(siblings / f"cpu{n}/topology/thread_siblings_list").read_text() for n in here})
    except (AttributeError, OSError):
        return os.cpu_count() or 1


def _libraries() -> tuple[ModuleType, ModuleType]:
    """Import argostranslate.package and ctranslate2, leaving no trace in the user's home."""
    try:
        _import_settings()
        logging.getLogger("argostranslate").propagate = False  # it would log what the user reads
        return importlib.import_module("argostranslate.package"), importlib.import_module("ctranslate2")
    except ImportError as error:
        raise EngineFailed("", f"the translation engine is not installed whole ({error})") from error


def _import_settings() -> None:
    """Import argostranslate.settings, which makes the folders it is told of: tell it of one that goes away again.

    Only this small module is imported under the changed environment, which other threads see for its milliseconds.
    """
    with tempfile.TemporaryDirectory(prefix="visavis-") as folder:
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
        changed = {**dict.fromkeys(names, folder), "ARGOS_DEBUG": "0"}
        before = {name: os.environ.get(name) for name in changed}
        os.environ.update(changed)
        try:
            importlib.import_module("argostranslate.settings")
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
