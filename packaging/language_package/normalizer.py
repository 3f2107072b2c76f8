"""Have words behind opening quotation marks and brackets cut as any other: `normalizer.py WORK` changes WORK's pieces.

A piece that begins a word has a space in front ("▁treason"); without one, as in '"treason', the word was cut into rests
("t", "rea", "son") that were hardly ever seen: « une "dérive" » became 'a "dr"'. So the SentencePiece models of both
sides put the space there themselves; what the model writes has it, too, and the program takes it out again. On the
French side a word after an apostrophe is cut as at a word's beginning if it has a capital ("l'Iran") or is a piece only
there ("d'engrais"; the commonest, as in "l'affaire", are pieces of their own), and so is one after a hyphen
("sous-marin").
"""

from __future__ import annotations

import argparse
import re
import struct
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as protobuf

OPENING = '"(['
LETTERS = [chr(code) for code in range(0x30, 0x250) if unicodedata.category(chr(code)) in ("Lu", "Ll", "Nd")]
SHORTEST = 4  # letters of a word after an apostrophe or a hyphen that has a rule
NORMAL = protobuf.ModelProto.SentencePiece.NORMAL
CAPITALS = [letter for letter in LETTERS if letter.isupper()]


def space_words(text: str) -> str:
    """Return a text with a space behind each opening mark."""
    return re.sub(r'(?<=["(\[])(?=[^\W_])', " ", text)


def read_rules(charsmap: bytes) -> Iterator[tuple[str, str]]:
    """Yield what a compiled map replaces and by what: a Darts-clone double array (its size in front), then strings."""
    (size,) = struct.unpack_from("<I", charsmap)
    units, strings = struct.unpack_from(f"<{size // 4}I", charsmap, 4), charsmap[4 + size :]

    def offset(unit: int) -> int:
        return (unit >> 10) << ((unit & 1 << 9) >> 6)

    nodes = [(b"", offset(units[0]))]
    while nodes:
        text, at = nodes.pop()
        for byte in range(1, 256):
            unit = units[at ^ byte]
            if unit & (1 << 31 | 0xFF) != byte:
                continue
            below, longer = at ^ byte ^ offset(unit), text + bytes([byte])
            if unit >> 8 & 1:
                value = units[below] & 0x7FFFFFFF
                yield longer.decode(), strings[value : strings.index(b"\0", value)].decode()
            nodes.append((longer, below))


def compile_rules(rules: dict[str, str]) -> bytes:
    """Return the compiled map of rules, by way of a SentencePiece model that is trained with them."""
    with tempfile.TemporaryDirectory() as folder:
        table, text, model = (Path(folder) / name for name in ("rules.tsv", "text.txt", "small"))
        lines = ("\t".join(" ".join(f"{ord(c):X}" for c in part) for part in rule) for rule in rules.items())
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")
        text.write_text("a b c d e f\n" * 9, encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(model),
            vocab_size=12,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(table),
            minloglevel=2,
        )
        made = protobuf.ModelProto.FromString(model.with_suffix(".model").read_bytes())
    return bytes(made.normalizer_spec.precompiled_charsmap)


def list_bound(pieces: Iterable[str]) -> dict[str, str]:
    """Return rules for words after an apostrophe or a hyphen that are a piece only at a word's beginning."""
    known = set(pieces)
    begun = {piece[1:] for piece in known if piece[0] == "▁" and len(piece) > SHORTEST and piece[1:].isalpha()}
    # A rule also holds for longer words: none for the beginning of one that is a piece without a space in front.
    kept = {piece[:end] for piece in known for end in range(SHORTEST, len(piece) + 1)}
    return {
        f"{sign}{word}": f"{sign} {word}" for sign in "'-" for word in begun - kept if word.islower() or sign == "'"
    }


def change_rules(path: Path, french: bool) -> None:
    """Change a SentencePiece model; `french` for words after apostrophes and hyphens."""
    model = protobuf.ModelProto.FromString(path.read_bytes())
    rules = dict(read_rules(model.normalizer_spec.precompiled_charsmap))
    rules |= {sign + letter: f"{sign} {letter}" for sign in OPENING for letter in LETTERS}
    if french:
        rules |= list_bound(piece.piece for piece in model.pieces if piece.type == NORMAL)
        rules |= {f"'{letter}": f"' {letter}" for letter in CAPITALS}
        # "Île" is a piece, and English has no "Î": it became "Îlele-de-France".
        rules |= {"Île-de-": "Ile-de-"} | {f"{sign}Île-de-": f"{sign} Ile-de-" for sign in f"'{OPENING}"}
    model.normalizer_spec.precompiled_charsmap = compile_rules(rules)
    model.normalizer_spec.name = "user_defined"
    path.write_bytes(model.SerializeToString())


def main() -> None:
    """Change both sides."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    for side in ("source", "target"):
        change_rules(args.work / f"{side}.model", french=side == "source")


if __name__ == "__main__":
    main()
