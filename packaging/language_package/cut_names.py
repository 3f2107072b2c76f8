"""Have names cut into pieces of both sides: `cut_names.py SOURCE.model`; `--find PACKAGE CORPORA` prints more of them.

A name that is one piece in French and several, or another, in English is no name to the model but a word, seen a few
times: it wrote Marseille for Nantes, Elizabeth for Jessica, Cheater for Whirlpool. Cut as the parent cuts it, it is
copied. cut-names.txt has those that are; the pieces become unused, and all scores stay what they were.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from sentencepiece import sentencepiece_model_pb2 as protobuf

from copied import find_lost, find_names, read_copied, read_cut_names

SPACE = "\u2581"
NORMAL, UNUSED = 1, 5  # SentencePiece's types
SENTENCES = 4  # of French news for each name
LONGEST = 32  # words of these
_NAME = re.compile(rf"{SPACE}[A-ZÀ-ÝŒ][^\W\d_]{{2,}}")


def mark_unused(model: bytes, names: frozenset[str]) -> tuple[bytes, int]:
    """Return a SentencePiece model that does not use the pieces of some names, and how many it has of them."""
    made, wanted = protobuf.ModelProto.FromString(model), {SPACE + name for name in names}
    marked = [piece for piece in made.pieces if piece.type in (NORMAL, UNUSED) and piece.piece in wanted]
    for piece in marked:
        piece.type = UNUSED
    return made.SerializeToString(), len(marked)


def find_uncopied(package: Path, corpora: Path) -> list[str]:
    """Return the names that human pairs copy, and that a package copies oftener if they are cut."""
    from distill import Teacher, read_news  # in the program's own environment

    copied = read_copied(corpora)
    model = (package / "sentencepiece.model").read_bytes()
    whole = {piece.piece[1:] for piece in protobuf.ModelProto.FromString(model).pieces if _NAME.fullmatch(piece.piece)}
    sentences: dict[str, list[str]] = defaultdict(list)
    for sentence in read_news(corpora):
        for name in set(find_names(sentence)) & copied & whole:
            if len(sentences[name]) < SENTENCES and len(sentence.split()) < LONGEST:
                sentences[name].append(sentence)
    asked = sorted({sentence for some in sentences.values() for sentence in some})
    lost = []
    for unused in (frozenset(), frozenset(sentences)):
        made = dict(Teacher(package, float("-inf"), mark_unused(model, unused)[0]).translate(asked))
        lost.append({french: set(find_lost(french, english[0], copied)) for french, english in made.items()})
    both = lost[0].keys() & lost[1].keys()  # the teacher yields no sentence whose translation is degenerate
    counts = {
        name: [sum(name in found[sentence] for sentence in some if sentence in both) for found in lost]
        for name, some in sentences.items()
    }
    return sorted(name for name, (before, after) in counts.items() if after < before)


def main() -> None:
    """Mark the pieces, or print the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--find", action="store_true")
    args = parser.parse_args()
    if args.find:
        print("\n".join(find_uncopied(args.model, args.corpora)))
        return
    model, count = mark_unused(args.model.read_bytes(), read_cut_names())
    args.model.write_bytes(model)
    print(f"{count} names are cut")


if __name__ == "__main__":
    main()
