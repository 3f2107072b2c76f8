"""Names that English copies, and those that a translation lost: `copied.py PACKAGE CORPORA SENTENCES.fr` counts them.

In the program's own environment, as the program translates. A name is a capitalised word, not the first of a sentence,
that the English of human pairs has, too: more than SHARE of at least PAIRS pairs.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Set
from functools import cache
from pathlib import Path

from corpora import read_pairs

HUMAN = ("news-wmt08-12", "news-commentary", "web-news", "gender-bios", "prose", "tatoeba", "docs-web", "europarl")
PAIRS, SHARE, ENOUGH = 3, 0.6, 100
#: Copied in human pairs as parts of names, and words in others: "Palais Bourbon", "Assurance maladie".
WORDS = frozenset(
    """Pékin Palais Nations Heures Vie Jardin Invité Invitée Déjà Stage Fusion Charge Organisation Assurance Père Public
    Général Hôtel Sainte Die Service Services Vienne Place Central Française Sceaux Madame SDF PCF AVC Tribunal
    Marseillaise Défense Bon Côtes Franche Bains Grand SUD Parisienne""".split()  # noqa: SIM905
)
_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÝŒ][^\W\d_]{2,}(?![^\W_])")


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def find_names(french: str) -> list[str]:
    """Return the capitalised words that do not begin a sentence, which may have a quotation mark or dash in front."""
    before = ((match[0], french[: match.start()].rstrip(' "«»([–—-►')) for match in _NAME.finditer(french))
    return [name for name, text in before if text and text[-1] not in ".!?…"]


def list_words(english: str) -> set[str]:
    """Return the words of a text, in small letters without accents."""
    return set(re.findall(r"[^\W_]+", fold(english)))


@cache
def read_cut_names() -> frozenset[str]:
    """Return the names of cut-names.txt, which cut_names.py keeps from being one piece."""
    return frozenset((Path(__file__).parent / "cut-names.txt").read_text(encoding="utf-8").split())


def read_copied(corpora: Path) -> frozenset[str]:
    """Return the names that the English of human pairs copies, and those of cut-names.txt."""
    seen, kept = Counter[str](), Counter[str]()
    for corpus in HUMAN:
        for french, english in read_pairs(corpora / f"{corpus}.tsv.xz"):
            words = list_words(english)
            for name in find_names(french):
                if seen[name] < ENOUGH:
                    seen[name] += 1
                    kept[name] += fold(name) in words
    names = {name for name, count in seen.items() if count >= PAIRS and kept[name] > SHARE * count}
    return frozenset(names | read_cut_names()) - WORDS


def find_lost(french: str, english: str, copied: Set[str]) -> list[str]:
    """Return the names of a sentence that should be copied and that its English has not."""
    words = list_words(english)
    return [name for name in find_names(french) if name in copied and fold(name) not in words]


def main() -> None:
    """Translate and count."""
    from visavis.engines.translation.argos import ArgosTranslator
    from visavis.packages.find import BUILT_IN, read_package

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("sentences", type=Path)
    args = parser.parse_args()
    package = read_package(args.package, BUILT_IN)
    if package is None:
        parser.error(f"{args.package} is no language package")
    copied, lost, names = read_copied(args.corpora), Counter[str](), 0
    sentences = args.sentences.read_text(encoding="utf-8").splitlines()
    for batch in ArgosTranslator(package, 1).translate(sentences):
        for number, hypothesis in batch:
            names += sum(name in copied for name in find_names(sentences[number]))
            lost.update(find_lost(sentences[number], hypothesis.text, copied))
    print(f"{len(sentences)} sentences, {names} names: {lost.total()} lost")
    print(", ".join(f"{name} {count}" for name, count in lost.most_common(40)))


if __name__ == "__main__":
    main()
