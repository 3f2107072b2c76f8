"""What is to be checked, in exports: a notice, a table, comments in Word, notes in XLIFF; only on request."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from conftest import Visavis
from exporting import DAY
from tiny import TINY, TinySegmenter
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.gui.clipboard import choose_options
from visavis.model.document import Document
from visavis.model.passage import Flag, Passage, Status
from visavis.pipeline import segment_article
from visavis.readers.open import from_text
from window_under_test import MainWindow

TEXT = "Le maire vient.\n\nIl coûte 42 euros. Elle part."
TARGETS = ["The mayor comes.", "It costs 24 euros.", "She leaves."]
NOTICE = "Of 3 sentences 1 are verified and 0 edited; 1 flag is open, listed at the end."


@pytest.fixture
def document() -> Document:
    article = segment_article(from_text("a", TEXT), TinySegmenter())
    passages = {s.id: Passage(s, TARGETS[s.id], -0.1, package=TINY) for s in article.sentences()}
    passages[1] = replace(passages[1], flags=(Flag("figure", "42 became 24"), Flag("date", "?", dismissed=True)))
    passages[2] = replace(passages[2], status=Status.VERIFIED)
    return Document(article, TINY, passages)


@pytest.mark.parametrize("layout", [Layout.TRANSLATION, Layout.INTERLEAVED])
@pytest.mark.parametrize("name", ["txt", "md", "html"])
def test_a_notice_stands_above_and_a_table_below(document: Document, name: str, layout: Layout) -> None:
    text = FORMATS[name].write(document, Options(layout, flags=True, made=DAY)).decode()
    start, table = text.index(NOTICE), text.index("To check")
    assert start < text.index("The mayor comes.") < table
    for words in ("Il coûte 42 euros.", "It costs 24 euros.", "42 became 24 (the meaning may be wrong)"):
        assert words in text[table:]
    assert "She leaves" not in text[table:]


def test_word_has_comments(document: Document) -> None:
    data = FORMATS["docx"].write(document, Options(Layout.COLUMNS, flags=True, made=DAY))
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert [comment.text for comment in comments] == [
        "It costs 24 euros. — 42 became 24\nShe leaves. — verified",
    ]
    assert comments[0].author == "Vis-à-vis"


def test_without_the_request_there_is_none(document: Document) -> None:
    data = FORMATS["docx"].write(document, Options(made=DAY))
    assert not list(docx.Document(io.BytesIO(data)).comments)
    assert "To check" not in FORMATS["txt"].write(document, Options(made=DAY)).decode()


def test_xliff_has_notes(document: Document) -> None:
    text = FORMATS["xliff"].write(document, Options(made=DAY)).decode()
    assert '<note category="check" appliesTo="target">It costs 24 euros. — 42 became 24</note>' in text


def test_the_command_line(visavis: Visavis, translator: object, article: Path) -> None:
    assert "of 10 sentences" not in visavis("translate", article).out.lower()
    assert "Of 10 sentences 0 are verified" in visavis("translate", article, "--flags").out


def test_the_window_has_a_switch(opened: MainWindow) -> None:
    assert not opened.acts["export_flags"].isChecked()
    opened.acts["export_flags"].trigger()
    assert opened.settings.export_flags
    assert opened.acts["export_flags"].isChecked()
    assert choose_options(opened.settings).flags
