"""Everything the user can do, as menus: one line an act, with its name, text and key; and which can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.core.document import Document
from desktop.exports.summary import Language
from desktop.gui import saving
from desktop.gui.dialogs import Dialogs
from desktop.gui.menus import Item, add_menu, add_tools

if TYPE_CHECKING:
    from desktop.gui.window import MainWindow

KEYS = QKeySequence.StandardKey
Items = list[Item | None]

# Acts in the tool bar; None is a separator.
TOOLS = ("open", "paste", None, "copy_translation", "copy_en", "save")
# Acts that need an article, and those that need its summary.
ARTICLE = ("save", "save_both", "copy", "quote", "copy_translation")
SUMMARY = ("save_summary", "copy_en", "copy_fr", "copy_both")


class Acts(QObject):
    """The menus and the tool bar of a window; `by_name` holds every action."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.by_name: dict[str, QAction] = {}
        for title, items in (
            (self.tr("&File"), self._file(window)),
            (self.tr("&Edit"), self._edit(window)),
            (self.tr("&View"), self._view(window)),
            (self.tr("&Translation"), self._translation(window)),
            (self.tr("&Help"), self._help(window)),
        ):
            self.by_name |= add_menu(window, title, items)
        add_tools(window, self.tr("Tools"), [self.by_name[name] if name else None for name in TOOLS])

    def enable(self, document: Document | None, busy: bool) -> None:
        """Enable what can be done with a document, or without one."""
        able = dict.fromkeys(ARTICLE, document is not None)
        able |= dict.fromkeys(SUMMARY, bool(document and document.ranking))
        able["cancel"] = busy
        able["again"] = document is not None and not busy
        able["resume"] = bool(document and not busy and not document.complete)
        for name, enabled in able.items():
            self.by_name[name].setEnabled(enabled)

    def _file(self, window: MainWindow) -> Items:
        opening, taking = window.opening, window.taking
        return [
            Item("open", self.tr("&Open…"), KEYS.Open, opening.ask),
            Item("paste", self.tr("&Paste article"), KEYS.Paste, opening.paste),
            None,
            Item("save", self.tr("&Save translation…"), KEYS.Save, taking.save),
            Item("save_both", self.tr("Save &both languages…"), "Ctrl+Shift+S", lambda: taking.save(saving.BOTH)),
            Item("save_summary", self.tr("Save su&mmary…"), "", lambda: taking.save(saving.SUMMARY)),
            Item(
                "provenance", self.tr("Say &where it is from"), "", taking.turn_provenance, window.settings.provenance
            ),
            None,
            Item("quit", self.tr("&Quit"), "Ctrl+Q", window.close),
        ]

    def _edit(self, window: MainWindow) -> Items:
        taking = window.taking
        return [
            Item("copy", self.tr("&Copy"), KEYS.Copy, taking.copy),
            Item("quote", self.tr("Copy &quotation in both languages"), "Ctrl+Alt+C", taking.copy_quotation),
            Item("copy_translation", self.tr("Copy &translation"), "Ctrl+Shift+T", taking.copy_translation),
            None,
            Item("copy_en", self.tr("Copy &summary"), "Ctrl+Shift+C", lambda: taking.copy_summary(Language.ENGLISH)),
            Item("copy_fr", self.tr("Copy summary in &French"), "", lambda: taking.copy_summary(Language.FRENCH)),
            Item(
                "copy_both", self.tr("Copy summary in &both languages"), "", lambda: taking.copy_summary(Language.BOTH)
            ),
        ]

    def _view(self, window: MainWindow) -> Items:
        look = window.look
        return [
            Item("larger", self.tr("&Larger text"), KEYS.ZoomIn, lambda: look.zoom(1.1)),
            Item("smaller", self.tr("&Smaller text"), KEYS.ZoomOut, lambda: look.zoom(1 / 1.1)),
            Item("normal", self.tr("&Normal text"), "Ctrl+0", lambda: look.zoom(0)),
            None,
            Item("turn", self.tr("Summary &beside or below"), "F9", look.turn),
            Item("full", self.tr("&Full screen"), "F11", look.full_screen),
        ]

    def _translation(self, window: MainWindow) -> Items:
        return [
            Item("cancel", self.tr("&Cancel"), "Esc", window.session.cancel),
            Item("resume", self.tr("Con&tinue"), "", window.session.resume),
            Item("again", self.tr("Translate &again"), "", window.session.retranslate),
            None,
            Item("packages", self.tr("Language &packages…"), "", window.show_packages),
        ]

    def _help(self, window: MainWindow) -> Items:
        return [
            Item("keys", self.tr("&Keys"), "F1", window.show_keys),
            Item("about", self.tr("&About Vis-à-vis"), "", lambda: Dialogs.about(window)),
        ]
