"""Prints the article: both languages in two columns, or the translation alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.exports.registry import Layout, Options
from visavis.gui.clipboard import choose_options, take_snapshot
from visavis.gui.controllers.deferred_action import DeferredAction
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import describe_error
from visavis.gui.window_context import ArticleContext
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.session.background_query import BackgroundQuery

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintController(QObject):
    """Asks for a printer and prints in the background."""

    taking = Signal()  # the document is about to be taken: what is being edited belongs to it

    def __init__(self, context: ArticleContext, deferred: DeferredAction, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._deferred, self._window = context, deferred, window
        self._query = BackgroundQuery(self)
        self._query.failed.connect(self._failed)

    def print_article(self, layout: Layout | None = None) -> None:
        """Ask for a printer and print the article, in the languages that are shown unless a layout is given."""
        self.taking.emit()
        document = self._context.session.document
        printer = Dialogs.printer(self._window) if document else None
        if document and printer:
            self._send(document, printer, layout)

    def _send(self, document: Document, printer: QPrinter, layout: Layout | None) -> None:
        snapshot, options = take_snapshot(document), self.choose_options(layout)
        again = partial(self._send, document, printer, layout)
        report = partial(
            self._deferred.report, snapshot=snapshot, sentences=list(snapshot.article.sentences()), again=again
        )
        self._query.ask(lambda: (self._print(snapshot, options, printer),), lambda fine: self._printed(fine, report))

    def choose_options(self, layout: Layout | None = None) -> Options:
        """Return how the article is printed, in the languages that are shown unless a layout is given."""
        settings = self._context.settings
        layout = layout or (Layout.TRANSLATION if settings.languages == "en" else Layout.COLUMNS)
        summary = self._context.summary.count if layout is Layout.SUMMARY else 0
        return replace(choose_options(settings, layout, summary), flags=False)

    @staticmethod
    def _print(document: Document, options: Options, printer: QPrinter) -> bool:
        from visavis.exports.writers import pdf  # loads Qt's print support, which is rarely needed

        pdf.print_document(document, options, printer)
        return printer.printerState() is not type(printer).PrinterState.Error

    def _printed(self, fine: bool, report: Callable[..., None]) -> None:
        if fine:
            report(self.tr("Sent to the printer"), offer=self.tr("Print again when the translation is complete"))
        else:
            self._failed(
                OutputError(
                    self.tr("Printer"),
                    self.tr(
                        "it did not accept the article; try again, or save the translation as a PDF and print that"
                    ),
                )
            )

    def _failed(self, error: Exception) -> None:
        self._context.message_bar.show_message(
            describe_error(error)
            if isinstance(error, OutputError)
            else self.tr("Printing failed. Try again, or save the translation as a PDF and print that.")
        )
