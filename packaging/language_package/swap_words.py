"""Teach the words and names that the ensemble gets wrong: `swap_words.py PACKAGE CORPORA WORK/made PAIRS.tsv.xz…`.

PAIRS are the ensemble's. Those with no wrong word (vocabulary.py) and no lost name (copied.py, stand_ins.py) go, names
mended, to known.tsv.xz. The French of the others (MOST for each word), and more French news for what is rare there, is
translated by PACKAGE with stand-ins, and then with the right English word in the place of the French one: two of three
times it is copied, and the French as it was makes a pair with that English, in words-swapped.tsv.xz. words-dict.tsv.xz
has the words alone, words-human.tsv.xz pairs of the corpora that have them right. Runs in the program's own
environment, on a package whose names are cut (cut_names.py).
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from copied import find_lost, find_names, read_copied, read_cut_names
from corpora import Pair, read_lines, read_pairs
from distill import Teacher, is_unflagged, read_news, take_chunks
from stand_ins import NAMES, find_rare, put_rare, swap_rare
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


def is_right(french: str, english: str, copied: Set[str]) -> bool:
    """True if a translation has the words and names that it should."""
    if find_wrong(french, english) or find_lost(french, english, copied):
        return False
    return all(rare.is_in(english) for rare in find_rare(french) if rare.kind in NAMES)  # find_wrong knows the words


def list_taught(french: str) -> set[str]:
    """Return what a sentence can teach: words, names, titles."""
    return (
        find_words(french) | read_cut_names().intersection(find_names(french)) | {x.english for x in find_rare(french)}
    )


def translate(teacher: Teacher, sentences: Iterable[Pair]) -> Iterator[Pair]:
    """Yield (French, English) of (French, French to translate), where that can teach."""
    for some in take_chunks(sentences):
        asked = {}
        for french, text in some:
            put, swapped = swap_rare(text, find_rare(text))
            asked[put] = french, swapped
        for text, made in teacher.translate(list(asked)):
            french, swapped = asked[text]
            if english := put_rare(join_marks(made[0]), swapped):
                yield french, mend_names(french, english)


def find_more(corpora: Path, seen: set[str], counts: Counter[str]) -> list[str]:
    """Return sentences of French news that have the words of which there are few."""
    found = []
    for sentence in read_news(corpora):
        if sentence not in seen and len(sentence.split()) <= LONGEST:
            words = list_taught(sentence)
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
    copied = read_copied(args.corpora)
    known: list[Pair] = []
    wrong: list[str] = []
    counts, mended = Counter[str](), Counter[str]()
    for path in args.pairs:
        for line in read_lines(path):
            french, english = line.split("\t")
            english = mend_names(french, join_marks(english))
            words = list_taught(french)
            if is_right(french, english, copied):
                known.append((french, english))
                counts.update(words)
            elif not words or any(mended[word] < MOST for word in words):
                wrong.append(french)
                mended.update(words)
    print(f"{write(args.made / 'known.tsv.xz', known)} pairs known, {len(wrong)} wrong", flush=True)
    asked = [*wrong, *find_more(args.corpora, {french for french, _ in known}.union(wrong), counts + mended)]
    teacher = Teacher(args.package)
    first = [(*pair, find_wrong(*pair)) for pair in translate(teacher, zip(asked, asked, strict=True))]
    right = [(french, english) for french, english, words in first if not words]
    left = [(french, swap_words(french, words)) for french, _, words in first if words]
    right += translate(teacher, left)
    right = [pair for pair in right if is_right(*pair, copied) and is_unflagged(*pair)]
    print(f"{write(args.made / 'words-swapped.tsv.xz', right)} of {len(asked)} swapped", flush=True)
    alone = [(french, options[0]) for french, options in read_words().items()]
    print(f"{write(args.made / 'words-dict.tsv.xz', alone)} words")
    print(f"{write(args.made / 'words-human.tsv.xz', choose_human(args.corpora))} human pairs")


if __name__ == "__main__":
    main()
