"""Lists the keys that hold in the window: those of the menus, and those that have no menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from visavis.gui.commands.building import strip_mnemonic

if TYPE_CHECKING:
    from visavis.gui.dialogs.table_dialog import Section

translate = QCoreApplication.translate


def list_shortcuts(menus: Mapping[str, Sequence[QAction]]) -> list[Section]:
    """Return every key with what it does: first those without a menu, then menu by menu."""
    native = QKeySequence.SequenceFormat.NativeText
    sections: list[Section] = []
    for title, actions in menus.items():
        keyed = [action for action in actions if not action.shortcut().isEmpty()]
        rows = [(strip_mnemonic(action.text()), action.shortcut().toString(native)) for action in keyed]
        sections.append((strip_mnemonic(title), rows))
    enter, escape = translate("Shortcuts", "Enter"), translate("Shortcuts", "Esc")
    back = translate("Shortcuts", "Shift+Enter")
    moving = (
        (translate("Shortcuts", "Next and previous sentence"), "↓ ↑"),
        (translate("Shortcuts", "First and last sentence"), translate("Shortcuts", "Home End")),
        (translate("Shortcuts", "A page down, a page up"), translate("Shortcuts", "PgDn PgUp")),
        (translate("Shortcuts", "Menu of the sentence, with its pictures"), translate("Shortcuts", "Shift+F10")),
        (translate("Shortcuts", "Next area of the window"), translate("Shortcuts", "Tab")),
    )
    elsewhere = (
        (translate("Shortcuts", "In the search: next, previous, close"), f"{enter} {back} {escape}"),
        (translate("Shortcuts", "While correcting: keep, discard"), f"{enter} {escape}"),
        (translate("Shortcuts", "In other words: next and previous place, whole sentences"), "→ ← Alt+↓"),
        (translate("Shortcuts", "On the card of a flag: close it"), escape),
        (translate("Shortcuts", "In the list of articles: close one"), translate("Shortcuts", "Delete")),
    )
    return [
        (translate("Shortcuts", "In the article"), moving),
        *sections,
        (translate("Shortcuts", "Elsewhere"), elsewhere),
    ]
