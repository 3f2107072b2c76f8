"""What can be used is named for screen readers and reached with the keys alone, in every state of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QListWidget, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny
from visavis import services
from visavis.gui.dialogs.crash_report import CrashDialog
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.folder import FolderDialog
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.gui.dialogs.preview import PreviewDialog
from visavis.gui.dialogs.replace import ReplaceDialog
from visavis.gui.dialogs.search import SearchDialog
from visavis.gui.dialogs.table_dialog import TableDialog
from visavis.gui.dialogs.term import TermDialog
from visavis.gui.pictures.dialog import PictureDialog
from visavis.gui.preferences.dialog import PreferencesDialog
from visavis.gui.window_context import GlossaryFiles
from visavis.model.passage import Hypothesis
from window_under_test import MainWindow

Role = QAccessible.Role
USED = {
    Role.Button,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.Table,
    Role.Slider,
    Role.SpinBox,
    Role.Document,
}


def walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader finds below an object, and the object itself."""
    yield one
    for number in range(one.childCount()):
        child = one.child(number)
        if child and child.isValid() and not child.state().invisible:
            yield from walk(child)


def list_unreachable(top: QWidget) -> list[str]:
    """Return what is wrong with what can be used below a widget: it has no name, or the Tab key does not lead there."""
    faults = []
    for found in walk(QAccessible.queryAccessibleInterface(top)):
        widget = found.object()
        if found.role() not in USED or not isinstance(widget, QWidget) or not widget.isVisible():
            continue
        name = found.text(QAccessible.Text.Name)
        if not any(map(str.isalpha, name)):
            faults.append(f"{widget}: no name ({name!r})")
        if widget.isEnabled() and not is_reached(widget):
            faults.append(f"{widget} {name!r}: not reached")
    return faults


def is_reached(widget: QWidget) -> bool:
    """True if Tab leads to a widget, or the menus have what it does."""
    parent = widget.parentWidget()
    inside = isinstance(widget, QLineEdit | QAbstractButton) and widget.objectName().startswith("qt_")
    if isinstance(parent, QToolBar) or inside:
        return True
    proxy = widget.focusProxy() or widget
    return bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_tab_stop(widget: QWidget) -> bool:
    """True if Tab stops at a widget now."""
    of_qt = widget.objectName() in ("ScrollLeftButton", "ScrollRightButton")  # of tabs, for the mouse
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy() and not of_qt
    return bool(stops) and widget.isVisible() and widget.isEnabled()


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    found = window.findChild(kind)
    assert isinstance(found, QDialog)
    return found


def show_replace(window: MainWindow) -> QWidget:
    window.acts["replace"].trigger()
    return dialog_of(window, ReplaceDialog)


def show_search(window: MainWindow) -> QWidget:
    window.acts["find_all"].trigger()
    return dialog_of(window, SearchDialog)


def show_settings(window: MainWindow) -> QWidget:
    window.acts["settings"].trigger()
    return dialog_of(window, PreferencesDialog)


def show_quick(window: MainWindow) -> QWidget:
    QGuiApplication.clipboard().setText("Le maire a parlé hier soir.")
    window.acts["quick"].trigger()
    assert window.quick.quick
    return window.quick.quick


def show_panels(window: MainWindow) -> QWidget:
    window.acts["side"].trigger()
    window.acts["hints"].trigger()
    window.find_bar.open_bar()
    window.message_bar.show_message("What happened", "Do it")
    return window


def show_card(window: MainWindow) -> QWidget:
    window.acts["next_flag"].trigger()
    return window


def show_editor(window: MainWindow) -> QWidget:
    window.reading_view.go_to(2)
    window.acts["edit"].trigger()
    assert window.correction.editor.isVisible()
    return window


def show_picture(window: MainWindow) -> QWidget:
    return shown_open(PictureDialog(window, QImage(90, 80, QImage.Format.Format_RGB32), "The mayor at the opening"))


def show_term(window: MainWindow) -> QWidget:
    assert window.document
    return shown_open(TermDialog(window.document.passages[2], (3, 9), window))


def show_crash(window: MainWindow) -> QWidget:
    return shown_open(CrashDialog("ValueError\n  visavis.module:1 in do", saved=True, parent=window))


