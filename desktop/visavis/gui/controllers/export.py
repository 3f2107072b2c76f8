"""Export and copy: files in every format, the translation and the summary on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from visavis.exports.atomic_write import check_writable
from visavis.exports.excerpts.summary import Language
from visavis.exports.registry import Layout
from visavis.exports.typography import refine_document
from visavis.gui import clipboard
from visavis.gui.controllers.deferred_action import DeferredAction
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import describe_error
from visavis.gui.outside import open_outside
from visavis.gui.reading_view.view import FacingView
from visavis.gui.window_context import ArticleContext
from visavis.model.article import Sentence
from visavis.model.document import Document
from visavis.model.errors import OutputError, make_printable
from visavis.session.background_query import BackgroundQuery

# What stands before the suffix of a proposed file name, so that no kind of export replaces another.
NAMED = {clipboard.TRANSLATION: "en", clipboard.BOTH: "fr-en", clipboard.SUMMARY: "summary"}


class ExportController(QObject):
    """Saves and copies the open document."""

    taking = Signal()  # the document is about to be taken: what is being edited belongs to it

    def __init__(self, context: ArticleContext, deferred: DeferredAction, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._deferred, self._window = context, deferred, window
        self._query = BackgroundQuery(self)
        # for each file being written, the function that reports it as saved
        self._saving: dict[Path, Callable[..., None]] = {}
        context.session.saved.connect(self._saved)
        context.summary.copy_button.clicked.connect(lambda _=False: self.copy_summary())

    def save(self, wanted: tuple[Layout, ...] = clipboard.TRANSLATION) -> None:
        """Ask for a file name and format, then save the translation, both languages or the summary."""
        self.taking.emit()
        document, settings = self._document, self._context.settings
        if not document:
            return
        ways = clipboard.list_export_choices(document, wanted)
        name = f"{PurePath(document.article.path).stem or 'article'}.{NAMED[wanted]}{ways[0].form.suffix}"
        suggestion = PurePath(settings.last_folder) / name
        names = [(way.name, way.form.suffix) for way in ways]
        answer = Dialogs.save_path(self._window, self.tr("Save"), suggestion, names)
        if not answer:
            return
        path, way = answer[0], ways[answer[1]]
        try:
            check_writable(path, document.article.path)
        except OutputError as error:
            self._context.message_bar.show_message(describe_error(error))
            return
        self._write(document, path, way)

    def save_both(self) -> None:
        """Save both languages."""
        self.save(clipboard.BOTH)

    def save_summary(self) -> None:
        """Save the summary."""
        self.save(clipboard.SUMMARY)

    def _write(self, document: Document, path: Path, way: clipboard.ExportChoice) -> None:
        summary = self._context.summary.count if way.layout is Layout.SUMMARY else 0
        snapshot = clipboard.take_snapshot(document)
        options = clipboard.choose_options(self._context.settings, way.layout, summary)
        again = partial(self._write, document, path, way)
        self._saving[path] = partial(
            self._deferred.report, snapshot=snapshot, sentences=_list_exported_sentences(snapshot, summary), again=again
        )
        self._context.session.save(path, lambda: way.form.write(snapshot, options))

    def copy(self) -> None:
        """Copy the selection, or the caret's sentence as a quotation."""
        view = self.view
        if view.selection and not view.selection.empty:
            clipboard.copy_selection(view)
        else:
            self.copy_quotation()

    def copy_quotation(self) -> None:
        """Copy the selected sentences, or the caret's, in both languages."""
        document = self._document
        if document:
            self._quote([sentence for sentence, _ in clipboard.list_selected_sentences(self.view, document)])

    def copy_translation(self) -> None:
        """Copy the whole English text."""
        self.taking.emit()
        document = self._document
        if document:
            snapshot = clipboard.take_snapshot(document)
            options = replace(clipboard.choose_options(self._context.settings), flags=False)
            self._query.ask(
                lambda: clipboard.format_document(snapshot, options), lambda texts: self._copied(snapshot, *texts)
            )

    def copy_summary(self, wanted: str = "") -> None:
        """Copy the summary as it is shown, in the language that was chosen last unless one is given."""
        self.taking.emit()
        document = self._document
        if document and document.ranking:
            language = Language(wanted or self._context.settings.summary_language)
            settings, count = self._context.settings, self._context.summary.count
            refined = refine_document(document, clipboard.choose_typography(settings))
            clipboard.copy_summary(refined, count, language, clipboard.choose_brief(settings))
            taken = () if language is Language.FRENCH else _list_exported_sentences(document, count)
            self._tell_copied(self.tr("Summary copied"), document, taken, lambda: self.copy_summary(language))

    def _quote(self, sentences: Sequence[Sentence]) -> None:
        document = self._document
        if document and sentences:
            refined = refine_document(document, clipboard.choose_typography(self._context.settings))
            chosen = [(sentence, refined.target(sentence)) for sentence in sentences]
            clipboard.copy_sentences(refined, chosen, Language.BOTH, self._context.settings.provenance)
            self._tell_copied(self.tr("Quotation copied"), document, sentences, lambda: self._quote(sentences))

    def _copied(self, snapshot: Document, text: str, rich: str) -> None:
        clipboard.copy_text(text, rich)
        self._tell_copied(
            self.tr("Translation copied"), snapshot, _list_exported_sentences(snapshot), self.copy_translation
        )

    def _tell_copied(
        self, done: str, snapshot: Document, sentences: Iterable[Sentence], again: Callable[[], object]
    ) -> None:
        self._deferred.report(done, snapshot, sentences, self.tr("Copy again when the translation is complete"), again)

    @property
    def _document(self) -> Document | None:
        return self._context.session.document

    @property
    def view(self) -> FacingView:
        """The view that has the focus, the article's by default."""
        summary = self._context.summary.view
        return summary if summary.hasFocus() else self._context.reading_view

    @Slot(object)
    def _saved(self, path: Path) -> None:
        report = self._saving.pop(path, None)
        if report:
            done = self.tr("Saved as {0}").format(make_printable(path.name))
            report(
                done,
                offer=self.tr("Save again when the translation is complete"),
                finish=lambda: self._offer_file(done, path),
            )

    def _offer_file(self, done: str, path: Path) -> None:
        """Offer to open what was saved, or its folder."""
        choices = [(self.tr("The file"), path), (self.tr("Its folder"), path.parent)]
        self._context.message_bar.show_choices(
            done, self.tr("Open"), [(name, partial(open_outside, place)) for name, place in choices]
        )


def _list_exported_sentences(document: Document, summary: int = 0) -> list[Sentence]:
    """Return the exported sentences: those of the summary, or all."""
    return [s for s, _ in document.chosen(summary)] if summary else list(document.article.sentences())
