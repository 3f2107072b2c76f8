"""Count the words of the news that a package gets wrong: `count_wrong.py PACKAGE SENTENCES.fr`.

Of each word of news-words.tsv in the sentences (one a line), and of each name of news-names.tsv, whether the English
has it. As the engine decodes, in a beam of four; in the program's own environment.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from distill import Teacher
from visavis.engines.translation.normalisation import normalise
from visavis.engines.translation.pieces import join_marks
from vocabulary import find_words, find_wrong, mend_names


def main() -> None:
    """Translate and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("sentences", type=Path)
    args = parser.parse_args()
    sentences = [normalise(line) for line in args.sentences.read_text(encoding="utf-8").splitlines()]
    words, wrong, names = Counter[str](), Counter[str](), 0
    read = 0
    for french, made in Teacher(args.package, sure=float("-inf")).translate(sentences):
        english = join_marks(made[0])
        words.update(find_words(french))
        wrong.update(find_wrong(french, english))
        names += mend_names(french, english) != english
        read += 1
    print(
        f"{read} of {len(sentences)} sentences, {words.total()} words: {wrong.total()} wrong; {names} with wrong names"
    )
    print(", ".join(f"{word} {count}/{words[word]}" for word, count in wrong.most_common(40)))


if __name__ == "__main__":
    main()
