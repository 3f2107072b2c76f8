"""Mend what the ensemble spells wrong: `mend.py WORK/made PAIRS.tsv.xz…`, in the program's own environment.

Writes mended.tsv.xz: pairs with a word of teacher-words.tsv (French, tab, English) whose English has one word that is
none ("The sexage was found"), with the right one in its place, and the words alone. teacher-words.tsv was made by hand
of the French words that stand oftenest beside such English. terms.tsv.xz has the pairs of news-terms.tsv, written by
hand: the words of French courts, politics and newsrooms that a translation word by word gets wrong.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections.abc import Mapping
from pathlib import Path

from visavis.checks.meaning.english_words import is_english
from visavis.engines.translation.pieces import join_marks

HERE = Path(__file__).parent
_FRENCH = re.compile(r"[a-zàâäçéèêëîïôöùûüœ]{4,}")
_ENGLISH = re.compile(r"(?<![\w'-])[a-zà-ÿ]{4,}(?![\w'-])")


def mend(french: str, english: str, words: Mapping[str, str]) -> str:
    """Return the English with the right word for a wrong one; empty if it is not plain which is meant."""
    low = french.lower()
    lacking = {word for word in _FRENCH.findall(low) if word in words and words[word].lower() not in english.lower()}
    unknown = {word for word in _ENGLISH.findall(english) if not is_english(word) and word not in low.split()}
    if len(lacking) != 1 or len(unknown) != 1:
        return ""
    right, wrong = words[lacking.pop()], unknown.pop()
    article = "" if right.endswith("s") else "an " if right[0] in "aeio" else "a "
    return re.sub(rf"\b{wrong}\b", right, re.sub(rf"\ban? {wrong}\b", article + right, english))


def main() -> None:
    """Write both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("made", type=Path)
    parser.add_argument("pairs", type=Path, nargs="+")
    args = parser.parse_args()
    terms, alone = ((HERE / name).read_text(encoding="utf-8") for name in ("news-terms.tsv", "teacher-words.tsv"))
    words = dict(line.split("\t", 1) for line in alone.splitlines())
    mended = 0
    with lzma.open(args.made / "mended.tsv.xz", "wt", encoding="utf-8") as out:
        for path in args.pairs:
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    french, english = line.rstrip("\n").split("\t")
                    if right := mend(french, join_marks(english), words):
                        out.write(f"{french}\t{right}\n")
                        mended += 1
        out.write(alone)
    with lzma.open(args.made / "terms.tsv.xz", "wt", encoding="utf-8") as out:
        out.write(terms)
    print(f"{mended} pairs mended, {len(words)} words, {len(terms.splitlines())} pairs with terms")


if __name__ == "__main__":
    main()
