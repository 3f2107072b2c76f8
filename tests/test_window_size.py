"""The window keeps the size that it was given, whatever is shown in it, and stays on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Tiny
from visavis.app.application import translate_interface
from visavis.gui.panels.elided_combo_box import ElidedComboBox
from visavis.infrastructure.settings import Settings
from visavis.paths import get_settings_file as settings_path
from window_under_test import MainWindow

NARROW, WIDE = 640, 1240


@pytest.fixture(params=["en_US", "fr_FR"])
def window(request: pytest.FixtureRequest, build_window: Build, tiny: Tiny, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window with an article, in each language that it speaks."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translators = translate_interface(app, QLocale(request.param))
    window = build_window(tiny.engines)
    window.opening.open_text("a", ARTICLE * 4)
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=15_000)
    yield window
    for translator in translators:
        app.removeTranslator(translator)


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def states(window: MainWindow) -> Iterator[str]:
    """Put the window into one state after the other, and name it."""
    acts = window.acts
    assert window.document
    window.find_bar.open_bar()
    window.find_bar.words.setText("Le maire")
    window.session.pick(window.document.picks.pin(4))
    window.summary.view.go_to(window.summary.shown[0])
    window.message_bar.show_message(
        "A long message that says what has happened to the open article. " * 3, "Do it again"
    )
    for beside in (False, True):
        for side in (False, True):
            for languages in ("both", "fr", "en"):
                acts[f"show_{languages}"].trigger()
                for zoom in (0, 0.5, 3):
                    window.view_settings.zoom(0)
                    window.view_settings.zoom(zoom)
                    yield f"{languages}, zoom {zoom}, lists {side}, summary beside {beside}"
            acts["side"].trigger()
        acts["turn"].trigger()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_state_makes_the_window_wider(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    settle()
    assert window.width() == width
    for state in states(window):
        settle()
        assert window.minimumSizeHint().width() <= NARROW, state
        assert (window.width(), window.height()) == (width, 700), state
        for view in (window.reading_view, window.summary.view):
            assert view.page.column_edges[1] <= view.viewport().width(), state


def test_full_screen_and_back_keeps_the_size(window: MainWindow) -> None:
    window.resize(700, 600)
    window.acts["show_en"].trigger()
    for _ in range(2):
        window.acts["full"].trigger()
        settle()
    assert (window.width(), window.height()) == (700, 600)


def test_long_news_in_the_status_bar_do_not_make_the_window_wider(window: MainWindow) -> None:
    window.resize(NARROW, 600)
    for label in (window.status_bar.answered, window.status_bar.package, window.status_bar.network):
        label.setText("translate-fr_en 1.9 and 1.0, 0.4 (installed), of which there is much to tell")
    window.status_bar.progress.show()
    window.status_bar.button.show()
    settle()
    assert window.width() == NARROW
    seen = [w for w in window.status_bar.findChildren(QWidget) if w.isVisible()]
    assert all(widget.geometry().right() < NARROW for widget in seen)


@pytest.mark.parametrize("kept", [QRect(40, 60, 8232, 700), QRect(9000, 5000, 700, 600), QRect(-3000, -900, 700, 600)])
def test_a_stored_place_off_the_screen_is_corrected(kept: QRect, build_window: Build, tiny: Tiny, qtbot: QtBot) -> None:
    stored = QWidget()
    qtbot.addWidget(stored)
    stored.setGeometry(kept)
    geometry = bytes(stored.saveGeometry().toBase64().data()).decode()
    Settings(window=geometry, languages="en", summary_beside=True, side=True).save(settings_path())
    window = build_window(tiny.engines)
    window.opening.open_text("a", ARTICLE)
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=15_000)
    settle()
    screen = window.screen().availableGeometry().adjusted(-4, -4, 4, 4)  # its frame is drawn beyond what Qt knows of
    assert screen.contains(window.geometry())
    assert window.minimumSizeHint().width() <= NARROW


def test_the_column_heads_are_never_squeezed(build_window: Build, tiny: Tiny, qapp: QApplication, qtbot: QtBot) -> None:
    font = qapp.font()
    large = QFont(font)
    large.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(large)
    try:
        window = build_window(tiny.engines)
        window.resize(800, 600)
        window.opening.open_text("a", ARTICLE)
        qtbot.waitUntil(lambda: not window.session.is_busy, timeout=15_000)
        window.find_bar.open_bar()
        window.message_bar.show_message("What happened to the article. " * 3, "Do it")
        settle()
        heads = window.column_headers
        assert heads.isVisible()
        assert heads.height() >= heads.fontMetrics().height()
    finally:
        qapp.setFont(font)


def test_what_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    box = ElidedComboBox()
    qtbot.addWidget(box)
    pictures = []
    for text in ("sentences", "sentence of another kind", "words"):
        box.clear()
        box.addItem(text)
        box.resize(80, box.sizeHint().height())
        pictures.append(box.grab().toImage())
    assert pictures[0] == pictures[1]  # "sent…"
    assert pictures[0] != pictures[2]
    assert box.minimumSizeHint().width() < 80


def test_a_long_title_is_shown_as_far_as_there_is_room(build_window: Build, tiny: Tiny, qtbot: QtBot) -> None:
    window = build_window(tiny.engines)
    title = "Le conseil municipal adopte le budget de la ville après quatre heures de débat et deux suspensions"
    window.opening.open_text("a", f"{title}\n\n{ARTICLE}")
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=15_000)
    assert window.status_bar.title.text() == title


def test_large_text_leaves_the_article_more_room_than_the_summary(window: MainWindow) -> None:
    app, font = QApplication.instance(), QApplication.font()
    assert isinstance(app, QApplication)
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(large)
    window.view_settings.zoom(2)
    window.resize(800, 600)
    window.summary.view.go_to(window.summary.shown[0])
    settle()
    assert (window.width(), window.height()) == (800, 600)
    assert window.reading_view.height() >= 0.4 * window.splitter.height()
    assert window.summary.slider.isVisible() and not window.summary.facts.isVisible()
    app.setFont(font)
    window.view_settings.zoom(0)
    window.resize(WIDE, 860)
    settle()
    assert window.summary.methods.isVisible() and window.summary.copy_button.isVisible()


def test_the_list_of_articles_gives_way_where_the_languages_would_not_fit_beside_each_other(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.opening.open_text("b", ARTICLE)
    qtbot.waitUntil(lambda: len(window.session.articles.list) == 2, timeout=15_000)
    for width, side, listed in ((WIDE, True, True), (800, True, False), (800, False, True), (NARROW, False, False)):
        window.settings.side = side
        window.resize(width, 700)
        settle()
        assert window.article_list.isVisible() == listed, (width, side)
        assert not listed or not window.reading_view.page.stacked
