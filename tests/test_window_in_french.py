"""In the French window nothing that the program says is English: rows, tips, menus, status lines, dialogs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabWidget,
    QTextEdit,
    QToolTip,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from test_in_french import english
from visavis import services
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.gui.messages import translate_message
from visavis.gui.window_context import GlossaryFiles
from window_under_test import MainWindow

pytestmark = pytest.mark.usefixtures("french")


def texts(root: QWidget) -> Iterator[str]:
    """Yield what a window says, shown at the moment or not."""
    widgets = [root, *root.findChildren(QWidget)]
    for widget in widgets:
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from map(widget.itemText, range(widget.count()))
            case QProgressBar():
                yield widget.format()
            case QTextEdit():
                yield widget.toPlainText()
            case QTabWidget():
                yield from map(widget.tabText, range(widget.count()))
            case QTreeWidget():
                yield from (widget.headerItem().text(column) for column in range(widget.columnCount()))
                items = (widget.topLevelItem(number) for number in range(widget.topLevelItemCount()))
                yield from (item.text(column) for item in items if item for column in range(widget.columnCount()))
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def faults(root: QWidget, but: frozenset[str] = frozenset()) -> list[str]:
    """Return what is English in a window, but for texts that are the article's."""
    return sorted({found for text in texts(root) if text not in but and (found := english(text))})


@pytest.fixture
def flagged(build_window: Build, tiny: Tiny, article: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with an article that has flags, and the lists beside it."""
    window = build_window(tiny.engines)
    window.open_path(article)
    qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000)
    window.acts["side"].trigger()
    qtbot.waitUntil(lambda: window.side_panel.flags.rows.rowCount() > 0)
    return window


def test_no_control_menu_or_tip_is_english(flagged: MainWindow, qtbot: QtBot) -> None:
    flagged.find_bar.open_bar()
    qtbot.waitUntil(lambda: not flagged.summary.facts.is_pending)
    own = frozenset({flagged.summary.facts.text(), flagged.status_bar.title.text()})
    assert faults(flagged, own) == []
    assert flagged.status_bar.answered.text().endswith("signalements")


def test_no_row_note_or_status_line_is_english(flagged: MainWindow) -> None:
    document, rows_ = flagged.document, flagged.side_panel.flags.rows
    assert document
    for entry in rows_.entries:
        assert not english(entry.lines[0])
        assert not english(entry.note)
    assert "«\u00a0quatre\u00a0» n’est pas dans la traduction" in [entry.lines[0] for entry in rows_.entries]
    for _ in rows_.entries:
        flagged.acts["next_flag"].trigger()
        assert flagged.status_bar.currentMessage()
        assert not english(flagged.status_bar.currentMessage())
    for view in (flagged.reading_view, flagged.summary.view):
        for sentence in document.article.sentences():
            assert not english(view.note(sentence.id))


def test_a_tool_tip_is_french(flagged: MainWindow, qtbot: QtBot) -> None:
    document = flagged.document
    assert document
    wrong = next(id_ for id_, passage in document.passages.items() if passage.flags)
    flagged.reading_view.go_to(wrong)
    place = flagged.reading_view.rectangle_of(wrong)
    assert place
    spot = place.topLeft() + QPoint(6, 10)
    QApplication.sendEvent(
        flagged.reading_view.viewport(),
        QHelpEvent(QEvent.Type.ToolTip, spot, flagged.reading_view.viewport().mapToGlobal(spot)),
    )
    assert QToolTip.text() == "\n".join(translate_message(flag.detail) for flag in document.passages[wrong].flags)
    assert not english(QToolTip.text())
    QToolTip.hideText()


def test_no_dialog_is_english(flagged: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog))  # noqa: PLW0108
    flagged.menus.show_keys()
    flagged.statistics.show_statistics()
    qtbot.waitUntil(lambda: len(shown) == 2)
    glossary = GlossaryDialog(
        GlossaryFiles(services.load_glossary, lambda path: [], lambda term: None, lambda term: None), flagged
    )
    qtbot.waitUntil(lambda: not glossary._query.is_busy)
    glossary.list.clear()  # its terms are English, and are to be
    shown += [glossary, PackagesDialog(flagged.packages_and_glossary.library(), flagged.settings, flagged)]
    assert [found for dialog in shown for found in faults(dialog)] == []
    assert "chiffre" in " ".join(texts(shown[1]))


def test_the_dialogs_that_qt_makes_are_french(qtbot: QtBot) -> None:
    files = QFileDialog(None, "Enregistrer sous", "", "Texte (*.txt)")
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    for dialog in (files, QPrintDialog()):
        qtbot.addWidget(dialog)
        labels = " ".join(label.text() for label in dialog.findChildren(QLabel)).replace("&", "")
        assert not re.search(r"Look in|Files|Set:", labels)


def test_what_stops_the_opening_is_told_in_french(flagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    def opened(name: str, data: str) -> str:
        (tmp_path / name).write_text(data, encoding="utf-8")
        flagged.message_bar.hide()
        flagged.open_path(tmp_path / name)
        qtbot.waitUntil(lambda: bool(flagged.message_bar.text))
        return flagged.message_bar.text

    spanish = "El alcalde de la ciudad ha dicho que no habrá más autobuses para los niños de las escuelas. " * 4
    assert opened("a.txt", "") == "a.txt\u00a0: ce fichier ne contient pas de texte"
    assert "espagnol" in opened("b.txt", spanish)
