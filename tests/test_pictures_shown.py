"""Pictures in the window: thumbnails above the text that they stand before, large after a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from test_pictures import embed, png, web_page
from test_reading_view import Show, show
from tiny import TinySegmenter
from visavis.gui.pictures.decoding import decode_picture
from visavis.gui.pictures.dialog import PictureDialog
from visavis.gui.pictures.viewer import PictureViewer
from visavis.gui.reading_view.row_layout import HIGHEST_PICTURE
from visavis.gui.reading_view.rows import build_rows
from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.view import FacingView
from visavis.model.article import Picture
from visavis.model.document import Document
from visavis.pipeline import NO_PACKAGE, segment_article
from visavis.readers.open import from_text

__all__ = ["show"]  # a fixture


def opened(*sources: bytes) -> Document:
    page = web_page(*map(embed, sources))
    return Document(segment_article(from_text("a", page), TinySegmenter()), NO_PACKAGE)


def viewer(show: Show, document: Document) -> tuple[FacingView, PictureViewer]:
    view = show(document)
    watching = PictureViewer(view)
    view.show_rows(document, list(build_rows(document.article.paragraphs, document.article.pictures)))
    return view, watching


def middle(view: FacingView, picture: Picture) -> QPoint:
    """Return the middle of a thumbnail in the viewport."""
    number = next(number for number, row in enumerate(view.page.rows) if picture in row.pictures)
    place = view.page.row_layout(number).pictures[view.page.rows[number].pictures.index(picture)]
    corner = QPointF(view.page.left[0], view.page.top(number) + PAD - view.verticalScrollBar().value())
    return (place.center() + corner).toPoint()


def test_a_thumbnail_stands_above_its_caption_in_its_proportions(qtbot: QtBot, show: Show) -> None:
    document = opened(png(600, 400))
    view, _ = viewer(show, document)
    number = view.page.row_of(next(s.id for s in document.article.sentences() if s.text == "Photo."))
    assert number is not None
    (place,) = view.page.row_layout(number).pictures
    assert place.height() == HIGHEST_PICTURE
    assert place.width() == pytest.approx(240)
    assert view.page.origin(number, 0).y() >= view.page.top(number) + place.bottom()
    assert view.page.origin(number, 0).y() == view.page.origin(number, 1).y()
    grey = (600 % 256,) * 3

    def painted() -> bool:
        image = view.viewport().grab().toImage()
        return image.pixelColor(middle(view, document.article.pictures[0])) == QColor(*grey)

    qtbot.waitUntil(painted)


def test_a_click_shows_it_large_and_lights_nothing(qtbot: QtBot, show: Show) -> None:
    document = opened(png(600, 400))
    view, _ = viewer(show, document)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, document.article.pictures[0]))
    qtbot.waitUntil(lambda: bool(view.window().findChildren(PictureDialog)))
    dialog = view.window().findChildren(PictureDialog)[0]
    assert dialog.picture.pixmap().width() == 600
    assert dialog.picture.accessibleName() == "Vue"
    assert view.caret == -1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_context_menu_shows_it_too(qtbot: QtBot, show: Show) -> None:
    document = opened(png(600, 400))
    view, _ = viewer(show, document)
    menus = [QMenu(), QMenu()]
    for menu, text in zip(menus, ("Photo.", "La fin."), strict=True):
        sentence = next(s.id for s in document.article.sentences() if s.text == text)
        view.menu_filled.emit(menu, sentence, 1, -1)
    assert menus[1].isEmpty()
    menus[0].actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(view.window().findChildren(PictureDialog)))


def test_pictures_stand_beside_each_other_where_there_is_room(qtbot: QtBot, show: Show) -> None:
    document = opened()
    picture = [Picture(png(width, 160), "image/png", width, 160, paragraph=1) for width in (150, 160, 400)]
    view = show(document)
    view.show_rows(document, list(build_rows(document.article.paragraphs, picture)))
    first, second, third = view.page.row_layout(1).pictures
    assert first.top() == second.top() < third.top()
    assert first.right() < second.left()
    assert third.left() == first.left()


def test_what_cannot_be_decoded_leaves_no_gap(qtbot: QtBot, show: Show) -> None:
    damaged = png(600, 400)[:60]
    view, _ = viewer(show, opened(damaged))
    assert any(row.pictures for row in view.page.rows)
    qtbot.waitUntil(lambda: view.viewport().grab() is not None and not any(row.pictures for row in view.page.rows))


def test_a_picture_that_is_larger_than_it_states_is_not_unpacked(qapp: QApplication) -> None:
    data = png(600, 400)
    assert decode_picture(Picture(data, "image/png", 600, 400), QSize(300, 300)).size() == QSize(300, 200)
    assert decode_picture(Picture(data, "image/png", 60, 40), QSize(300, 300)).isNull()


def test_with_the_pointer_over_it_no_sentence_is_lit(qtbot: QtBot, show: Show) -> None:
    document = opened(png(600, 400))
    view, watching = viewer(show, document)
    text = view.page.origin(1, 0) + QPointF(20, PAD + 10)
    QTest.mouseMove(view.viewport(), text.toPoint())
    qtbot.waitUntil(lambda: view.hover >= 0)
    QTest.mouseMove(view.viewport(), middle(view, document.article.pictures[0]))
    qtbot.waitUntil(lambda: view.hover == -1)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert not watching.eventFilter(view.viewport(), QEvent(QEvent.Type.Enter))
