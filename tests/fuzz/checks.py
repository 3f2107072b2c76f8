"""Fuzzes the checks and the glossary: they never raise, flag only spans inside the texts, and are deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from fuzz import mutate
from fuzz.target import Target, must
from hostile.dress import FILES
from visavis import paths
from visavis.checks import NAMES, check_passages
from visavis.model.article import Sentence
from visavis.model.glossary import Glossary
from visavis.model.passage import Flag, PackageInfo, Passage
from visavis.readers import glossary

_PACKAGE = PackageInfo("a", "1", "built-in", "0")
_BETWEEN = "\n"


def targets() -> dict[str, Target]:
    """Return the target: lines alternate between French and English."""
    return {"checks": Target(_seeds, mutate.text, _run)}


def _seeds() -> Sequence[bytes]:
    found = [(FILES / "checks" / name).read_text(encoding="utf-8") for name in ("pairs.tsv", "more.tsv", "held.tsv")]
    rows = [line.split("\t") for text in found for line in text.splitlines()[1:]]
    return [_BETWEEN.join(row[1:3]).encode() for row in rows]


@cache
def _terms() -> Glossary:
    return Glossary(glossary.read(paths.find_resource("glossary-fr-en.csv")))


def _run(data: bytes) -> None:
    lines = [*data.decode("utf-8", "replace").split(_BETWEEN), ""]
    passages = {
        number: Passage(Sentence(number, 0, len(french), french), english, -(len(english) % 7) / 2, package=_PACKAGE)
        for number, (french, english) in enumerate(zip(lines[::2], lines[1::2], strict=False))
    }
    first, second = (list(check_passages(passages.values(), passages, _terms())) for _ in range(2))
    must(first == second, "another time it says something else")
    for passage in first:
        for flag in passage.flags:
            must(flag.check in NAMES and flag.detail.strip() != "", f"{flag}")
            _within(flag, flag.source, passage.sentence.text)
            _within(flag, flag.target, passage.target)


def _within(flag: Flag, place: tuple[int, int] | None, text: str) -> None:
    if place:
        start, end = place
        must(0 <= start < end <= len(text), f"{flag} is not within {text!r}")
