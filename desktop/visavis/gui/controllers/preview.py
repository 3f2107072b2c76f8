"""Shows what is to be saved or printed, page by page, before it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.exports.registry import Layout, Options
from visavis.gui import clipboard
from visavis.gui.controllers.export import ExportController
from visavis.gui.controllers.printing import PrintController
from visavis.gui.dialogs.file_dialogs import make_printer
from visavis.gui.window_context import WindowContext
from visavis.model.document import Document
from visavis.session.background_query import BackgroundQuery

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from visavis.gui.dialogs.preview import PreviewDialog

MOST_PAGES = 30  # a picture of a page takes 2 MB
# What *Save…* offers for what is previewed.
SAVED = {
    Layout.TRANSLATION: clipboard.TRANSLATION,
    Layout.COLUMNS: clipboard.BOTH,
    Layout.INTERLEAVED: clipboard.BOTH,
    Layout.SUMMARY: clipboard.SUMMARY,
}


class PreviewController(QObject):
    """Lays the article out in the background, and leads from the preview to saving and printing."""

    def __init__(
        self, context: WindowContext, export: ExportController, printing: PrintController, window: QWidget
    ) -> None:
        super().__init__(window)
        self._context, self._export, self._printing, self._window = context, export, printing, window
        self._query = BackgroundQuery(self)
        self._query.failed.connect(self._fail)

    def show_dialog(self) -> None:
        """Show the article as it would be printed."""
        from visavis.gui.dialogs.preview import PreviewDialog  # loads Qt's print support, which is rarely needed

        self._printing.taking.emit()
        if not self._context.session.document:
            return
        dialog = PreviewDialog(make_printer(), self._printing.choose_options().layout, self._window)
        dialog.layout_chosen.connect(lambda layout: self._lay_out(dialog, layout))
        dialog.save_wanted.connect(lambda layout: self._export.save(SAVED[layout]))
        dialog.print_wanted.connect(self._printing.print_article)
        dialog.finished.connect(self._query.cancel)
        dialog.finished.connect(dialog.deleteLater)
        self._lay_out(dialog, dialog.layout_shown)
        dialog.open()

    def _lay_out(self, dialog: PreviewDialog, layout: Layout) -> None:
        document = self._context.session.document
        if document:
            snapshot, options = clipboard.take_snapshot(document), self._printing.choose_options(layout)
            self._query.ask(lambda: _draw(snapshot, options), dialog.show_pages)

    def _fail(self, _: Exception) -> None:
        self._context.message_bar.show_message(
            self.tr("The preview could not be made. Save the translation and look at the file.")
        )


def _draw(document: Document, options: Options) -> Iterator[tuple[list[QImage], int]]:
    from visavis.exports.writers import pdf

    yield pdf.draw_pages(document, options, MOST_PAGES)
