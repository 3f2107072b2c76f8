"""Builds menus and tool bars from lists of items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from visavis.gui.menu import KeyCapturingMenu


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


def make_separator(parent: QObject) -> QAction:
    """Return an action that separates others in a context menu."""
    separator = QAction(parent)
    separator.setSeparator(True)
    return separator


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
    if item.key:
        action.setShortcut(QKeySequence(item.key))
    if item.on is not None:
        action.setCheckable(True)
        action.setChecked(item.on)
    action.triggered.connect(lambda _=False: item.do())
    return action


def add_tools(window: QMainWindow, title: str, actions: list[QAction | None]) -> QToolBar:
    """Add the tool bar."""
    bar = window.addToolBar(title)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for action in actions:
        if action is None:
            bar.addSeparator()
        else:
            bar.addAction(action)
    return bar
