"""The window for everyone: names for screen readers, keys, order of focus, contrast, large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from visavis.app.application import translate_interface
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.gui.dialogs.table_dialog import TableDialog
from visavis.gui.reading_view.view import FacingView
from visavis.gui.style.colours import DARK, LIGHT, Scheme, choose_colours, make_palette
from visavis.gui.window_context import GlossaryFiles
from visavis.model.glossary import Glossary
from window_under_test import MainWindow

FOCUS = Qt.FocusPolicy.TabFocus


def controls(window: MainWindow) -> list[QWidget]:
    """Return what can have the focus, whether shown at the moment or not."""
    return [w for w in window.findChildren(QWidget) if w.focusPolicy() & FOCUS and w.window() is window]


def name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def test_every_control_has_a_name(opened: MainWindow) -> None:
    found = controls(opened)
    assert len(found) > 8
    opened.find_bar.open_bar()
    opened.message_bar.show_message("A message", "Do it")
    assert [w for w in found if len(name(w)) < 2] == []
    # a sign is no name
    assert [w for w in found if isinstance(w, QAbstractButton) and not any(map(str.isalpha, name(w)))] == []


def test_every_control_of_a_dialog_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    glossary = GlossaryDialog(GlossaryFiles(Glossary, lambda path: [], lambda term: None, lambda term: None), window)
    dialogs = [
        TableDialog("Keyboard shortcuts", [("Menu", [("Open", "Ctrl+O")])], window),
        glossary,
        PackagesDialog(window.packages_and_glossary.library(), window.settings, window),
    ]
    for dialog in dialogs:
        dialog.show()
        found = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & FOCUS and w.window() is dialog]
        assert found
        assert [w for w in found if len(name(w)) < 2] == []
        dialog.close()
    qtbot.waitUntil(lambda: not glossary._query.is_busy)


@pytest.fixture(params=["en", "fr"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Let the window speak English or French."""
    found = translate_interface(qapp, QLocale("fr_FR")) if request.param == "fr" else []
    yield request.param
    for translator in found:
        qapp.removeTranslator(translator)


def test_every_act_has_a_key_of_its_own(spoken: str, build_window: Build, tiny: Tiny) -> None:
    window = build_window(tiny.engines)
    keys = [a.shortcut().toString() for a in window.acts.values() if not a.shortcut().isEmpty()]
    assert sorted(keys) == sorted(set(keys))
    for menu in window.menuBar().findChildren(QMenu):
        mnemonics = [a.text().split("&")[1][0].lower() for a in menu.actions() if "&" in a.text()]
        assert sorted(mnemonics) == sorted(set(mnemonics)), menu.title()
        assert all("&" in a.text() for a in menu.actions() if a.text()), menu.title()


def test_tab_goes_round_in_the_order_of_the_page(opened: MainWindow) -> None:
    opened.find_bar.open_bar()
    opened.activateWindow()
    seen: list[QWidget] = []
    opened.find_bar.words.setFocus()
    QApplication.processEvents()
    for _ in range(20):
        widget = opened.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        opened.focusNextChild()
    assert opened.reading_view in seen
    assert opened.summary.view in seen
    order = [
        opened.find_bar.words,
        opened.reading_view,
        opened.summary.slider,
        opened.summary.methods,
        opened.summary.view,
    ]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)


def test_a_screen_reader_hears_the_sentence_in_english_and_french(opened: MainWindow) -> None:
    opened.reading_view.go_to(2)
    french = "La séance a duré plus de quatre heures."
    found = QAccessible.queryAccessibleInterface(opened.reading_view)
    assert found.text(QAccessible.Text.Name) == "Article, French and English"
    assert (
        found.text(QAccessible.Text.Description)
        == f"EN: {french.upper()}\n{french}\n“quatre” is not in the translation"
    )


# contrast


def luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2.1)."""
    parts = colour.redF(), colour.greenF(), colour.blueF()
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: QColor, b: QColor) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PALETTES = {"light": make_palette(LIGHT), "dark": make_palette(DARK), "a system's": QPalette(QColor("#efefef"))}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_contrast_is_aa_in_light_and_dark(qapp: QApplication, palette: QPalette) -> None:
    paint = choose_colours(palette)
    for ground in (paint.page, paint.hover, paint.lit, paint.selection, paint.find, paint.found):
        assert contrast(paint.text, ground) >= 4.5
    for ground in (paint.page, paint.window, paint.raised, paint.lit, paint.hover):
        assert contrast(paint.quiet, ground) >= 4.5
    for mark in (paint.grave, paint.warning, paint.minor, paint.edited, paint.verified):
        assert contrast(mark, paint.page) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_aa_on_what_is_coloured(scheme: Scheme) -> None:
    palette = make_palette(scheme)
    paint, role = choose_colours(palette), QPalette.ColorRole
    for ground in (paint.window, paint.raised, paint.page, paint.pressed, paint.word, paint.flagged):
        assert contrast(paint.text, ground) >= 4.5
    for ground in (paint.accent, paint.accent.lighter(112), palette.color(role.Highlight)):
        assert contrast(palette.color(role.HighlightedText), ground) >= 4.5
    assert contrast(palette.color(role.PlaceholderText), paint.page) >= 4.5
    assert contrast(palette.color(role.Link), paint.page) >= 4.5
    assert contrast(paint.accent, paint.window) >= 3  # the ring of what has the focus


# large text


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    font = QApplication.font()
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 2)
    QApplication.setFont(large)
    yield
    QApplication.setFont(font)


@pytest.mark.usefixtures("doubled")
def test_the_side_panel_has_room_for_its_heads_at_200_percent(build_window: Build, tiny: Tiny, qtbot: QtBot) -> None:
    window = build_window(tiny.engines)
    window.resize(1366, 768)
    window.opening.open_text("a", "Le maire a parlé aux habitants de la ville. Il a dit non à la loi.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    window.acts["side"].trigger()
    QApplication.processEvents()
    assert window.side_panel.tabBar().sizeHint().width() <= window.side_panel.width()


def test_a_long_message_ends_before_what_stands_beside_it(opened: MainWindow) -> None:
    status = opened.status_bar
    status.showMessage("W" * 400)
    QApplication.processEvents()
    image = status.grab().toImage()
    beside = min(w.x() for w in (status.answered, status.package) if w.isVisible())
    ground = image.pixelColor(beside - 3, 1)
    gap = {image.pixelColor(x, y).name() for x in range(beside - 6, beside) for y in range(1, image.height() - 1)}
    assert gap == {ground.name()}
    assert status.currentMessage() == "W" * 400


def test_nothing_is_cut_off_at_200_percent(doubled: None, build_window: Build, tiny: Tiny, qtbot: QtBot) -> None:
    window = build_window(tiny.engines)
    window.resize(1280, 800)
    window.opening.open_text("a", "Le maire a parlé aux habitants de la ville. Il a dit non à la loi.")
    window.find_bar.open_bar()
    qtbot.waitUntil(lambda: not window.session.is_busy)
    for _ in range(3):
        QApplication.processEvents()
    assert window.width() <= 1366  # a small laptop
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    for widget in shown:
        if isinstance(widget, QAbstractButton | QComboBox) or (isinstance(widget, QLabel) and widget.text()):
            metrics = QFontMetrics(widget.font())
            assert widget.height() >= metrics.height() - 1, widget
            icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
            if isinstance(widget, QToolButton) and widget.toolButtonStyle() is icon_only and not widget.icon().isNull():
                assert widget.toolTip()
                continue
            text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
            if widget is not window.status_bar.title and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= metrics.horizontalAdvance(text.replace("&", "")), text
    assert isinstance(window.reading_view, FacingView)
    assert window.reading_view.height() > 100
    window.session.close()
