"""The preview: the pages of an export, as a PDF or on paper, before they are saved or printed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, SignalInstance
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QDialog, QGraphicsView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.exports.registry import Layout
from visavis.gui.style.spacing import LARGE, MEDIUM, SMALL

_MARGIN = 0.97  # of the width is for the pages: their shadow must not call for a scroll bar


class PreviewDialog(QDialog):
    """Shows pages once they are laid out; leads on to saving and printing."""

    layout_chosen = Signal(object)  # Layout
    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, printer: QPrinter, layout: Layout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preview"))
        self._drawn: list[QImage] = []
        self._printer = printer  # the widget does not keep it alive
        self.pages = QPrintPreviewWidget(printer)
        self.pages.setAccessibleName(self.tr("Pages"))
        for view in self.pages.findChildren(QGraphicsView):
            view.scene().setBackgroundBrush(self.palette().window())  # Qt's grey is bright in the dark look
        self.pages.paintRequested.connect(self._paint)
        self.layouts = QComboBox()
        self.layouts.setAccessibleName(self.tr("What is shown"))
        for text, value in (
            (self.tr("Translation"), Layout.TRANSLATION),
            (self.tr("Both languages, in two columns"), Layout.COLUMNS),
            (self.tr("Both languages, alternating paragraphs"), Layout.INTERLEAVED),
            (self.tr("Summary"), Layout.SUMMARY),
        ):
            self.layouts.addItem(text, value)
        with QSignalBlocker(self.layouts):
            self.layouts.setCurrentIndex([*Layout].index(layout))
        self.layouts.currentIndexChanged.connect(self._choose)
        self.note = QLabel(self.tr("Laying out…"), wordWrap=True)
        self.note.setObjectName("quiet")
        self.save, self.print = QPushButton(self.tr("Save…")), QPushButton(self.tr("Print…"))
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self._leave(self.save_wanted))
        self.print.clicked.connect(lambda: self._leave(self.print_wanted))
        self._place()
        self.resize(round(parent.width() * 0.7), round(parent.height() * 0.9))

    @property
    def layout_shown(self) -> Layout:
        """The layout that is shown."""
        return Layout(self.layouts.currentData())  # Qt keeps its value only

    def show_pages(self, drawn: tuple[list[QImage], int]) -> None:
        """Show the pictures of pages; there may be more pages than pictures."""
        self._drawn, count = drawn
        notes = [self.tr("{0} pages").format(count) if count > 1 else self.tr("1 page")]
        if count > len(self._drawn):
            notes.append(self.tr("the first {0} are shown").format(len(self._drawn)))
        same = self.tr("As a PDF and on paper; Word and web pages have the same content.")
        self.note.setText(f"{', '.join(notes)}. {same}")
        self.pages.updatePreview()
        self.pages.fitToWidth()
        self.pages.setZoomFactor(_MARGIN * self.pages.zoomFactor())

    def _place(self) -> None:
        head, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.layouts)
        head.addStretch()
        for icon_text, do in (("−", self.pages.zoomOut), ("+", self.pages.zoomIn)):
            button = QPushButton(icon_text)
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Larger") if icon_text == "+" else self.tr("Smaller"))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _=False, do=do: do())
            head.addWidget(button)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.note, 1)
        for one in (close, self.print, self.save):
            buttons.addWidget(one)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def _choose(self) -> None:
        self.note.setText(self.tr("Laying out…"))
        self.layout_chosen.emit(self.layout_shown)

    def _leave(self, wanted: SignalInstance) -> None:
        layout = self.layout_shown
        self.accept()
        wanted.emit(layout)

    def _paint(self, printer: QPrinter) -> None:
        painter = QPainter(printer)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, image in enumerate(self._drawn):
            if number:
                printer.newPage()
            painter.drawImage(painter.viewport(), image)
        painter.end()
