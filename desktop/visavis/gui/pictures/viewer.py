"""The pictures in a reading view: decoded when they come into view, shown large by a click."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from visavis.gui.pictures.decoding import PictureDecoder
from visavis.gui.pictures.dialog import PictureDialog
from visavis.gui.reading_view.row_layout import HIGHEST_PICTURE
from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.view import FacingView
from visavis.gui.tips import format_tooltip
from visavis.model.article import Picture
from visavis.model.document import Document

_MOST_KEPT = 120  # thumbnails: some 20 MB
_WIDEST = 700  # pixels of a thumbnail; no column is wider
_LARGE = 0.8  # of the screen, for a picture shown large


class PictureViewer(QObject):
    """Gives a view its thumbnails, and watches the mouse over them."""

    def __init__(self, view: FacingView) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails: OrderedDict[Picture, QImage] = OrderedDict()
        self._small, self._large = PictureDecoder(self), PictureDecoder(self)
        self._small.decoded.connect(self._keep)
        self._large.decoded.connect(self._show)
        self._pressed: Picture | None = None
        self._document: Document | None = None
        view.page.find_thumbnail = self.find_thumbnail
        view.viewport().installEventFilter(self)
        view.menu_filled.connect(self._fill_menu)

    def find_thumbnail(self, picture: Picture) -> QImage | None:
        """Return the thumbnail of a picture, or None while it is being decoded."""
        if self._document is not self._view.page.document:  # those of a closed article are not kept
            self._document = self._view.page.document
            self._small.stop()
            self._thumbnails.clear()
        if picture not in self._thumbnails:
            self._thumbnails[picture] = QImage()  # asked for once
            scale = self._view.devicePixelRatioF()
            self._small.decode(picture, QSize(round(_WIDEST * scale), round(HIGHEST_PICTURE * scale)))
        image = self._thumbnails[picture]
        return None if image.isNull() else image

    def picture_at(self, point: QPointF) -> Picture | None:
        """Return the picture at a point of the viewport, or None."""
        page, y = self._view.page, point.y() + self._view.verticalScrollBar().value() - PAD
        if not page.rows:
            return None
        number = page.row_at(y)
        inside = QPointF(point.x() - page.left[page.shown[0]], y - page.top(number))
        places = zip(page.rows[number].pictures, page.row_layout(number).pictures, strict=True)
        return next((picture for picture, place in places if place.contains(inside)), None)

    def show_large(self, picture: Picture) -> None:
        """Show a picture large, once it has been decoded."""
        self._large.decode(picture, self._view.screen().size() * self._view.devicePixelRatioF() * _LARGE)

    def _fill_menu(self, menu: QMenu, sentence: int, *_: int) -> None:
        """Let the keyboard show what a click shows."""
        number = self._view.page.row_of(sentence)
        for picture in self._view.page.rows[number].pictures if number is not None else ():
            action = menu.addAction(self.tr("Show the picture above"))
            action.triggered.connect(lambda _=False, picture=picture: self.show_large(picture))

    @Slot(object, QImage)
    def _keep(self, picture: Picture, image: QImage) -> None:
        if image.isNull():  # it is no picture after all
            rows = [
                replace(row, pictures=tuple(each for each in row.pictures if each is not picture))
                for row in self._view.page.rows
            ]
            self._view.show_rows(self._view.page.document, rows, keep=True)
            return
        self._thumbnails[picture] = image
        while len(self._thumbnails) > _MOST_KEPT:
            self._thumbnails.popitem(last=False)
        self._view.viewport().update()

    @Slot(object, QImage)
    def _show(self, picture: Picture, image: QImage) -> None:
        if not image.isNull():
            PictureDialog(self._view.window(), image, picture.text).open()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the mouse events over pictures from the text."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            picture = self.picture_at(QPointF(event.pos()))
            if picture:
                QToolTip.showText(event.globalPos(), format_tooltip(picture.text), self._view.viewport())
            return picture is not None
        if not isinstance(event, QMouseEvent) or (event.buttons() and event.type() == QEvent.Type.MouseMove):
            return False
        picture = self.picture_at(event.position())
        if event.type() == QEvent.Type.MouseMove:
            shape = Qt.CursorShape.PointingHandCursor if picture else Qt.CursorShape.IBeamCursor
            self._view.viewport().setCursor(shape)
            if picture and self._view.hover >= 0:
                self._view.leaveEvent(event)
            return picture is not None
        if event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            if picture is not None and pressed is picture:
                self.show_large(picture)
            return pressed is not None
        self._pressed = picture if event.button() == Qt.MouseButton.LeftButton else None
        return picture is not None
