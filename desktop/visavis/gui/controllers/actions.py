"""All actions of the program, as menus: one line per action with its name, text and shortcut; and which are enabled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from visavis.exports.excerpts.summary import Language
from visavis.gui import clipboard
from visavis.gui.commands.building import ActionItem, Items, Submenu, add_menu
from visavis.gui.commands.context_menus import ContextMenus
from visavis.gui.commands.shortcuts import list_shortcuts
from visavis.gui.commands.toolbar import ToolBar
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.preferences.controller import PreferencesController
from visavis.gui.reading_view.typography import APART, CLOSE, LINE
from visavis.infrastructure.settings import LANGUAGES, LOOKS

if TYPE_CHECKING:
    from visavis.gui.workspace import Workspace
    from visavis.infrastructure.settings import Settings

KEYS = QKeySequence.StandardKey

# Actions on the sentence under the caret.
SENTENCE = (
    *("edit", "alternatives", "other_words", "verify", "unverify"),
    *("next_flag", "previous_flag", "fix", "dismiss", "use_term"),
)
# Actions whose shortcuts work only in the article.
AT_SENTENCE = ("verify", "unverify")
# Actions on a sentence of the summary, whose shortcuts work there; that of the first also in the article.
PICKING = ("pin", "drop", "up", "down", "automatic")
# Checkable actions, each with the setting it shows.
MARKED = {
    "provenance": "provenance",
    "export_flags": "export_flags",
    "memory": "memory",
    "side": "side",
    "bullets": "summary_bullets",
    "hints": "hints",
}
# Actions that set the line spacing.
SPACINGS = {"close": CLOSE, "usual": LINE, "apart": APART}
# Actions that need an article, and those that need its summary.
ARTICLE = (
    *("close_article", "translation", "save", "save_both", "copy", "quote"),
    *("copy_translation", "preview", "print", "statistics", "find", "replace", *SENTENCE),
)
SUMMARY = ("save_summary", "copy_summary", "copy_fr", "copy_both", *PICKING)


class ActionsController(QObject):
    """The menus and the tool bar of a window; `by_name` maps names to actions."""

    def __init__(self, window: QMainWindow, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._opening = workspace.session, workspace.opening
        self.by_name: dict[str, QAction] = {}
        self._preferences = PreferencesController(settings, self.by_name, window)
        self._menus: dict[str, list[QAction]] = {}
        for title, items in (
            (self.tr("&File"), self._file(workspace)),
            (self.tr("&Edit"), self._edit(workspace)),
            (self.tr("&View"), self._view(workspace)),
            (self.tr("&Sentence"), self._sentence(workspace)),
            (self.tr("Su&mmary"), self._summary(workspace)),
            (self.tr("&Translation"), self._translation(workspace)),
            (self.tr("&Help"), self._help(workspace)),
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
        ContextMenus(workspace, self.by_name, self)
        mark = partial(self._mark, settings)
        mark()
        settings.listen_to(mark, *MARKED.values(), "languages", "line_spacing", "look")
        ToolBar(window, self.by_name)

    def show_keys(self) -> None:
        """Show a dialog with all shortcuts."""
        Dialogs.table(self._window, self.tr("Keyboard shortcuts"), list_shortcuts(self._menus))

    def enable(self, complete: bool) -> None:
        """Enable the actions that make sense for the open document, if any; `complete`: all of it is translated."""
        document, busy = self._session.document, self._session.is_busy
        able = dict.fromkeys(ARTICLE, document is not None)
        able |= dict.fromkeys(SUMMARY, bool(document and document.ranking))
        able |= {"undo": self._session.can_undo, "redo": self._session.can_redo}
        several = len(self._session.articles.list) > 1
        able |= {"next_article": several, "previous_article": several}
        able["whole_page"] = self._opening.is_page
        self.by_name["whole_page"].setChecked(self._opening.is_whole)
        able["cancel"] = busy
        able["again"] = bool(document and not busy and not document.translation_path)
        able["resume"] = bool(document and not busy and not complete)
        for name, enabled in able.items():
            self.by_name[name].setEnabled(enabled)

    def _mark(self, settings: Settings) -> None:
        """Update the check marks from the settings."""
        on = {name: bool(getattr(settings, setting)) for name, setting in MARKED.items()}
        on |= {name: settings.line_spacing == width for name, width in SPACINGS.items()}
        on |= {f"show_{name}": settings.languages == name for name in LANGUAGES}
        on |= {f"look_{name}": settings.look == name for name in LOOKS}
        for name, marked in on.items():
            self.by_name[name].setChecked(marked)

    def _file(self, workspace: Workspace) -> Items:
        opening, export = workspace.opening, workspace.export
        return [
            ActionItem("open", self.tr("&Open…"), KEYS.Open, opening.ask_for_file),
            Submenu(self.tr("Op&en recent"), [], fill=workspace.recents.fill_menu),
            ActionItem("folder", self.tr("Translate a &folder…"), "Ctrl+Shift+D", workspace.folder.ask_for_folder),
            ActionItem("paste", self.tr("&Paste article"), KEYS.Paste, opening.paste),
            ActionItem(
                "translation", self.tr("Open a tra&nslation of it…"), "Ctrl+Shift+O", opening.ask_for_translation
            ),
            None,
            ActionItem("save", self.tr("&Save translation…"), KEYS.Save, export.save),
            ActionItem(
                "save_both", self.tr("Save &both languages…"), "Ctrl+Shift+S", lambda: export.save(clipboard.BOTH)
            ),
            ActionItem("save_summary", self.tr("Save su&mmary…"), "", lambda: export.save(clipboard.SUMMARY)),
            ActionItem(
                "provenance", self.tr("Sho&w the source in copies and exports"), "", export.toggle_provenance, False
            ),
            ActionItem("export_flags", self.tr("Add what is to chec&k to exports"), "", export.toggle_flags, False),
            None,
            ActionItem("preview", self.tr("Pre&view…"), "Ctrl+Shift+P", workspace.preview.show_dialog),
            ActionItem("print", self.tr("P&rint…"), KEYS.Print, workspace.printing.print_article),
            ActionItem("statistics", self.tr("S&tatistics…"), "", workspace.statistics.show_statistics),
            None,
            ActionItem("close_article", self.tr("C&lose article"), "Ctrl+W", workspace.articles.close_shown),
            ActionItem("quit", self.tr("&Quit"), "Ctrl+Q", self._window.close),
        ]

    def _edit(self, workspace: Workspace) -> Items:
        export = workspace.export
        return [
            ActionItem("undo", self.tr("&Undo"), KEYS.Undo, workspace.session.undo),
            ActionItem("redo", self.tr("Re&do"), "Ctrl+Shift+Z", workspace.session.redo),
            None,
            ActionItem("copy", self.tr("&Copy"), KEYS.Copy, export.copy),
            ActionItem("quote", self.tr("Copy as &quotation"), "Ctrl+Shift+Q", workspace.quotations.copy),
            ActionItem("copy_translation", self.tr("Copy &translation"), "Ctrl+Shift+T", export.copy_translation),
            None,
            ActionItem("copy_summary", self.tr("Copy &summary"), "Ctrl+Shift+C", export.copy_summary),
            ActionItem("copy_fr", self.tr("Copy summary in &French"), "", lambda: export.copy_summary(Language.FRENCH)),
            ActionItem(
                "copy_both", self.tr("Copy summary in &both languages"), "", lambda: export.copy_summary(Language.BOTH)
            ),
            None,
            ActionItem("find", self.tr("F&ind…"), KEYS.Find, workspace.find_bar.open_bar),
            ActionItem("find_next", self.tr("Find &next"), "F3", workspace.find_bar.next),
            ActionItem("find_previous", self.tr("Find pre&vious"), "Shift+F3", workspace.find_bar.previous),
            ActionItem("replace", self.tr("Replac&e…"), "Ctrl+H", workspace.replacing.show_dialog),
            ActionItem("find_all", self.tr("Find in &all articles…"), "Ctrl+Shift+F", workspace.search.show_dialog),
            None,
            ActionItem("settings", self.tr("Settin&gs…"), "Ctrl+,", self._preferences.show_dialog),
        ]

    def _view(self, workspace: Workspace) -> Items:
        view = workspace.view_settings
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
            ActionItem("larger", self.tr("&Larger text"), KEYS.ZoomIn, lambda: view.zoom(1.1)),
            ActionItem("smaller", self.tr("&Smaller text"), KEYS.ZoomOut, lambda: view.zoom(1 / 1.1)),
            ActionItem("normal", self.tr("&Normal text"), "Ctrl+0", lambda: view.zoom(0)),
            None,
            ActionItem("font", self.tr("F&ont…"), "", view.choose_font),
            Submenu(
                self.tr("L&ine spacing"),
                [
                    ActionItem(name, text, "", partial(view.set_line_spacing, SPACINGS[name]), False)
                    for name, text in spacings
                ],
                one=True,
            ),
            Submenu(
                self.tr("L&anguages"),
                [
                    ActionItem(f"show_{name}", text, key, partial(view.show_languages, name), False)
                    for name, text, key in languages
                ],
                one=True,
            ),
            Submenu(
                self.tr("A&ppearance"),
                [
                    ActionItem(f"look_{name}", text, "", partial(view.choose_look, name), False)
                    for name, text in zip(LOOKS, looks, strict=True)
                ],
                one=True,
            ),
            None,
            ActionItem("next_article", self.tr("Ne&xt article"), "Ctrl+PgDown", lambda: workspace.articles.step(1)),
            ActionItem(
                "previous_article", self.tr("Previo&us article"), "Ctrl+PgUp", lambda: workspace.articles.step(-1)
            ),
            None,
            ActionItem("whole_page", self.tr("&Whole web page"), "", workspace.opening.toggle_whole_page, False),
            ActionItem("side", self.tr("Flags and &quotations"), "F4", view.toggle_side_panel, False),
            ActionItem("turn", self.tr("Summary &beside or below"), "F9", view.toggle_summary_place),
            ActionItem("full", self.tr("&Full screen"), "F11", view.full_screen),
        ]

    def _sentence(self, workspace: Workspace) -> Items:
        correction, glossary = workspace.correction, workspace.packages_and_glossary
        return [
            ActionItem("edit", self.tr("&Correct"), "F2", correction.edit),
            ActionItem(
                "alternatives", self.tr("&Other translations"), "Alt+Down", correction.alternatives.ask_sentences
            ),
            ActionItem("other_words", self.tr("Other &words"), "Shift+F2", correction.alternatives.ask_words),
            ActionItem("use_term", self.tr("&Use this term everywhere…"), "Ctrl+T", glossary.use_term_everywhere),
            None,
            ActionItem("next_flag", self.tr("Ne&xt flag"), "F8", workspace.flags.next),
            ActionItem("previous_flag", self.tr("&Previous flag"), "Shift+F8", workspace.flags.previous),
            ActionItem("fix", self.tr("Put &right"), "Ctrl+.", workspace.flags.fix),
            ActionItem("dismiss", self.tr("&It is right: dismiss the flag"), "Ctrl+R", workspace.flags.dismiss),
            None,
            ActionItem("verify", self.tr("Mark as &verified and go to next"), "Return", correction.verify),
            ActionItem("unverify", self.tr("Mark as &not verified"), "Shift+Return", correction.unverify),
        ]

    def _summary(self, workspace: Workspace) -> Items:
        picks, export = workspace.summary_picks, workspace.export
        return [
            ActionItem("pin", self.tr("&Pin to the summary"), "P", picks.pin),
            ActionItem("drop", self.tr("&Leave out of the summary"), "Del", picks.drop),
            ActionItem("up", self.tr("Move &up"), "Ctrl+Up", lambda: picks.move(-1)),
            ActionItem("down", self.tr("Move &down"), "Ctrl+Down", lambda: picks.move(1)),
            ActionItem("automatic", self.tr("&Automatic"), "", picks.reset),
            None,
            ActionItem("bullets", self.tr("As &bullets"), "", export.toggle_bullets, False),
        ]

    def _translation(self, workspace: Workspace) -> Items:
        return [
            ActionItem("cancel", self.tr("&Cancel"), "Esc", workspace.session.cancel),
            ActionItem("resume", self.tr("Con&tinue"), "", workspace.session.resume),
            ActionItem("again", self.tr("Translate &again"), "", workspace.session.retranslate),
            None,
            ActionItem(
                "quick", self.tr("Translate the clip&board"), "Ctrl+Shift+V", workspace.quick.translate_clipboard
            ),
            None,
            ActionItem("glossary", self.tr("&Glossary…"), "", workspace.packages_and_glossary.show_glossary),
            None,
            ActionItem("memory", self.tr("&Remember translations"), "", workspace.translation_memory.toggle, False),
            ActionItem("clear_memory", self.tr("C&lear translation memory…"), "", workspace.translation_memory.clear),
            None,
            ActionItem("packages", self.tr("Language &packages…"), "", workspace.packages_and_glossary.show_packages),
        ]

    def _help(self, workspace: Workspace) -> Items:
        return [
            ActionItem("keys", self.tr("&Keyboard shortcuts"), "F1", self.show_keys),
            ActionItem("hints", self.tr("Show &hints"), "", workspace.hints.toggle, False),
            ActionItem("about", self.tr("&About Vis-à-vis"), "", lambda: Dialogs.about(self._window)),
        ]
