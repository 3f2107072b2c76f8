"""The reader's place: the sentence at the top of the view, found again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from test_reading_view import text, translated
from visavis.gui.reading_view.rows import build_rows
from visavis.gui.reading_view.view import FacingView
from visavis.gui.style.fonts import reading_font


def test_the_place_that_is_remembered_is_found_again_and_does_not_drift(qtbot: QtBot) -> None:
    view, document = FacingView(reading_font(11)), translated(text(40))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.show_rows(document, list(build_rows(document.article.paragraphs)))
    qtbot.waitUntil(lambda: not view._idle.isActive())
    bar = view.verticalScrollBar()
    view.scroll_to(view.top_sentence())
    assert bar.value() == 0  # all of the title is shown, with the space above it
    for value in range(40, bar.maximum() - 100, 173):
        bar.setValue(value)
        view.scroll_to(view.top_sentence())
        found = bar.value()
        assert abs(found - value) < 200
        for _ in range(3):
            view.scroll_to(view.top_sentence())
        assert bar.value() == found
