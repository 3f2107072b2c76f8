"""The numbers of a document, and their dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Done, Tiny
from visavis.analysis.sentence_counts import count_sentences
from visavis.analysis.statistics import compute_statistics
from visavis.exports import provenance
from visavis.exports.writers.json import as_json
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.table_dialog import Section, TableDialog
from visavis.gui.panels.welcome import RecentArticleButton
from visavis.model.passage import Flag, Status
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text
from window_under_test import MainWindow


def test_what_is_counted() -> None:
    document = collect_document(run_pipeline(lambda: from_text("a", ARTICLE), Tiny().engines, "tiny"))
    document.passages[1] = replace(document.passages[1], target="Two words", status=Status.EDITED, package=None)
    document.passages[2] = replace(document.passages[2], status=Status.VERIFIED, flags=(Flag("figure", "x"),) * 2)
    del document.passages[9]
    counted = compute_statistics(document)
    assert counted.french_words == document.article.words == len(ARTICLE.split())
    english = sum(len(p.target.split()) for p in document.passages.values())
    assert counted.english_words == english
    assert (counted.paragraphs, counted.sentences) == (6, count_sentences(document))
    assert counted.flags == {"date": 2, "figure": 2, "omission": 1}  # the engine leaves the French ones as they are
    assert sum(counted.flags.values()) == counted.sentences.flags
    assert counted.english_minutes == english / 238


def test_the_numbers_are_shown(opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Section] = []
    monkeypatch.setattr(Dialogs, "table", lambda parent, title, sections: shown.extend(sections))
    opened.acts["statistics"].trigger()
    qtbot.waitUntil(lambda: bool(shown))
    words, sentences, flags = shown
    assert ("French", str(len(ARTICLE.split()))) in words[1]
    assert ("Reading the English", "1 min") in words[1]
    assert ("in 6 paragraphs", "10") in sentences[1]
    assert ("by the machine", "10") in sentences[1]
    assert ("not yet translated", "0") in sentences[1]
    assert flags[1] == [("in all", "6"), ("figure", "3"), ("date", "2"), ("omission", "1")]


def test_the_same_is_counted_everywhere(
    opened: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    opened.acts["side"].trigger()
    opened.session.edit(1, "The council has spoken.")
    opened.session.edit(2, "It took 5 hours.")
    opened.session.verify(1)
    opened.session.verify(3)
    document, side = opened.document, opened.side_panel
    assert document
    counted = count_sentences(document)
    assert (counted.edited, counted.verified) == (2, 2)
    told = f"{counted.flags} flags · 2 edited · 2 of 10 verified"
    assert opened.status_bar.answered.text() == told
    qtbot.waitUntil(lambda: side.tabText(0) == f"Flags ({counted.flags})")
    numbers = {
        name: number for _, rows in opened.statistics.sections(compute_statistics(document)) for name, number in rows
    }
    assert (numbers["edited"], numbers["verified"], numbers["in all"]) == ("2", "2", str(counted.flags))
    assert "Passages: 8 machine, 2 edited; 2 verified." in provenance.format_provenance(document, None)
    exported = as_json(document)
    assert exported["provenance"]["passages"] == {"machine": 8, "edited": 2, "verified": 2}
    sentences = [sentence for paragraph in exported["paragraphs"] for sentence in paragraph["sentences"]]
    assert sum(len(sentence["flags"]) for sentence in sentences) == counted.flags
    opened.close()
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: bool(again.welcome.findChildren(RecentArticleButton)))
    assert again.welcome.findChildren(RecentArticleButton)[0].state == told


def test_tables_show_every_row_as_it_is(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dialogs: list[TableDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialogs.append(dialog))  # noqa: PLW0108
    sections: Sequence[Section] = [("Head", [("a <b>", "1"), ("c", "2 & 3")]), ("Nothing", [])]
    Dialogs.table(window, "Title", sections)
    text = dialogs[0].text.toPlainText()
    assert all(part in text for part in ("Head", "a <b>", "2 & 3"))
    assert "Nothing" not in text
    shown = dialogs[0].text
    dialogs[0].show()
    assert shown.verticalScrollBar().maximum() == shown.horizontalScrollBar().maximum() == 0  # all of it is seen
    Dialogs.table(window, "Title", [("Head", [(f"row {n}", "key") for n in range(300)])])
    assert dialogs[1].height() <= window.height()


def test_without_an_article_there_is_nothing_to_count_or_print(window: MainWindow, done: Done) -> None:
    assert not window.acts["statistics"].isEnabled()
    assert not window.acts["print"].isEnabled()
    window.statistics.show_statistics()
    window.printing.print_article()
    done()
