"""Keep the pairs that no check flags: `unflagged.py OUT.tsv.xz IN.tsv.xz…`, in the program's own environment.

The ensemble writes a space behind opening quotation marks and brackets (normalizer.py), which is taken out.
"""

from __future__ import annotations

import argparse
import lzma
from pathlib import Path

from distill import is_unflagged
from visavis.checks.degenerate import describe_fault
from visavis.engines.translation.pieces import join_marks


def main() -> None:
    """Copy the pairs that are not flagged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pairs", type=Path, nargs="+")
    args = parser.parse_args()
    read = written = 0
    with lzma.open(args.out, "wt", encoding="utf-8", preset=1) as out:
        for path in args.pairs:
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    french, english = line.rstrip("\n").split("\t")
                    english, read = join_marks(english), read + 1
                    if not describe_fault(french, english) and is_unflagged(french, english):
                        out.write(f"{french}\t{english}\n")
                        written += 1
    print(f"{written} of {read} pairs")


if __name__ == "__main__":
    main()
