"""How the window looks: languages, lines, font; kept in the settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFontDialog

from conftest import Build, Tiny
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.infrastructure.settings import Settings
from visavis.paths import get_settings_file as settings_path
from window_under_test import MainWindow


def test_one_language_fills_the_page_and_both_come_back(opened: MainWindow) -> None:
    page, summary = opened.reading_view.page, opened.summary.view.page
    both = page.width
    for act, column, name in (("show_en", 1, "en"), ("show_fr", 0, "fr")):
        opened.acts[act].trigger()
        assert opened.settings.languages == name
        assert page.shown == summary.shown == (column,)
        assert page.width >= both
        laid = page.row_layout(1)
        assert laid.columns[column].side.text == page.side(1, column).text
        assert laid.columns[1 - column].side.text == ""
        for x in (page.left[0] + 5, page.left[0] + page.width - 5):
            assert page.column_at(1, x, page.top(1) + 3) == column
    opened.reading_view.go_to(3)
    opened.acts["show_both"].trigger()
    assert (page.shown, page.width) == ((0, 1), both)
    assert opened.acts["show_both"].isChecked()
    assert not opened.acts["show_fr"].isChecked()


def test_a_sentence_is_found_under_the_pointer_in_one_column(opened: MainWindow) -> None:
    opened.acts["show_en"].trigger()
    view = opened.reading_view
    point = view.page.origin(0, 1) + QPointF(20, 18 + 10)
    assert view.sentence_at(point) == 0
    assert view.position_at(point)[0] == 1


def test_lines_are_set_apart(opened: MainWindow) -> None:
    page = opened.reading_view.page
    heights = []
    for act in ("close", "usual", "apart"):
        opened.acts[act].trigger()
        assert opened.acts[act].isChecked()
        assert opened.settings.line_spacing == page.spacing
        heights.append(page.row_layout(1).height)
    assert heights == sorted(heights)
    assert heights[0] < heights[2]


def test_the_font_is_chosen(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opened.reading_view.page.font
    monkeypatch.setattr(QFontDialog, "getFont", lambda *_: (False, QFont("Courier", 20)))
    opened.acts["font"].trigger()
    assert opened.reading_view.page.font == before
    monkeypatch.setattr(QFontDialog, "getFont", lambda *_: (True, QFont("Courier", 20)))
    opened.acts["font"].trigger()
    assert opened.reading_view.page.font.families()[0] == "Courier"
    assert opened.summary.view.page.font.pointSizeF() == 20
    assert (opened.settings.font_family, opened.settings.font_points) == ("Courier", 20)
    assert Dialogs.font(opened, before) is not None


def test_the_look_is_kept_and_a_damaged_one_mended(build_window: Build, tiny: Tiny) -> None:
    Settings(languages="en", line_spacing=1.7, font_family="Courier").save(settings_path())
    window = build_window(tiny.engines)
    assert window.reading_view.page.shown == (1,)
    assert window.reading_view.page.spacing == 1.7
    assert window.acts["apart"].isChecked()
    assert window.acts["show_en"].isChecked()
    Settings(languages="latin", line_spacing=-4, summary_beside=True).save(settings_path())
    window = build_window(tiny.engines)
    assert window.reading_view.page.shown == (0, 1)
    assert window.reading_view.page.spacing == Settings().line_spacing
    assert window.acts["usual"].isChecked() and window.acts["show_both"].isChecked()
    assert window.splitter.orientation() is Qt.Orientation.Horizontal  # what could be used is
