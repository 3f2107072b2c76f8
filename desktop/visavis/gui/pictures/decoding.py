"""Decodes pictures in a thread of their own, scaled down as they are read; the files may be hostile."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter

from visavis.model.article import Picture


class PictureDecoder(QObject):
    """Decodes one picture after another."""

    decoded = Signal(object, QImage)  # the Picture, and its image; null if it cannot be shown

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def decode(self, picture: Picture, size: QSize) -> None:
        """Decode a picture, no larger than `size`; the answer is a signal."""
        self._pool.start(_Task(self, picture, size))

    def stop(self) -> None:
        """Forget what has not been begun."""
        self._pool.clear()


class _Task(QRunnable):
    def __init__(self, decoder: PictureDecoder, picture: Picture, size: QSize) -> None:
        super().__init__()
        self._decoder, self._picture, self._size = decoder, picture, size

    def run(self) -> None:
        self._decoder.decoded.emit(self._picture, decode_picture(self._picture, self._size))


def decode_picture(picture: Picture, size: QSize) -> QImage:
    """Return a picture scaled down to fit in `size`, turned as the file says; a null image if it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    # By its kind only: the other readers of Qt, such as that of SVG, would follow references out of the file.
    reader = QImageReader(buffer, QByteArray(picture.kind.rpartition("/")[2].encode()))
    reader.setAutoTransform(True)
    stated = reader.size()
    if stated != QSize(picture.width, picture.height):  # the size was checked, and is not what would be unpacked
        return QImage()
    if stated.width() > size.width() or stated.height() > size.height():
        reader.setScaledSize(stated.scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull() or not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)  # black lines on nothing would vanish on a dark page
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
