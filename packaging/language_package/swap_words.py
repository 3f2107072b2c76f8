"""Teach the words that the ensemble gets wrong: `swap_words.py PACKAGE CORPORA WORK/made PAIRS.tsv.xz…`.

PAIRS are the ensemble's. Those that have none of the wrong words of vocabulary.py go, names mended, to known.tsv.xz.
The French of the others, and more French news for the words that are rare there, is translated by PACKAGE with the
right English word in the place of the French one: two of three times it is copied, and the French as it was makes a
pair with that English, in words-swapped.tsv.xz. words-dict.tsv.xz has the words alone, words-human.tsv.xz pairs of the
corpora that have them right. Runs in the program's own environment.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import Pair, read_lines, read_pairs
from distill import Teacher, is_unflagged, read_news, take_chunks
from visavis.engines.translation.pieces import join_marks
from vocabulary import find_words, find_wrong, mend_names, read_words, swap_words

HUMAN = ("news-wmt08-12", "news-commentary", "web-news", "prose", "tatoeba", "europarl")  # the best first
LONGEST = 40  # words of a sentence that is only there for a word
MOST, FEW, PAIRS_A_WORD = 60, 30, 12  # pairs of wrong words, pairs below which more are looked for, human ones


def write(path: Path, pairs: Iterable[Pair]) -> int:
    """Write pairs; return how many."""
    count = 0
    with lzma.open(path, "wt", encoding="utf-8", preset=1) as out:
        for count, (french, english) in enumerate(pairs, 1):  # noqa: B007
            out.write(f"{french}\t{english}\n")
    return count


def translate(teacher: Teacher, sentences: Iterable[Pair]) -> Iterator[Pair]:
    """Yield (French, English) of (French, French to translate), where that can teach."""
    for some in take_chunks(sentences):
        asked = {swapped: french for french, swapped in some}
        for swapped, made in teacher.translate(list(asked)):
            french = asked[swapped]
            yield french, mend_names(french, join_marks(made[0]))


def find_more(corpora: Path, seen: set[str], counts: Counter[str]) -> list[str]:
    """Return sentences of French news that have the words of which there are few."""
    found = []
    for sentence in read_news(corpora):
        if sentence not in seen and len(sentence.split()) <= LONGEST:
            words = find_words(sentence)
            if any(counts[word] < FEW for word in words):
                counts.update(words)
                found.append(sentence)
    return found


def choose_human(corpora: Path) -> Iterator[Pair]:
    """Yield human pairs that have the words right, a few for each."""
    counts: Counter[str] = Counter()
    for name in HUMAN:
        pairs = [pair for pair in read_pairs(corpora / f"{name}.tsv.xz") if len(pair[0].split()) <= LONGEST]
        random.Random(5).shuffle(pairs)
        for pair in pairs:
            words = find_words(pair[0])
            if any(counts[word] < PAIRS_A_WORD for word in words) and not find_wrong(*pair):
                counts.update(words)
                yield pair


def main() -> None:
    """Write the four."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("made", type=Path)
    parser.add_argument("pairs", type=Path, nargs="+")
    args = parser.parse_args()
    known: list[Pair] = []
    wrong: list[str] = []
    counts: Counter[str] = Counter()
    for path in args.pairs:
        for line in read_lines(path):
            french, english = line.split("\t")
            english = mend_names(french, join_marks(english))
            words = find_words(french)
            if not find_wrong(french, english):
                known.append((french, english))
                counts.update(words)
            elif any(counts[word] < MOST for word in words):
                wrong.append(french)
                counts.update(words)
    print(f"{write(args.made / 'known.tsv.xz', known)} pairs known, {len(wrong)} wrong", flush=True)
    asked = [*wrong, *find_more(args.corpora, {french for french, _ in known}.union(wrong), counts)]
    teacher = Teacher(args.package)
    first = [(*pair, find_wrong(*pair)) for pair in translate(teacher, zip(asked, asked, strict=True))]
    right = [(french, english) for french, english, words in first if not words]
    left = [(french, swap_words(french, words)) for french, _, words in first if words]
    right += [pair for pair in translate(teacher, left) if not find_wrong(*pair)]
    right = [pair for pair in right if is_unflagged(*pair)]
    print(f"{write(args.made / 'words-swapped.tsv.xz', right)} of {len(asked)} swapped", flush=True)
    alone = [(french, options[0]) for french, options in read_words().items()]
    print(f"{write(args.made / 'words-dict.tsv.xz', alone)} words")
    print(f"{write(args.made / 'words-human.tsv.xz', choose_human(args.corpora))} human pairs")


if __name__ == "__main__":
    main()
