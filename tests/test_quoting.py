"""Quotations in the window with tiny engines: listed, gone to, copied with their attribution."""

from __future__ import annotations

import pytest
from conftest import Done
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.quotations import Quotation
from desktop.exports.quotation import attribution_line, quotation_html, quotation_text
from desktop.gui.selection import Place, Selection
from desktop.gui.window import MainWindow

TEXT = """Le maire répond à ses critiques

Les habitants attendent depuis un an. « Nous allons ouvrir deux écoles neuves à la rentrée », a déclaré Jean Martin.

« Le tramway arrivera trop tard pour tout le monde », a regretté Anne Durand, de l’opposition.
"""
FIRST = "Nous allons ouvrir deux écoles neuves à la rentrée"


def test_who_says_it_is_one_line() -> None:
    assert attribution_line(Quotation(0, 1, "x", (0,), "Jean Martin", "a déclaré")) == "Jean Martin, said (a déclaré)"
    assert attribution_line(Quotation(0, 1, "x", (0,), "", "", "il")) == "il"
    assert attribution_line(Quotation(0, 1, "x", (0,))) == ""


def test_a_quotation_is_text_and_page() -> None:
    one = Quotation(0, 9, "Oui,\n<non>", (0,), "Jean Martin")
    assert quotation_text(one, "Yes", "[src]") == "“Yes”\n«\u00a0Oui, <non>\u00a0»\n— Jean Martin\n\n[src]\n"
    assert quotation_text(one, "", "").startswith("“…”\n")
    page = quotation_html(one, "Yes", "[src]")
    assert '<p lang="en-GB">“Yes”</p>' in page
    assert '<p lang="fr-FR">«\u00a0Oui, &lt;non&gt;\u00a0»</p>' in page
    assert "<small>[src]</small>" in page


@pytest.fixture
def quoting(window: MainWindow, done: Done, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Return the window with the quotations listed in both languages."""
    monkeypatch.setattr("desktop.gui.quotations.WAIT_MS", 10)
    window.opening.open_text("maire.txt", TEXT)
    done()
    window.quoting.refresh()
    listed = window.side.quotations
    qtbot.waitUntil(lambda: listed.rows.rowCount() == 2 and "NOUS ALLONS" in listed.rows.index(0).data())
    return window


def test_quotations_are_listed_with_speaker_and_verb_in_both_languages(quoting: MainWindow) -> None:
    assert quoting.side.tabText(1) == "Quotations (2)"
    lines = quoting.side.quotations.rows.index(0).data().split("\n")
    assert lines == ["Jean Martin, said (a déclaré)", FIRST.upper(), FIRST]


def test_a_click_goes_to_the_quotation(quoting: MainWindow) -> None:
    quoting.acts["side"].trigger()
    quoting.side.setCurrentIndex(1)
    listed = quoting.side.quotations
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.rows.index(0)).center())
    assert quoting.facing.caret == 2
    (place,) = quoting.facing._flagged
    assert quoting.document
    sentence = next(s for s in quoting.document.article.sentences() if s.id == 2)
    assert sentence.text[place.start : place.end] == FIRST


def test_a_quotation_is_copied_with_its_attribution(quoting: MainWindow, qtbot: QtBot) -> None:
    quoting.activateWindow()
    quoting.facing.setFocus()
    qtbot.waitUntil(quoting.facing.hasFocus)
    quoting.facing.go_to(2)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(quoting.facing, Qt.Key.Key_Q, keys)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"“{FIRST.upper()}”\n«\u00a0{FIRST}\u00a0»\n— Jean Martin, said (a déclaré)\n\n[Le maire")
    assert quoting.status.currentMessage() == "Quotation copied"


def test_what_is_marked_or_not_quoted_is_copied_as_it_is(quoting: MainWindow) -> None:
    quoting.facing.go_to(1)
    quoting.acts["quote"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Les habitants attendent depuis un an.\nEN: LES HABITANTS")
    quoting.facing.go_to(2)
    quoting.facing.selection = Selection(0, Place(2, 2), Place(2, 9))
    quoting.acts["quote"].trigger()
    assert QGuiApplication.clipboard().text().startswith("« Le tramway arrivera")
