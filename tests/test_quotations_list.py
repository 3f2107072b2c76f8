"""Quotations in the window with tiny engines: listed, gone to, copied with their attribution."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Done
from tiny import TINY
from visavis.analysis.quotations import Quotation, find_quotations
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.excerpts.quotation import format_attribution_line, format_quotation, format_quotation_html
from visavis.gui.reading_view.selection import Selection, TextPosition
from visavis.model.document import Document
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import from_text
from window_under_test import MainWindow

TEXT = """Le maire répond à ses critiques

Les habitants attendent depuis un an. « Nous allons ouvrir deux écoles neuves à la rentrée », a déclaré Jean Martin.

« Le tramway arrivera trop tard pour tout le monde », a regretté Anne Durand, de l’opposition.
"""
FIRST = "Nous allons ouvrir deux écoles neuves à la rentrée"


def made(text: str, *targets: str) -> tuple[Quotation, Document]:
    """Return the last quotation of a text, and its document, translated so."""
    read = segment_article(from_text("x", text), FrenchSegmenter())
    passages = {s.id: Passage(s, target, -0.1) for s, target in zip(read.sentences(), targets, strict=False)}
    return find_quotations(read)[-1], Document(read, TINY, passages)


def test_a_quotation_is_text_and_page() -> None:
    one = made("« Oui, <nous> irons », a déclaré Jean Martin.", "“Yes, <we> shall go,” Jean Martin said.")
    assert format_quotation(*one, "[src]") == (
        "“Yes, <we> shall go,” Jean Martin said.\n«\u00a0Oui, <nous> irons\u00a0», a déclaré Jean Martin.\n\n[src]\n"
    )
    page = format_quotation_html(*one, "[src]")
    assert '<p lang="en-GB">“Yes, &lt;we&gt; shall go,” Jean Martin said.</p>' in page
    assert '<p lang="fr-FR">«\u00a0Oui, &lt;nous&gt; irons\u00a0», a déclaré Jean Martin.</p>' in page
    assert "<small>[src]</small>" in page


def test_what_nobody_is_said_to_say_has_no_attribution() -> None:
    one = made("« Nous irons tous au bois demain ». Il pleut.")
    assert format_quotation(*one, "") == "“…”\n«\u00a0Nous irons tous au bois demain\u00a0»\n"
    assert format_attribution_line(*one) == ""


@pytest.fixture
def quoting(window: MainWindow, done: Done, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Return the window with the quotations listed in both languages."""
    monkeypatch.setattr("visavis.gui.controllers.quotations.WAIT_MS", 10)
    window.opening.open_text("maire.txt", TEXT)
    done()
    window.quotations.refresh()
    listed = window.side_panel.quotations
    qtbot.waitUntil(lambda: listed.rows.rowCount() == 2 and "NOUS ALLONS" in listed.rows.index(0).data())
    return window


def test_quotations_are_listed_with_speaker_and_verb_in_both_languages(quoting: MainWindow) -> None:
    assert quoting.side_panel.tabText(1) == "Quotations (2)"
    lines = quoting.side_panel.quotations.rows.index(0).data().split("\n")
    assert lines == ["Jean Martin said (a déclaré)", FIRST.upper(), FIRST]


def test_a_click_goes_to_the_quotation(quoting: MainWindow) -> None:
    quoting.acts["side"].trigger()
    quoting.side_panel.setCurrentIndex(1)
    listed = quoting.side_panel.quotations
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.rows.index(0)).center())
    assert quoting.reading_view.caret == 2
    (place,) = quoting.reading_view._flagged
    assert quoting.document
    sentence = next(s for s in quoting.document.article.sentences() if s.id == 2)
    assert sentence.text[place.start : place.end] == FIRST


def test_a_quotation_is_copied_with_its_attribution(quoting: MainWindow, qtbot: QtBot) -> None:
    quoting.activateWindow()
    quoting.reading_view.setFocus()
    qtbot.waitUntil(quoting.reading_view.hasFocus)
    quoting.reading_view.go_to(2)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(quoting.reading_view, Qt.Key.Key_Q, keys)
    text = QGuiApplication.clipboard().text()
    said = f"“{FIRST.upper()},” Jean Martin said.", f"«\u00a0{FIRST}\u00a0», a déclaré Jean Martin.", "", "[Le maire"
    assert text.startswith("\n".join(said))
    assert quoting.status_bar.currentMessage() == "Quotation copied"


def test_what_is_marked_or_not_quoted_is_copied_as_it_is(quoting: MainWindow) -> None:
    quoting.reading_view.go_to(1)
    quoting.acts["quote"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Les habitants attendent depuis un an.\nEN: LES HABITANTS")
    quoting.reading_view.go_to(2)
    quoting.reading_view.selection = Selection(0, TextPosition(2, 2), TextPosition(2, 9))
    quoting.acts["quote"].trigger()
    assert QGuiApplication.clipboard().text().startswith("« Le tramway arrivera")
