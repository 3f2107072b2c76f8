"""The reading view: what is lit, marked, walked through and kept in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Tiny
from tiny import TinySegmenter
from visavis.gui.reading_view.rows import PENDING, build_rows
from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.typography import list_rectangles
from visavis.gui.reading_view.view import FacingView
from visavis.gui.style.colours import choose_colours
from visavis.gui.style.fonts import reading_font
from visavis.model.document import Document
from visavis.model.events import Translated, apply_event
from visavis.model.passage import Flag, Passage
from visavis.pipeline import NO_PACKAGE, collect_document, run_pipeline, segment_article
from visavis.readers.open import from_text

Show = Callable[[Document], FacingView]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def text(paragraphs: int) -> str:
    """Return an article of paragraphs that differ in length."""
    some = ["Le conseil a voté la loi numéro {0}.", "Il pleut sur la ville {0}, et les trains ne partent pas ce matin."]
    made = [" ".join(some[(n + i) % 2].format(f"{n}.{i}") for i in range(1 + n * 7 % 9)) for n in range(paragraphs)]
    return "\n\n".join(["Un titre pour cet article", *made]) + "\n"


def opened(words: str) -> Document:
    """Return a document of which nothing is translated."""
    return Document(segment_article(from_text("a", words), TinySegmenter()), NO_PACKAGE)


def translated(words: str) -> Document:
    return collect_document(run_pipeline(lambda: from_text("a", words), Tiny().engines, "tiny"))


def translate(document: Document, sentences: range) -> None:
    """Let some sentences be translated at length."""
    every = list(document.article.sentences())
    apply_event(
        document, Translated(tuple(Passage(every[i], f"EN {every[i].text} AND MORE OF IT", -1.0) for i in sentences))
    )


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    views = []

    def make(document: Document) -> FacingView:
        view = FacingView(reading_font(11))
        qtbot.addWidget(view)
        view.resize(1000, 600)
        view.show()
        qtbot.waitExposed(view)
        view.show_rows(document, list(build_rows(document.article.paragraphs)))
        views.append(view)
        return view

    yield make
    for view in views:
        view.close()


def measured(qtbot: QtBot, view: FacingView) -> FacingView:
    qtbot.waitUntil(lambda: not view._idle.isActive())
    return view


def points(view: FacingView, sentence: int) -> list[list[QPoint]]:
    """Return points of the viewport inside each line of a sentence, for each side."""
    number = view.page.row_of(sentence)
    assert number is not None
    found = []
    for index, column in enumerate(view.page.row_layout(number).columns):
        span = column.side.span_of(sentence)
        origin = view.page.origin(number, index) + QPointF(0, PAD - view.verticalScrollBar().value())
        rects = [
            rect.translated(origin).adjusted(3, 1, -3, -1) for rect in list_rectangles(column.layout, *span or (0, 0))
        ]
        found.append([p.toPoint() for r in rects for p in (r.topLeft(), r.center(), r.bottomRight())])
    return found


def drag(view: FacingView, qtbot: QtBot, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=begin)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)


def picture(view: FacingView) -> QImage:
    return view.viewport().grab().toImage()


def at(view: FacingView, image: QImage, point: QPoint) -> QColor:
    return image.pixelColor(point * image.devicePixelRatio())


# what is lit


def test_the_sentence_under_the_pointer_is_lit_on_both_sides(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    colour = choose_colours(view.palette()).hover
    for sentence in (1, 4):
        french, english = points(view, sentence)
        for side in (french, english):
            QTest.mouseMove(view.viewport(), side[1])
            assert view.hover == sentence
            image = picture(view)
            # The corner of a sentence's first line has no ink: it is above the letters.
            assert at(view, image, french[0]) == colour
            assert at(view, image, english[0]) == colour
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.hover == -1
    assert at(view, picture(view), french[0]) == choose_colours(view.palette()).page


def test_the_sentence_at_the_caret_is_lit_on_both_sides(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    french, english = points(view, 3)
    with qtbot.waitSignals([view.moved, view.chosen]):
        QTest.mouseClick(view.viewport(), LEFT, pos=english[1])
    assert view.caret == 3
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    image, paint = picture(view), choose_colours(view.palette())
    assert at(view, image, french[0]) == at(view, image, english[0]) == paint.lit
    assert paint.lit != paint.hover != paint.page


def test_what_is_not_translated_yet_is_an_ellipsis_that_belongs_to_no_sentence(qtbot: QtBot, show: Show) -> None:
    view = show(opened(ARTICLE))
    row = view.page.row_of(1)
    assert row is not None
    assert view.page.side(row, 1).text == PENDING
    assert view.sentence_at(view.page.origin(row, 1) + QPointF(3, PAD + 8)) == -1
    assert view.sentence_at(view.page.origin(row, 0) + QPointF(3, PAD + 8)) == 1
    view.go_to(1)
    assert view.caret == 1


def test_a_flagged_sentence_is_underlined_and_says_why(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, words, widget: said.append(words))
    document = translated(ARTICLE)
    sentence = document.passages[2].sentence
    document.passages[2] = Passage(sentence, "EN EN EN", -1.0, flags=(Flag("degenerate", "a word is repeated"),))
    view = show(document)
    inside = points(view, 2)[1][1]
    event = QHelpEvent(QEvent.Type.ToolTip, inside, view.viewport().mapToGlobal(inside))
    QApplication.sendEvent(view.viewport(), event)
    assert said == ["a word is repeated"]
    image, paint = picture(view), choose_colours(view.palette())
    first, _, last = points(view, 2)[1]
    ink = [image.pixelColor(x, y) for y in range(first.y(), last.y() + 2) for x in range(first.x(), last.x())]
    assert paint.warning.red() > paint.warning.blue() + 100
    assert any(colour.red() > colour.blue() + 60 for colour in ink)


# the keys


def test_the_arrow_keys_walk_through_the_sentences(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    seen: list[int] = []
    view.moved.connect(seen.append)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left, Key.Key_Up):
        QTest.keyClick(view, key)
    assert seen == [0, 1, 2, 1, 0, 0]
    QTest.keyClick(view, Key.Key_End)
    last = view.page.rows[-1].sentences[-1].id
    assert view.caret == last
    QTest.keyClick(view, Key.Key_Down)
    assert view.caret == last
    QTest.keyClick(view, Key.Key_Home)
    assert view.caret == 0
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Key.Key_Return)
    assert chosen.args == [0]


def test_the_first_step_enters_what_is_in_view(qtbot: QtBot, show: Show) -> None:
    view = measured(qtbot, show(translated(text(60))))
    view.verticalScrollBar().setValue(2000)
    first = view.visible_rows().start
    QTest.keyClick(view, Key.Key_Down)
    assert view.page.row_of(view.caret) == first


def test_page_keys_scroll(qtbot: QtBot, show: Show) -> None:
    view = measured(qtbot, show(translated(text(60))))
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(view, Key.Key_Space)
    QTest.keyClick(view, Key.Key_PageUp)
    assert bar.value() == bar.pageStep()


def test_go_to_brings_both_sides_into_view(qtbot: QtBot, show: Show) -> None:
    view = show(translated(text(200)))  # most rows are estimated yet
    bar, height = view.verticalScrollBar(), view.viewport().height()
    for sentence in (400, 3, 700, 650, 655, 10, view._order[-1], 0):
        view.go_to(sentence)
        top, bottom = view.extent(sentence)
        assert bar.value() <= top < bottom <= bar.value() + height
        assert view.caret == sentence
    view.go_to(10**6)
    assert view.caret == 0


def test_a_view_without_rows_takes_every_key_and_click(qtbot: QtBot) -> None:
    view = FacingView(reading_font(11))
    qtbot.addWidget(view)
    view.show()
    for key in (Key.Key_Down, Key.Key_End, Key.Key_PageDown, Key.Key_Return):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    for act in (QTest.mouseClick, QTest.mouseDClick):
        act(view.viewport(), LEFT, pos=QPoint(20, 20))
    QTest.mouseMove(view.viewport(), QPoint(30, 30))
    view.set_reading_font(reading_font(15))
    view.resize(300, 200)
    assert view.caret == view.hover == -1
    assert view.selected_text() == ""


# marking and copying


def test_text_is_marked_across_paragraphs_on_one_side(qtbot: QtBot, show: Show) -> None:
    document = translated(ARTICLE)
    view = show(document)
    sentences = list(document.article.sentences())
    for column in (0, 1):
        begin, end = points(view, 2)[column][0], points(view, 4)[column][-1]
        drag(view, qtbot, begin + QPoint(0, 8), end + QPoint(400 if column else 0, -2))
        sides = [s.text if column == 0 else document.target(s) for s in sentences[2:5]]
        wanted = f"{sides[0]}\n\n{sides[1]} {sides[2]}"
        assert view.selected_text() == wanted
        QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == wanted


def test_marking_backwards_and_with_shift(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    begin, end = points(view, 3)[0][1], points(view, 1)[0][1]
    drag(view, qtbot, begin, end)
    backwards = view.selected_text()
    QTest.mouseClick(view.viewport(), LEFT, pos=end)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, pos=begin)
    assert view.selected_text() == backwards
    assert "\n\n" in backwards


def test_dragging_beyond_the_view_scrolls(qtbot: QtBot, show: Show) -> None:
    view = measured(qtbot, show(translated(text(60))))
    QTest.mousePress(view.viewport(), LEFT, pos=points(view, 1)[0][1])
    for _ in range(5):
        QTest.mouseMove(view.viewport(), QPoint(60, view.viewport().height() + 80))
    assert view.verticalScrollBar().value() >= 5 * 39
    selection = view.selection
    assert selection
    assert selection.head.row >= view.visible_rows().stop - 2


def test_a_double_click_marks_a_word(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    QTest.mouseDClick(view.viewport(), LEFT, pos=points(view, 1)[0][0] + QPoint(22, 8))
    assert view.selected_text() == "conseil"


def test_without_a_mark_the_sentence_at_the_caret_is_copied(qtbot: QtBot, show: Show) -> None:
    document = translated(ARTICLE)
    view = show(document)
    view.go_to(2)
    sentence = document.passages[2].sentence
    assert view.selected_text() == document.target(sentence)
    QTest.mouseClick(view.viewport(), LEFT, pos=points(view, 2)[0][1])
    assert view.selected_text() == sentence.text


def test_everything_is_marked_and_copied_without_laying_it_out(qtbot: QtBot, show: Show) -> None:
    document = translated(text(400))
    view = show(document)
    laid = len(view.page._laid)
    QTest.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == "\n\n".join(document.paragraph_target(p) for p in document.article.paragraphs)
    assert len(view.page._laid) < laid + 10


# keeping in place


def test_rows_that_are_translated_above_do_not_move_what_is_read(qtbot: QtBot, show: Show) -> None:
    document = opened(text(120))
    view = measured(qtbot, show(document))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    reading = view.sentence_at(QPointF(view.page.left[0] + 40, 300))
    assert reading >= 0
    above = view.page.rows[view.visible_rows().start].sentences[0].id
    top, height = points(view, reading)[0][0], view.page.height
    for start in range(0, above, 40):
        translate(document, range(start, min(start + 40, above)))
        view.refresh(range(start, start + 40))
        assert points(view, reading)[0][0] == top
    measured(qtbot, view)
    assert view.page.height > height
    assert abs(points(view, reading)[0][0].y() - top.y()) <= 1


def test_resize_and_zoom_keep_the_line_at_the_top(qtbot: QtBot, show: Show) -> None:
    view = measured(qtbot, show(translated(text(120))))
    bar = view.verticalScrollBar()
    for value in (700, bar.maximum() // 2, bar.maximum() - 900):
        bar.setValue(value)
        number, above = view._anchor()
        share = above / view.page.row_height(number)
        for width, points_ in ((700, 11), (700, 17), (300, 17), (300, 11), (1000, 11)):
            view.resize(width, 600)
            view.set_reading_font(reading_font(points_))
            measured(qtbot, view)
            after, moved = view._anchor()
            assert after == number
            assert moved / view.page.row_height(after) == pytest.approx(share, abs=0.03)


def test_at_the_top_it_stays_at_the_top(qtbot: QtBot, show: Show) -> None:
    document = opened(text(60))
    view = show(document)
    translate(document, range(document.total))
    view.refresh(range(document.total))
    view.resize(500, 500)
    measured(qtbot, view)
    assert view.verticalScrollBar().value() == 0


def test_other_rows_may_be_shown_without_leaving_the_place(qtbot: QtBot, show: Show) -> None:
    document = translated(text(60))
    view = measured(qtbot, show(document))
    rows = list(build_rows(document.article.paragraphs))
    view.go_to(100)
    value = view.verticalScrollBar().value()
    view.show_rows(document, rows, keep=True)
    measured(qtbot, view)
    assert view.caret == 100
    assert abs(view.verticalScrollBar().value() - value) <= 2
    view.show_rows(document, rows)
    assert view.caret == -1
    assert view.verticalScrollBar().value() == 0


# narrow, and long


def test_in_a_narrow_view_english_goes_below_french(qtbot: QtBot, show: Show) -> None:
    view = show(translated(ARTICLE))
    view.resize(320, 700)
    assert view.page.stacked
    number = view.page.row_of(1)
    assert number is not None
    french, english = view.page.origin(number, 0), view.page.origin(number, 1)
    assert english.x() == french.x()
    assert english.y() > french.y()
    for sentence in (1, 2, 3):
        for side in points(view, sentence):
            for point in side:
                assert view.sentence_at(QPointF(point)) == sentence
    picture(view)


def test_of_a_long_article_only_what_is_in_view_is_laid_out_at_first(qtbot: QtBot, show: Show) -> None:
    document = translated(text(500))
    assert document.article.words > 20_000
    view = show(document)
    assert len(view.page._laid) <= len(view.visible_rows()) + 25
    estimated = view.page.height
    measured(qtbot, view)
    assert view.page.height == pytest.approx(estimated, rel=0.35)  # the tiny engine's capitals are wide
