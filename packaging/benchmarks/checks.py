"""Measure the checks on human translations: false alarms, and errors found that are put into right pairs.

    python packaging/benchmarks/checks.py FOLDER [--held] [--list KIND]

FOLDER has NAME.fr and NAME.en, one sentence a line. Every kind of error is put into 100 pairs by rule (seeded). The
even pairs are for tuning, the odd ones are held: `--held` measures on those. `--list` prints the false alarms of a
check, or the errors of a kind that were not found.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from wrong_pairs import KINDS, Pair, make_wrong_pairs

from visavis.checks import check
from visavis.checks.pair import SentencePair

EACH = 100


def read_pairs(folder: Path) -> dict[str, list[Pair]]:
    """Return the pairs of each text in the folder."""
    return {
        path.stem: list(
            zip(
                path.read_text(encoding="utf-8").splitlines(),
                path.with_suffix(".en").read_text(encoding="utf-8").splitlines(),
                strict=True,
            )
        )
        for path in sorted(folder.glob("*.fr"))
    }


def count_false_alarms(name: str, pairs: list[Pair], listed: str) -> None:
    """Print how many of 100 right pairs are flagged, in all and by check."""
    began, counts, flagged = time.perf_counter(), Counter[str](), 0
    for source, target in pairs:
        flags = check(SentencePair(source, target))
        flagged += bool(flags)
        counts.update({flag.check for flag in flags})
        for flag in flags:
            if listed in (flag.check, "all"):
                print(f"{flag.check}: {flag.detail}\n  {source}\n  {target}")
    spent = 1000 * (time.perf_counter() - began) / len(pairs)
    kinds = ", ".join(f"{check} {count}" for check, count in counts.most_common())
    print(f"{name:16} {100 * flagged / len(pairs):5.2f} of 100 right pairs flagged ({kinds}); {spent:.2f} ms a pair")


def _describe_flags(source: str, target: str) -> set[tuple[str, str]]:
    return {(flag.check, flag.detail) for flag in check(SentencePair(source, target))}


def count_found(pairs: list[Pair], listed: str) -> None:
    """Print how many of the errors put into the pairs are found: flags that the right pair does not have."""
    right = {source: _describe_flags(source, target) for source, target in pairs}
    all_found = total = 0
    for kind in KINDS:
        wrong = make_wrong_pairs(pairs, kind, EACH, seed=1)
        found = 0
        for french, english in wrong:
            new = _describe_flags(french, english) - right[french]
            found += bool(new)
            if listed == kind and not new:
                print(f"missed:\n  {french}\n  {english}")
        all_found, total = all_found + found, total + len(wrong)
        print(f"{kind:10} found {found:3} of {len(wrong)}")
    print(f"{'all':10} found {all_found:3} of {total}: {all_found / total:.3f}")


def main() -> None:
    """Measure the texts of the folder given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held", action="store_true", help="measure on the odd pairs")
    parser.add_argument("--list", default="", metavar="KIND", help="print the errors of a check or kind")
    options = parser.parse_args()
    texts = {name: pairs[options.held :: 2] for name, pairs in read_pairs(options.folder).items()}
    check(SentencePair("Il dort.", "He sleeps."))  # loads what the checks need
    for name, pairs in texts.items():
        count_false_alarms(name, pairs, options.list)
    count_found([pair for pairs in texts.values() for pair in pairs], options.list)


if __name__ == "__main__":
    main()