def show_glossary(window: MainWindow) -> QWidget:
    files = GlossaryFiles(services.load_glossary, lambda path: [], lambda term: None, lambda term: None)
    return shown_open(GlossaryDialog(files, window))


def show_packages(window: MainWindow) -> QWidget:
    return shown_open(PackagesDialog(window.packages_and_glossary.library(), window.settings, window))


def show_preview(window: MainWindow) -> QWidget:
    window.acts["preview"].trigger()
    return dialog_of(window, PreviewDialog)


def show_keys(window: MainWindow) -> QWidget:
    return shown_open(TableDialog("Keyboard shortcuts", [("Edit", [("Undo", "Ctrl+Z")])], window))


def shown_open(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


SHOWN: tuple[Callable[[MainWindow], QWidget], ...] = (
    show_replace,
    show_search,
    show_settings,
    show_quick,
    show_panels,
    show_card,
    show_editor,
    show_picture,
    show_term,
    show_crash,
    show_glossary,
    show_packages,
    show_preview,
    show_keys,
)


@pytest.mark.parametrize("show", SHOWN)
def test_what_can_be_used_has_a_name_and_is_reached(
    flagged: MainWindow, done: Done, show: Callable[[MainWindow], QWidget]
) -> None:
    shown = show(flagged)
    QApplication.processEvents()
    pages = shown.findChild(QListWidget) if isinstance(shown, PreferencesDialog) else None
    for page in range(pages.count() if pages else 1):
        if pages:
            pages.setCurrentRow(page)
        assert list_unreachable(shown) == []
    done()
    if shown is not flagged:
        shown.close()


@pytest.mark.parametrize("name", ["other_words", "alternatives"])
def test_the_popup_is_used_with_the_keys(
    flagged: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tiny: Tiny, name: str
) -> None:
    assert flagged.document
    beam = [Hypothesis(f"{flagged.document.passages[2].target} BIS", -0.1)]
    monkeypatch.setattr(tiny.translator, "hypotheses", lambda *_: [beam])
    flagged.reading_view.go_to(2)
    flagged.acts[name].trigger()
    popup = flagged.correction.alternatives.popup
    qtbot.waitUntil(popup.isVisible)
    assert list_unreachable(popup) == []
    assert popup.list.hasFocus() or popup.focusProxy() is popup.list
    QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_welcome_page_is_used_with_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    assert list_unreachable(window) == []


def test_the_folder_dialog_is_used_with_the_keys(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.txt").write_text("Le maire a parlé hier soir.", encoding="utf-8")
    window.folder.show_dialog(tmp_path)
    dialog = dialog_of(window, FolderDialog)
    assert isinstance(dialog, FolderDialog)
    qtbot.waitUntil(dialog.start.isEnabled)
    assert list_unreachable(dialog) == []
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


SEEN = tuple(show for show in SHOWN if show not in (show_editor, show_picture))


@pytest.mark.parametrize("show", SEEN)
def test_the_focus_is_seen(
    flagged: MainWindow, done: Done, qtbot: QtBot, show: Callable[[MainWindow], QWidget]
) -> None:
    shown = show(flagged)
    done()
    qtbot.waitUntil(lambda: not isinstance(shown, ReplaceDialog) or not shown.button.isEnabled())
    shown.activateWindow()
    widgets = [one for one in shown.findChildren(QWidget) if is_tab_stop(one) and one.window() is shown]
    unseen = []
    for number, widget in enumerate(widgets):
        images = []
        for one in (widgets[number - 1], widget):
            one.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            images.append(widget.grab().toImage())
        if images[0] == images[1]:
            unseen.append(f"{widget} {widget.accessibleName()!r}")
    assert unseen == []
    if shown is not flagged:
        shown.close()


def test_f1_lists_the_keys_that_hold(flagged: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, Sequence[tuple[str, str]]]] = []
    monkeypatch.setattr(Dialogs, "table", lambda parent, title, sections: told.extend(sections))
    flagged.acts["keys"].trigger()
    keys = [key for _, rows in told for _, key in rows]
    shown = [action.shortcut().toString() for action in flagged.acts.values() if not action.shortcut().isEmpty()]
    assert set(shown) <= set(keys)
    assert {"Shift+F10", "→ ← Alt+↓", "Delete", "Tab"} <= set(keys)
