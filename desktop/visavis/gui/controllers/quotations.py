"""Quotations: who says what in the article, listed beside it, and copied with their attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from visavis.exports.excerpts.quotation import format_attribution_line, format_quotation, format_quotation_html
from visavis.exports.excerpts.summary import format_source_line
from visavis.exports.typography import refine_document
from visavis.gui import clipboard
from visavis.gui.controllers.export import ExportController
from visavis.gui.panels.location_list import LocationEntry, LocationListView
from visavis.gui.window_context import ArticleContext
from visavis.model.document import Document
from visavis.session.background_query import BackgroundQuery
from visavis.text.search import Hit

if TYPE_CHECKING:
    # its many patterns are slow to load: leave that to the background thread
    from visavis.analysis.quotations import Quotation

WAIT_MS = 1000  # delay from a change of the text to the updated list


class QuotationsController(QObject):
    """Keeps the list of quotations up to date, and copies them."""

    def __init__(self, context: ArticleContext, export: ExportController, listed: LocationListView) -> None:
        super().__init__(listed)
        self._context, self._export, self._list = context, export, listed
        self._found: list[Quotation] = []
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        listed.wanted.connect(self._go)
        listed.shown.connect(self._later)
        context.session.opened.connect(self._opened)
        context.session.grew.connect(self._later)

    def refresh(self) -> None:
        """Find the quotations and list them in both languages."""
        if self._query.is_busy and self._found:
            self._soon.start()  # a long article takes a while: let the query finish
            return
        document = self._context.session.document
        if document:
            snapshot, found_before = clipboard.take_snapshot(document), self._found
            self._query.ask(lambda: _list_entries(snapshot, found_before), self._show)

    def copy(self) -> None:
        """Copy the quotation under the caret with its attribution.

        Otherwise the selected sentences, in both languages.
        """
        document, view = self._context.session.document, self._context.reading_view
        marked = view.selection and not view.selection.empty
        from visavis.analysis.quotations import find_quotation_of

        quotation = find_quotation_of(self._found, view.caret)
        if document and quotation and not marked and view is self._export.view:
            document = refine_document(document, clipboard.choose_typography(self._context.settings))
            source = format_source_line(document) if self._context.settings.provenance else ""
            clipboard.copy_text(
                format_quotation(quotation, document, source), format_quotation_html(quotation, document, source)
            )
            self._context.show_notice(self.tr("Quotation copied"))
        else:
            self._export.copy_quotation()

    def _opened(self) -> None:
        self._found = []
        self._list.show_entries(())
        self.refresh()

    def _later(self) -> None:
        """Update the list later, if visible: `grew` comes often while the translation runs or the user edits."""
        if self._list.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _show(self, result: tuple[list[Quotation], list[LocationEntry]]) -> None:
        self._found, entries = result
        self._list.show_entries(entries)

    def _go(self, entry: LocationEntry) -> None:
        self._context.reading_view.go_to(entry.sentence)
        self._context.reading_view.show_flagged(entry.places)


def _list_entries(
    document: Document, found_before: list[Quotation]
) -> Iterator[tuple[list[Quotation], list[LocationEntry]]]:
    from visavis.analysis.quotations import find_quotations, quote_in_english

    quotations = found_before or [one for one in find_quotations(document.article) if one.sentences]
    sentences = {sentence.id: sentence for sentence in document.article.sentences()}
    homes = {sentence.id: paragraph for paragraph in document.article.paragraphs for sentence in paragraph.sentences}
    entries = []
    for one in quotations:
        french, named = " ".join(one.text.split()), one.sentences[0] if one.named is None else one.named
        near = tuple({id_: homes[id_] for id_ in (named, one.sentences[0])}.values())
        # the attribution only needs these paragraphs
        alone = replace(document, article=replace(document.article, paragraphs=near))
        lines = (format_attribution_line(one, alone) or "—", quote_in_english(one, alone) or "…", french)
        places = []
        for id_ in one.sentences:
            sentence = sentences[id_]
            start, end = max(one.start, sentence.start), min(one.end, sentence.end)
            places.append(Hit(id_, 0, start - sentence.start, end - sentence.start))
        entries.append(LocationEntry(lines, "\n".join(lines), one.sentences[0], tuple(places)))
    yield quotations, entries
