"""What stands above and below the columns begins and ends with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Tiny
from window_under_test import MainWindow


@pytest.fixture
def window(build_window: Build, tiny: Tiny, qtbot: QtBot) -> MainWindow:
    window = build_window(tiny.engines)
    window.opening.open_text("a", ARTICLE)
    qtbot.waitUntil(lambda: not window.session.is_busy and not window.summary.facts.is_pending, timeout=15_000)
    return window


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def span(widget: QWidget, window: MainWindow) -> tuple[int, int]:
    """Return where a widget begins and ends, in the window's pixels."""
    left = widget.mapTo(window, QPoint(0, 0)).x()
    return left, left + widget.width()


def title_of(window: MainWindow) -> QLabel:
    return next(label for label in window.summary.findChildren(QLabel) if label.text() == "Summary")


@pytest.mark.parametrize("height", [640, 1500], ids=["scrolled", "all in view"])
@pytest.mark.parametrize("languages", ["both", "fr", "en"])
@pytest.mark.parametrize("zoom", [0.7, 1, 1.5, 3])
def test_the_summary_and_its_bar_share_the_columns_of_the_article(
    window: MainWindow, zoom: float, languages: str, height: int
) -> None:
    window.resize(1240, height)
    window.acts[f"show_{languages}"].trigger()
    window.view_settings.zoom(zoom)
    window.summary.view.go_to(window.summary.shown[0])
    settle()
    above, below = window.reading_view, window.summary.view
    left, right = (round(edge) + span(above, window)[0] for edge in above.page.column_edges)
    assert above.page.column_edges == below.page.column_edges
    assert above.page.left == below.page.left
    assert span(below, window)[0] == span(above, window)[0]
    assert span(title_of(window), window)[0] == left
    assert span(window.summary.why, window) == (left, right)
    end = span(window.summary.copy_button, window)[1]
    assert end == right or (right - left < 600 and end < right), "it has two lines where the columns are narrow"


def test_a_scroll_bar_that_comes_moves_nothing(window: MainWindow) -> None:
    window.resize(1240, 1500)
    settle()
    view = window.reading_view
    assert not view.verticalScrollBar().isVisible()
    before = view.page.left
    window.resize(1240, 420)
    settle()
    assert view.verticalScrollBar().isVisible()
    assert view.page.left == before
    assert view.page.column_edges[1] <= view.viewport().width()


def test_the_heads_of_the_columns_are_drawn_anew_after_a_zoom(window: MainWindow, qtbot: QtBot) -> None:
    class Watch(QObject):
        painted = 0

        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            self.painted += event.type() == QEvent.Type.Paint
            return False

    settle()
    watch = Watch()
    window.column_headers.installEventFilter(watch)
    window.view_settings.zoom(1.5)
    qtbot.waitUntil(lambda: watch.painted > 0)
    window.column_headers.removeEventFilter(watch)


def test_the_bar_takes_two_lines_where_one_has_no_room(window: MainWindow) -> None:
    summary = window.summary
    assert title_of(window).mapTo(window, QPoint()).y() < summary.copy_button.mapTo(window, QPoint()).y() + 20
    one = summary.view.y()
    window.acts["turn"].trigger()
    window.resize(660, 700)
    settle()
    assert summary.view.y() > one + 15
    for widget in (title_of(window), summary.slider, summary.methods, summary.copy_button):
        left, right = span(widget, window)
        assert span(summary, window)[0] <= left < right <= span(summary, window)[1]
    metrics = summary.copy_button.fontMetrics()
    assert summary.copy_button.width() >= metrics.horizontalAdvance(summary.copy_button.text())


def test_the_editor_follows_a_zoom(window: MainWindow) -> None:
    window.reading_view.go_to(4)
    window.acts["edit"].trigger()
    editor = window.correction.editor
    before = editor.height()
    window.view_settings.zoom(1.6)
    settle()
    assert editor.isVisible()
    assert editor.font().pointSizeF() == pytest.approx(window.reading_view.page.font.pointSizeF())
    assert editor.height() > before
    place = window.reading_view.rectangle_of(4)
    assert place and editor.geometry().contains(place)
