"""Write sentences of French news to translate: `news.py CORPORA OUT.fr --besides PAIRS.tsv.xz --count 200000`.

One a line, each once, from the end of the order that distill.py goes through, without those that it translated. Runs in
the program's own environment.
"""

from __future__ import annotations

import argparse
import lzma
from itertools import islice
from pathlib import Path

from distill import read_news

LONGEST = 60  # words


def main() -> None:
    """Write the sentences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--besides", type=Path, help="pairs whose French is left out")
    parser.add_argument("--count", type=int, default=200_000)
    args = parser.parse_args()
    known = set()
    if args.besides:
        with lzma.open(args.besides, "rt", encoding="utf-8") as lines:
            known = {line.split("\t")[0] for line in lines}
    found = (
        sentence
        for sentence in read_news(args.corpora, backwards=True)
        if sentence not in known and "\t" not in sentence and len(sentence.split()) <= LONGEST
    )
    args.out.write_text("".join(f"{sentence}\n" for sentence in islice(found, args.count)), encoding="utf-8")


if __name__ == "__main__":
    main()
