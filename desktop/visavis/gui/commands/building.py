"""Builds menus from lists of items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from visavis.gui.menu import KeyCapturingMenu
from visavis.gui.tips import format_tooltip


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One action: its name, text, shortcut and function, and whether it is checked, if it is checkable."""

    name: str
    text: str
    key: QKeySequence | QKeySequence.StandardKey | str
    do: Callable[[], object]
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class Submenu:
    """A submenu; with `one`, exactly one of its items is checked; `fill` adds items that change."""

    title: str
    items: Sequence[ActionItem]
    one: bool = False
    fill: Callable[[QMenu], object] | None = None


Items = Sequence[ActionItem | Submenu | None]


def add_menu(window: QMainWindow, title: str, items: Items) -> dict[str, QAction]:
    """Add a menu to the window, with None as a separator; return its actions by name."""
    menu = KeyCapturingMenu(title, window.menuBar())
    window.menuBar().addMenu(menu)
    return _fill(window, menu, items)


def _fill(window: QMainWindow, menu: QMenu, items: Items) -> dict[str, QAction]:
    actions: dict[str, QAction] = {}
    for item in items:
        match item:
            case None:
                menu.addSeparator()
            case Submenu(sub, inner, one, fill):
                below = KeyCapturingMenu(sub, menu)
                menu.addMenu(below)
                submenu_actions = _fill(window, below, inner)
                if fill:
                    fill(below)
                if one:
                    group = QActionGroup(window)
                    for action in submenu_actions.values():
                        group.addAction(action)
                actions |= submenu_actions
            case ActionItem():
                actions[item.name] = _action(window, item)
                menu.addAction(actions[item.name])
    return actions


def _action(window: QMainWindow, item: ActionItem) -> QAction:
    action = QAction(item.text, window)
    action.setIconVisibleInMenu(False)
    if item.key:
        action.setShortcut(QKeySequence(item.key))
        action.setToolTip(format_tooltip(add_key(action.toolTip(), action)))
    if item.on is not None:
        action.setCheckable(True)
        action.setChecked(item.on)
    action.triggered.connect(lambda _=False: item.do())
    return action


def add_key(text: str, action: QAction) -> str:
    """Return what an action does, followed by its key in brackets, if it has one."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({key})" if key else text


def add_actions(widget: QWidget, names: Iterable[str | None], actions: Mapping[str, QAction]) -> None:
    """Give a widget actions for its context menu, with None as a separator."""
    for name in names:
        if name:
            widget.addAction(actions[name])
        else:
            separator = QAction(widget)
            separator.setSeparator(True)
            widget.addAction(separator)


def strip_mnemonic(text: str) -> str:
    """Return the text of an action without the mnemonic's ampersand and the ellipsis."""
    return text.replace("&", "").rstrip("…")
