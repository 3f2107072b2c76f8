"""Quotation marks and brackets of a package whose tokenizer puts a space behind opening ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from visavis.engines.translation.pieces import Pieces, join_marks


class Tokenizer:
    """Cuts at spaces; puts one behind an opening quotation mark if it is `spaced`."""

    def __init__(self, spaced: bool) -> None:
        self._spaced = spaced

    def encode(self, text: str) -> list[str]:
        words = (text.replace('"', '" ') if self._spaced else text).split()
        return ["▁" + word for word in words]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('a " major" rearmament', 'a "major" rearmament'),
        ('" Treason," says the union ( Paris)', '"Treason," says the union (Paris)'),
        ('the tensions," he said. " We', 'the tensions," he said. "We'),
        ('( " Le Monde")', '("Le Monde")'),
        ('a " mess " of words', 'a "mess " of words'),
        ('" We are " out" now," he said', '"We are "out" now," he said'),
        ("word( s) [ sic]", "word(s) [sic]"),
        (
            "Jean- Luc Mélenchon- Roux, Rhône- Alpes, pre- and post-war",
            "Jean-Luc Mélenchon-Roux, Rhône-Alpes, pre- and post-war",
        ),
        ('no mark, or "one" and 5" more', 'no mark, or "one" and 5" more'),
    ],
)
def test_the_space_behind_an_opening_mark_is_taken_out(written: str, text: str) -> None:
    assert join_marks(written) == text


def test_only_a_package_that_puts_spaces_there_has_them_taken_out(tmp_path: Path) -> None:
    pieces = ["▁a", '▁"', "▁major", '"']
    assert Pieces(Tokenizer(spaced=True), tmp_path, True).decode(pieces) == 'a "major"'
    assert Pieces(Tokenizer(spaced=False), tmp_path, True).decode(pieces) == 'a " major"'


def test_what_a_prefix_is_made_of_is_cut_as_the_model_writes_it(tmp_path: Path) -> None:
    vocabulary = ["<s>", '▁"', "▁major", '"', "m", "a", "j", "o", "r"]
    (tmp_path / "target_vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    assert Pieces(Tokenizer(spaced=True), tmp_path, True).encode_target('"major"') == ['▁"', "▁major", '"']
    assert Pieces(Tokenizer(spaced=False), tmp_path, True).encode_target('"major"')[1:3] == ["m", "a"]
