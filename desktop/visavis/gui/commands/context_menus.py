"""The context menus: what can be done with a sentence, a word, a flag, a quotation, a sentence of the summary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from visavis.gui.commands.building import add_actions
from visavis.text.search import Hit

if TYPE_CHECKING:
    from visavis.gui.workspace import Workspace

# The actions of each menu; None is a separator.
ARTICLE = (
    *("edit", "alternatives", "other_words", None, "fix", "dismiss", "next_flag", None, "copy", "quote", None),
    *("verify", "unverify", None, "pin"),
)
SUMMARY = ("pin", "drop", "up", "down", "automatic", None, "copy_summary", "copy_fr", "copy_both", None, "bullets")
FLAGS = ("edit", "alternatives", None, "fix", "dismiss", None, "verify")
QUOTATIONS = ("quote", "copy", None, "edit", "alternatives")
ABOUT_FLAGS = ("fix", "dismiss")
LONGEST = 30  # characters of a word in a menu

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class ContextMenus(QObject):
    """Fills the context menus of the article, the summary and the lists beside them."""

    def __init__(self, workspace: Workspace, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._actions = workspace, actions
        view, side = workspace.reading_view, workspace.side_panel
        add_actions(view, ARTICLE, actions)
        add_actions(workspace.summary.view, SUMMARY, actions)
        add_actions(side.flags, FLAGS, actions)
        add_actions(side.quotations, QUOTATIONS, actions)
        view.menu_filled.connect(self._complete)

    def _complete(self, menu: QMenu, sentence: int, side: int, offset: int) -> None:
        """Put what can be done with the word under the pointer on top, and leave out what does not apply."""
        document = self._workspace.document
        passage = document.passages.get(sentence) if document else None
        for name in ABOUT_FLAGS:
            if not passage or not passage.open_flags:
                menu.removeAction(self._actions[name])
        if not passage:
            return
        text = passage.target if side else passage.sentence.text
        word = next((m for m in _WORD.finditer(text) if m.start() <= offset < m.end()), None)
        if word and side:
            menu.removeAction(self._actions["other_words"])
        if word and len(word[0]) <= LONGEST:
            self._add_word(menu, Hit(sentence, side, *word.span()), word[0])

    def _add_word(self, menu: QMenu, place: Hit, word: str) -> None:
        workspace, first = self._workspace, menu.actions()[0]
        offers = [
            (self.tr("Copy “{0}”"), lambda: QGuiApplication.clipboard().setText(word)),
            (self.tr("Find “{0}”"), lambda: workspace.find_bar.find_word(word)),
        ]
        if place.side:
            alternatives = workspace.correction.alternatives
            offers.insert(0, (self.tr("Other words for “{0}”"), lambda: alternatives.ask_words(place.start)))
        else:
            offers.append((self.tr("Use a term for “{0}” everywhere…"), lambda: self._use_term(place)))
        for text, do in offers:
            action = QAction(text.format(word), menu)
            action.triggered.connect(do)
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _use_term(self, place: Hit) -> None:
        self._workspace.reading_view.select(place)
        self._actions["use_term"].trigger()
