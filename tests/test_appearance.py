"""The look: light, dark or the system's, chosen in the menu; fonts, icons and the width of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from visavis.gui.style import icons
from visavis.gui.style.colours import DARK, LIGHT, is_dark
from visavis.gui.style.fonts import SANS, SERIF, measure_character, reading_font
from visavis.gui.style.icons import draw_icon
from visavis.gui.style.spacing import WIDEST
from visavis.infrastructure.settings import Settings
from window_under_test import MainWindow

Role = QPalette.ColorRole
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def themed(window: MainWindow) -> Iterator[MainWindow]:
    """Return a window; the look is light again afterwards."""
    yield window
    window.settings.look = "light"


def middle(icon: QIcon) -> set[str]:
    """Return the colours of the opaque parts of an icon."""
    image = icon.pixmap(32).toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots if image.pixelColor(x, y).alpha() == 255}


def test_the_look_is_chosen_in_the_menu_at_once_and_for_good(themed: MainWindow) -> None:
    for look, scheme in (("dark", DARK), ("light", LIGHT)):
        themed.acts[f"look_{look}"].trigger()
        palette = themed.palette()
        assert is_dark(palette) == (look == "dark")
        assert palette.color(Role.Base) == QColor(scheme.page)
        assert palette.color(Role.Accent) != palette.color(Role.Highlight)
        assert themed.grab().toImage().pixelColor(themed.width() // 2, themed.height() - 60) == QColor(scheme.page)
        assert Settings.load(themed.settings._file).look == look  # type: ignore[arg-type]
        assert [name for name in ("system", "light", "dark") if themed.acts[f"look_{name}"].isChecked()] == [look]


def test_icons_follow_the_look(themed: MainWindow) -> None:
    for look, scheme in (("dark", DARK), ("light", LIGHT)):
        themed.acts[f"look_{look}"].trigger()
        assert middle(themed.acts["open"].icon()) == {QColor(scheme.text).name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
def test_icons_are_drawn_for_every_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = draw_icon("save", QSize(16, 16), ratio, QColor("red"))
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (16 * ratio, ratio)


def test_every_tool_has_an_icon_a_text_and_its_key(window: MainWindow) -> None:
    bar = window.findChild(QToolBar, "tools")
    assert isinstance(bar, QToolBar)
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            assert not action.icon().isNull()
            assert button.text()
            assert action.shortcut().isEmpty() or action.shortcut().toString() in button.toolTip()


def test_no_tool_is_pushed_out_of_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.findChild(QToolBar, "tools")
    assert isinstance(bar, QToolBar)
    buttons = [bar.widgetForAction(action) for action in bar.actions()]

    def shows(names: int) -> bool:
        styles = [button.toolButtonStyle() for button in buttons if isinstance(button, QToolButton)]
        named = styles.count(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return named == names and all(button.isVisible() for button in buttons)

    for width, names in ((1240, 7), (600, 4), (400, 0), (1240, 7)):
        window.resize(width, 600)
        qtbot.waitUntil(partial(shows, names))


def test_our_families_are_used(window: MainWindow) -> None:
    assert QFontInfo(window.font()).family() == SANS
    assert QFontInfo(reading_font(0)).family() == SERIF
    bold = reading_font(0)
    bold.setBold(True)
    assert QFontInfo(bold).family() == SERIF


@pytest.mark.parametrize("zoom", [0, 1.5])
def test_a_column_has_at_most_as_many_characters_as_one_likes_to_read(opened: MainWindow, zoom: float) -> None:
    opened.resize(2500, 900)
    opened.view_settings.zoom(zoom)
    page = opened.reading_view.page
    line = page.row_layout(2).columns[0].layout.lineAt(0)
    assert 60 <= page.width / measure_character(page.font) <= WIDEST <= 75
    assert 55 <= line.textLength() <= 80
    heads = opened.column_headers.grab().toImage()
    paper = heads.pixelColor(2, 2)
    first = next(x for x in range(heads.width()) if any(heads.pixelColor(x, y) != paper for y in range(4, 20)))
    assert abs(first - page.left[0]) <= 3
    assert opened.summary.view.page.left == page.left


def test_every_icon_is_used_and_every_one_used_is_there(window: MainWindow) -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "visavis" / "gui").rglob("*.py"))
    words = {word for text in sources for word in re.findall(r'"([a-z][a-z0-9-]*)"', text)}
    there = {path.stem for path in (ROOT / "resources" / "icons" / "ui").glob("*.svg")}
    assert there <= words
    assert {name for name, _ in icons._shown.values()} <= there
