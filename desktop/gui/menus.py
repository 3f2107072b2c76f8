"""The menus and the tool bar: every action with its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar


@dataclass(frozen=True, slots=True)
class Item:
    """One action: its name here, its text, its key, what it does, and whether it is on, if it can be on or off."""

    name: str
    text: str
    key: QKeySequence | QKeySequence.StandardKey | str
    do: Callable[[], object]
    on: bool | None = None


def add_menu(window: QMainWindow, title: str, items: list[Item | None]) -> dict[str, QAction]:
    """Add a menu to the window; None is a separator; return the actions by name."""
    menu = window.menuBar().addMenu(title)
    actions = {}
    for item in items:
        if item is None:
            menu.addSeparator()
            continue
        action = QAction(item.text, window)
        if item.key:
            action.setShortcut(QKeySequence(item.key))
        if item.on is not None:
            action.setCheckable(True)
            action.setChecked(item.on)
        action.triggered.connect(lambda _=False, do=item.do: do())
        menu.addAction(action)
        actions[item.name] = action
    return actions


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
