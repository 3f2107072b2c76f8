"""What the user takes away: files in every format, quotations, the translation and the summary for the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.core.document import Document
from desktop.core.errors import OutputError, printable
from desktop.exports.formats import Layout, Options
from desktop.exports.summary import Language
from desktop.exports.write import check
from desktop.gui import saving
from desktop.gui.dialogs import Dialogs
from desktop.gui.facing import FacingView
from desktop.gui.messages import error_told
from desktop.gui.parts import Parts


class Taking(QObject):
    """Saves and copies what is on the desk."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        parts.session.saved.connect(self._saved)
        parts.summary.copy_wanted.connect(self.copy_summary)

    def save(self, wanted: Sequence[Layout] = saving.TRANSLATION) -> None:
        """Ask where to and in which format, and save the translation, both languages or the summary."""
        document, settings = self._document, self._parts.settings
        if not document:
            return
        ways = saving.ways(document, wanted)
        name = f"{PurePath(document.article.path).stem or 'article'}.en{ways[0].form.suffix}"
        suggestion = PurePath(settings.last_folder) / name
        names = [(way.name, way.form.suffix) for way in ways]
        answer = Dialogs.save_path(self._window, self.tr("Save"), suggestion, names)
        if not answer:
            return
        path, way = answer[0], ways[answer[1]]
        try:
            check(path, document.article.path)
        except OutputError as error:
            self._parts.strip.tell(error_told(error))
            return
        options = self._options(way.layout, self._parts.summary.count if way.layout is Layout.SUMMARY else 0)
        held = saving.snapshot(document)
        self._parts.session.save(path, lambda: way.form.write(held, options))

    def turn_provenance(self) -> None:
        """Say in exports where they are from, or no longer."""
        self._parts.settings.provenance = not self._parts.settings.provenance

    def turn_bullets(self) -> None:
        """Copy and save summaries as bullets, or as running text."""
        self._parts.settings.summary_bullets = not self._parts.settings.summary_bullets

    def copy(self) -> None:
        """Copy what is marked, or the caret's sentence as a quotation."""
        view = self.view
        if view.selection and not view.selection.empty:
            saving.copy_marked(view)
        else:
            self.copy_quotation()

    def copy_quotation(self) -> None:
        """Copy the sentences that are marked, or the caret's, in both languages."""
        document = self._document
        chosen = saving.sentences_at(self.view, document) if document else []
        if document and chosen:
            saving.copy_quoted(document, chosen, Language.BOTH, self._parts.settings.provenance)
            self._parts.notice(self.tr("Quotation copied"))

    def copy_translation(self) -> None:
        """Copy the whole English text."""
        if self._document:
            saving.copy_document(self._document, self._options())
            self._parts.notice(self.tr("Translation copied"))

    @Slot(object)
    def copy_summary(self, language: Language) -> None:
        """Copy the summary."""
        document = self._document
        if document and document.ranking:
            settings = self._parts.settings
            saving.copy_summary(
                document, self._parts.summary.count, language, settings.summary_bullets, settings.provenance
            )
            self._parts.notice(self.tr("Summary copied"))

    @property
    def _document(self) -> Document | None:
        return self._parts.session.document

    @property
    def view(self) -> FacingView:
        """Return the view that has the focus."""
        summary = self._parts.summary.view
        return summary if summary.hasFocus() else self._parts.facing

    def _options(self, layout: Layout = Layout.TRANSLATION, summary: int = 0) -> Options:
        settings = self._parts.settings
        return Options(layout, summary, settings.provenance, date.today(), settings.summary_bullets)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._parts.notice(self.tr("Saved as {0}").format(printable(path.name)))
