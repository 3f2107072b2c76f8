"""All actions of the program, as menus: one line per action with its name, text and shortcut."""

# ruff: noqa: PLW0108  # the workspace may not be built yet: it is asked for when an action is triggered

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from visavis.gui.commands.building import ActionItem, Items, Submenu, add_menu
from visavis.gui.commands.shortcuts import list_shortcuts
from visavis.gui.commands.states import AT_SENTENCE, MARKED, PICKING, SPACINGS, enable_actions, mark_actions
from visavis.gui.commands.toolbar import ToolBar
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.preferences.controller import PreferencesController
from visavis.infrastructure.settings import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from visavis.gui.frame import Frame
    from visavis.gui.workspace import Workspace
    from visavis.infrastructure.settings import Settings

    Work = Callable[[], Workspace]

KEYS = QKeySequence.StandardKey


class ActionsController(QObject):
    """The menus and the tool bar of a window; `by_name` maps names to actions, `work` returns the workspace."""

    def __init__(self, window: QMainWindow, frame: Frame, work: Work, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._opening, self._settings = frame.session, frame.opening, settings
        self.by_name: dict[str, QAction] = {}
        self._preferences = PreferencesController(settings, self.by_name, window)
        self._menus: dict[str, list[QAction]] = {}
        for title, items in (
            (self.tr("&File"), self._file(frame, work)),
            (self.tr("&Edit"), self._edit(frame, work)),
            (self.tr("&View"), self._view(frame, work)),
            (self.tr("&Sentence"), self._sentence(work)),
            (self.tr("Su&mmary"), self._summary(work)),
            (self.tr("&Translation"), self._translation(frame, work)),
            (self.tr("&Help"), self._help(work)),
        ):
            actions = add_menu(window, title, items)
            self._menus[title] = list(actions.values())
            self.by_name |= actions
        for name in AT_SENTENCE:  # WidgetShortcut, because these keys mean something else in other widgets
            self.by_name[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # Enter is the key on the numeric keypad
        self.by_name["verify"].setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        for name in PICKING:
            self.by_name[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._mark()
        settings.listen_to(self._mark, *MARKED.values(), "languages", "line_spacing", "look")
        ToolBar(window, self.by_name)
        self.enable(complete=False)

    def show_keys(self) -> None:
        """Show a dialog with all shortcuts."""
        Dialogs.table(self._window, self.tr("Keyboard shortcuts"), list_shortcuts(self._menus))

    def enable(self, complete: bool) -> None:
        """Enable the actions that make sense for the open document, if any; `complete`: all of it is translated."""
        enable_actions(self.by_name, self._session, complete)
        self.by_name["whole_page"].setEnabled(self._opening.is_page)
        self.by_name["whole_page"].setChecked(self._opening.is_whole)

    def _toggle(self, name: str) -> None:
        """Toggle the setting that a checkable action shows."""
        setattr(self._settings, MARKED[name], not getattr(self._settings, MARKED[name]))

    def _mark(self) -> None:
        mark_actions(self.by_name, self._settings)

    def _file(self, frame: Frame, work: Work) -> Items:
        opening = frame.opening
        return [
            ActionItem("open", self.tr("&Open…"), KEYS.Open, opening.ask_for_file),
            Submenu(self.tr("Op&en recent"), [], fill=frame.recents.fill_menu),
            ActionItem("folder", self.tr("Translate a &folder…"), "Ctrl+Shift+D", frame.folder.ask_for_folder),
            ActionItem("paste", self.tr("&Paste article"), KEYS.Paste, opening.paste),
            ActionItem(
                "translation", self.tr("Open a tra&nslation of it…"), "Ctrl+Shift+O", opening.ask_for_translation
            ),
            None,
            ActionItem("save", self.tr("&Save translation…"), KEYS.Save, lambda: work().export.save()),
            ActionItem(
                "save_both", self.tr("Save &both languages…"), "Ctrl+Shift+S", lambda: work().export.save_both()
            ),
            ActionItem("save_summary", self.tr("Save su&mmary…"), "", lambda: work().export.save_summary()),
            ActionItem(
                "provenance",
                self.tr("Sho&w the source in copies and exports"),
                "",
                partial(self._toggle, "provenance"),
                False,
            ),
            ActionItem(
                "export_flags",
                self.tr("Add what is to chec&k to exports"),
                "",
                partial(self._toggle, "export_flags"),
                False,
            ),
            None,
            ActionItem("preview", self.tr("Pre&view…"), "Ctrl+Shift+P", lambda: work().preview.show_dialog()),
            ActionItem("print", self.tr("P&rint…"), KEYS.Print, lambda: work().printing.print_article()),
            ActionItem("statistics", self.tr("S&tatistics…"), "", lambda: work().statistics.show_statistics()),
            None,
            ActionItem("close_article", self.tr("C&lose article"), "Ctrl+W", lambda: work().articles.close_shown()),
            ActionItem("quit", self.tr("&Quit"), "Ctrl+Q", self._window.close),
        ]

    def _edit(self, frame: Frame, work: Work) -> Items:
        return [
            ActionItem("undo", self.tr("&Undo"), KEYS.Undo, frame.session.undo),
            ActionItem("redo", self.tr("Re&do"), "Ctrl+Shift+Z", frame.session.redo),
            None,
            ActionItem("copy", self.tr("&Copy"), KEYS.Copy, lambda: work().export.copy()),
            ActionItem("quote", self.tr("Copy as &quotation"), "Ctrl+Shift+Q", lambda: work().quotations.copy()),
            ActionItem(
                "copy_translation",
                self.tr("Copy &translation"),
                "Ctrl+Shift+T",
                lambda: work().export.copy_translation(),
            ),
            None,
            ActionItem("copy_summary", self.tr("Copy &summary"), "Ctrl+Shift+C", lambda: work().export.copy_summary()),
            ActionItem("copy_fr", self.tr("Copy summary in &French"), "", lambda: work().export.copy_summary("fr")),
            ActionItem(
                "copy_both", self.tr("Copy summary in &both languages"), "", lambda: work().export.copy_summary("both")
            ),
            None,
            ActionItem("find", self.tr("F&ind…"), KEYS.Find, lambda: work().find_bar.open_bar()),
            ActionItem("find_next", self.tr("Find &next"), "F3", lambda: work().find_bar.next()),
            ActionItem("find_previous", self.tr("Find pre&vious"), "Shift+F3", lambda: work().find_bar.previous()),
            ActionItem("replace", self.tr("Replac&e…"), "Ctrl+H", lambda: work().replacing.show_dialog()),
            ActionItem(
                "find_all", self.tr("Find in &all articles…"), "Ctrl+Shift+F", lambda: work().search.show_dialog()
            ),
            None,
            ActionItem("settings", self.tr("Settin&gs…"), "Ctrl+,", self._preferences.show_dialog),
        ]

    def _view(self, frame: Frame, work: Work) -> Items:
        settings = self._settings
        languages = (
            ("both", self.tr("French and &English"), "Ctrl+1"),
            ("fr", self.tr("&French only"), "Ctrl+2"),
            ("en", self.tr("English &only"), "Ctrl+3"),
        )
        looks = (self.tr("&System"), self.tr("&Light"), self.tr("&Dark"))
        spacings = (
            ("close", self.tr("&Compact")),
            ("usual", self.tr("&Normal")),
            ("apart", self.tr("&Wide")),
        )
        return [
            ActionItem("larger", self.tr("&Larger text"), KEYS.ZoomIn, lambda: work().view_settings.zoom(1.1)),
            ActionItem("smaller", self.tr("&Smaller text"), KEYS.ZoomOut, lambda: work().view_settings.zoom(1 / 1.1)),
            ActionItem("normal", self.tr("&Normal text"), "Ctrl+0", lambda: work().view_settings.zoom(0)),
            None,
            ActionItem("font", self.tr("F&ont…"), "", lambda: work().view_settings.choose_font()),
            Submenu(
                self.tr("L&ine spacing"),
                [
                    ActionItem(name, text, "", partial(setattr, settings, "line_spacing", SPACINGS[name]), False)
                    for name, text in spacings
                ],
                one=True,
            ),
            Submenu(
                self.tr("L&anguages"),
                [
                    ActionItem(f"show_{name}", text, key, partial(setattr, settings, "languages", name), False)
                    for name, text, key in languages
                ],
                one=True,
            ),
            Submenu(
                self.tr("A&ppearance"),
                [
                    ActionItem(f"look_{name}", text, "", partial(setattr, settings, "look", name), False)
                    for name, text in zip(LOOKS, looks, strict=True)
                ],
                one=True,
            ),
            None,
            ActionItem("next_article", self.tr("Ne&xt article"), "Ctrl+PgDown", lambda: work().articles.step(1)),
            ActionItem("previous_article", self.tr("Previo&us article"), "Ctrl+PgUp", lambda: work().articles.step(-1)),
            None,
            ActionItem("whole_page", self.tr("&Whole web page"), "", frame.opening.toggle_whole_page, False),
            ActionItem("side", self.tr("Flags and &quotations"), "F4", partial(self._toggle, "side"), False),
            ActionItem(
                "turn", self.tr("Summary &beside or below"), "F9", lambda: work().view_settings.toggle_summary_place()
            ),
            ActionItem("full", self.tr("&Full screen"), "F11", lambda: work().view_settings.full_screen()),
        ]

    def _sentence(self, work: Work) -> Items:
        return [
            ActionItem("edit", self.tr("&Correct"), "F2", lambda: work().correction.edit()),
            ActionItem(
                "alternatives",
                self.tr("&Other translations"),
                "Alt+Down",
                lambda: work().correction.alternatives.ask_sentences(),
            ),
            ActionItem(
                "other_words", self.tr("Other &words"), "Shift+F2", lambda: work().correction.alternatives.ask_words()
            ),
            ActionItem(
                "use_term",
                self.tr("&Use this term everywhere…"),
                "Ctrl+T",
                lambda: work().packages_and_glossary.use_term_everywhere(),
            ),
            None,
            ActionItem("next_flag", self.tr("Ne&xt flag"), "F8", lambda: work().flags.next()),
            ActionItem("previous_flag", self.tr("&Previous flag"), "Shift+F8", lambda: work().flags.previous()),
            ActionItem("fix", self.tr("Put &right"), "Ctrl+.", lambda: work().flags.fix()),
            ActionItem("dismiss", self.tr("&It is right: dismiss the flag"), "Ctrl+R", lambda: work().flags.dismiss()),
            None,
            ActionItem(
                "verify", self.tr("Mark as &verified and go to next"), "Return", lambda: work().correction.verify()
            ),
            ActionItem(
                "unverify", self.tr("Mark as &not verified"), "Shift+Return", lambda: work().correction.unverify()
            ),
        ]

    def _summary(self, work: Work) -> Items:
        return [
            ActionItem("pin", self.tr("&Pin to the summary"), "P", lambda: work().summary_picks.pin()),
            ActionItem("drop", self.tr("&Leave out of the summary"), "Del", lambda: work().summary_picks.drop()),
            ActionItem("up", self.tr("Move &up"), "Ctrl+Up", lambda: work().summary_picks.move(-1)),
            ActionItem("down", self.tr("Move &down"), "Ctrl+Down", lambda: work().summary_picks.move(1)),
            ActionItem("automatic", self.tr("&Automatic"), "", lambda: work().summary_picks.reset()),
            None,
            ActionItem("bullets", self.tr("As &bullets"), "", partial(self._toggle, "bullets"), False),
        ]

    def _translation(self, frame: Frame, work: Work) -> Items:
        return [
            ActionItem("cancel", self.tr("&Cancel"), "Esc", frame.session.cancel),
            ActionItem("resume", self.tr("Con&tinue"), "", frame.session.resume),
            ActionItem("again", self.tr("Translate &again"), "", frame.session.retranslate),
            None,
            ActionItem("quick", self.tr("Translate the clip&board"), "Ctrl+Shift+V", frame.quick.translate_clipboard),
            None,
            ActionItem("glossary", self.tr("&Glossary…"), "", lambda: work().packages_and_glossary.show_glossary()),
            None,
            ActionItem("memory", self.tr("&Remember translations"), "", partial(self._toggle, "memory"), False),
            ActionItem(
                "clear_memory", self.tr("C&lear translation memory…"), "", lambda: work().translation_memory.clear()
            ),
            None,
            ActionItem(
                "packages", self.tr("Language &packages…"), "", lambda: work().packages_and_glossary.show_packages()
            ),
        ]

    def _help(self, work: Work) -> Items:
        return [
            ActionItem("keys", self.tr("&Keyboard shortcuts"), "F1", self.show_keys),
            ActionItem("hints", self.tr("Show &hints"), "", partial(self._toggle, "hints"), False),
            ActionItem("about", self.tr("&About Vis-à-vis"), "", lambda: Dialogs.about(self._window)),
        ]
