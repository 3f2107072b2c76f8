"""English quotation marks, dashes and spaces in copies and exports; spelling follows the setting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from visavis.engines.spelling import ChosenSpeller
from visavis.exports.registry import FORMATS, Options
from visavis.exports.typography import Typography, refine_text
from visavis.model.passage import Passage
from window_under_test import MainWindow

BOTH = Typography(quotes=True, spaces=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No," he said. ("Yes")', "“No,” he said. (“Yes”)"),
        ("It's the boys' 'club' of the '90s", "It’s the boys’ ‘club’ of the ’90s"),
        ("'Tis so", "’Tis so"),
        ("He came - late", "He came\u00a0– late"),
        ("1914-1918, well-known", "1914–1918, well-known"),
        ("5 km on 5 May, Mr Smith", "5\u00a0km on 5\u00a0May, Mr\u00a0Smith"),
        ("see https://a.fr/?q='x'&b now", "see https://a.fr/?q='x'&b now"),
        ("nothing", "nothing"),
    ],
)
def test_signs_are_set_as_in_english(text: str, expected: str) -> None:
    assert refine_text(text, BOTH) == expected
    assert len(expected) == len(text)


def test_each_part_is_a_choice() -> None:
    assert refine_text('"5 km"', Typography(quotes=True)) == "“5 km”"
    assert refine_text('"5 km"', Typography(spaces=True)) == '"5\u00a0km"'
    assert refine_text('"5 km"', Typography()) == '"5 km"'


def say(window: MainWindow, text: str) -> None:
    assert window.document
    sentence = window.document.passages[1].sentence
    window.document.passages[1] = Passage(sentence, text, 0.0)


def test_exports_for_readers_are_set_and_those_for_programs_are_not(opened: MainWindow) -> None:
    say(opened, '"No," he said.')
    assert opened.document
    options = Options(typography=BOTH)
    assert "“No,” he said." in FORMATS["txt"].write(opened.document, options).decode()
    assert '\\"No,\\" he said.' in FORMATS["json"].write(opened.document, options).decode()
    assert '"No," he said.' in FORMATS["txt"].write(opened.document, Options()).decode()
    assert opened.document.passages[1].target == '"No," he said.'


def test_copies_follow_the_setting(opened: MainWindow) -> None:
    say(opened, '"No," he said.')
    opened.reading_view.go_to(1)
    opened.export.copy_quotation()
    assert "“No,” he said." in QGuiApplication.clipboard().text()
    opened.settings.typographic = False
    opened.export.copy_quotation()
    assert '"No," he said.' in QGuiApplication.clipboard().text()


def test_spelling_is_british_or_american(tmp_path: Path) -> None:
    for country, word in (("GB", "colour"), ("US", "color")):
        (tmp_path / f"en_{country}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (tmp_path / f"en_{country}.dic").write_text(f"1\n{word}\n", encoding="utf-8")
    country = "GB"
    speller = ChosenSpeller(lambda: country, [str(tmp_path)])
    assert speller.misspelt(["colour", "color"]) == {"color"}
    country = "US"
    assert speller.misspelt(["colour", "color"]) == {"colour"}
