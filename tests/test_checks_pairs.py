"""How well the checks do on pairs of news sentences, half of them wrong.

`pairs.tsv` was written by another hand than the checks: at first sight precision was 0.958, recall 0.929; then they
were tuned on it. `held.tsv` was written after that: at first sight 0.974 and 0.974; its two errors have been mended.
`more.tsv` is by another hand again, which had not seen these two: at first sight 0.938 and 0.947; then what it showed
was mended.
Run it with `-s` for the table: python -m pytest --no-cov -s tests/test_checks_pairs.py
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from visavis import services
from visavis.checks import NAMES, check, check_passages
from visavis.checks.pair import SentencePair
from visavis.model.article import Sentence
from visavis.model.passage import PackageInfo, Passage

FILES = Path(__file__).parent / "files" / "checks"
PACKAGE = PackageInfo("translate-fr_en", "1.0", "built-in", "0" * 64)


def rows(name: str) -> list[dict[str, str]]:
    with (FILES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judged(name: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count by check the flags that are right, those that are wrong, and those that are missing."""
    right, false, missed = Counter[str](), Counter[str](), Counter[str]()
    for row in rows(name):
        french, score = row["french"], float(row["score"] or -0.2)
        passage = Passage(Sentence(0, 0, len(french), french), row["english"], score, package=PACKAGE)
        (made,) = check_passages([passage], {}, services.load_glossary())
        found, wanted = {flag.check for flag in made.flags}, set(filter(None, row["expected"].split(",")))
        right.update(found & wanted)
        false.update(found - wanted)
        missed.update(wanted - found)
    return right, false, missed


@pytest.mark.parametrize("name", ["pairs.tsv", "held.tsv", "more.tsv"])
def test_precision_and_recall(name: str) -> None:
    right, false, missed = judged(name)
    print(f"\n{name:14} right false missed")
    for name_ in sorted({*right, *false, *missed}):
        print(f"{name_:14} {right[name_]:5} {false[name_]:5} {missed[name_]:6}")
    precision = right.total() / (right.total() + false.total())
    recall = right.total() / (right.total() + missed.total())
    print(f"precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.9
    assert recall >= 0.9


def test_the_set_is_large_and_half_wrong_and_covers_every_check() -> None:
    pairs = rows("pairs.tsv")
    assert len(pairs) >= 200
    assert 0.45 <= sum(bool(row["expected"]) for row in pairs) / len(pairs) <= 0.55
    of_an_article = {"spelling"}  # needs more than one sentence
    assert {name for row in pairs for name in row["expected"].split(",")} - {""} == NAMES - of_an_article
    assert not {row["french"] for row in pairs} & {row["french"] for row in rows("held.tsv")}


@pytest.mark.parametrize("row", rows("right.tsv"), ids=lambda row: row["french"][:30])
def test_what_is_right_is_not_flagged(row: dict[str, str]) -> None:
    assert check(SentencePair(row["french"], row["english"], None, None)) == ()
