import json

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.passage import Choice
from visavis.model.summary_picks import SummaryPicks
from window_under_test import MainWindow

IDS = st.lists(st.integers(0, 12), max_size=6, unique=True).map(tuple)
RANKING = [Choice(id_, rank, 1.0) for rank, id_ in enumerate((5, 2, 9, 0, 7), 1)]


def ids(picks: SummaryPicks, count: int) -> list[int]:
    return [choice.id for choice in picks.choose(RANKING, count)]


def test_without_picks_the_best_are_chosen_in_reading_order() -> None:
    assert ids(SummaryPicks(), 3) == [2, 5, 9]


def test_a_pinned_sentence_takes_the_place_of_the_weakest() -> None:
    assert ids(SummaryPicks().pin(7), 3) == [2, 5, 7]
    assert ids(SummaryPicks().pin(7).pin(7), 3) == [2, 5, 9]
    assert ids(SummaryPicks().pin(7).pin(0), 1) == [0, 7], "what is pinned is never left out"


def test_the_next_best_takes_the_place_of_a_dropped_one() -> None:
    assert ids(SummaryPicks().drop(5), 3) == [0, 2, 9]
    assert ids(SummaryPicks().drop(5).pin(5), 3) == [2, 5, 9]
    assert ids(SummaryPicks().pin(5).drop(5), 3) == [0, 2, 9]


def test_moved_sentences_stay_where_they_were_put() -> None:
    moved = SummaryPicks().move([2, 5, 9], 9, -1)
    assert ids(moved, 3) == [2, 9, 5]
    assert ids(moved.move([2, 9, 5], 2, -1), 3) == [2, 9, 5], "it is the first already"
    assert ids(moved, 4) == [0, 2, 9, 5]
    assert ids(moved, 5) == [0, 2, 7, 9, 5]


@given(IDS, IDS, IDS, st.integers(0, 8))
def test_whatever_is_picked_makes_a_summary(
    pinned: tuple[int, ...], dropped: tuple[int, ...], order: tuple[int, ...], count: int
) -> None:
    picks = SummaryPicks(pinned, dropped, order)
    found = ids(picks, count)
    able = {choice.id for choice in RANKING}
    assert len(found) == len(set(found)) <= max(count, len(pinned))
    assert set(pinned) & able <= set(found) <= able
    assert not (set(dropped) - set(pinned)) & set(found)
    assert SummaryPicks.from_dict(json.loads(json.dumps(picks.as_dict()))) == picks


def test_what_is_no_picks_is_none() -> None:
    for kept in (None, 3, "pinned", {"pinned": 3}, {"pinned": ["a", None]}, {"order": {"a": 1}}):
        assert SummaryPicks.from_dict(kept) == SummaryPicks()


# in the window


def keyed(window: MainWindow, qtbot: QtBot, sentence: int, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    view = window.summary.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.go_to(sentence)
    QTest.keyClick(view.viewport(), key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)


def test_keys_pin_drop_and_move(opened: MainWindow, qtbot: QtBot) -> None:
    panel, document = opened.summary, opened.document
    assert document
    panel.slider.setValue(3)
    first, second, third = panel.shown
    assert panel.automatic.isHidden()
    keyed(opened, qtbot, second, Qt.Key.Key_Delete)
    assert second not in panel.shown
    assert len(panel.shown) == 3
    assert panel.view.caret in panel.shown
    keyed(opened, qtbot, third, Qt.Key.Key_P)
    panel.slider.setValue(1)
    assert panel.shown == [third]
    assert "pinned by you" in panel.why.text()
    panel.slider.setValue(3)
    keyed(opened, qtbot, panel.shown[2], Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    moved = panel.shown
    assert moved != sorted(moved)
    assert [sentence.id for sentence, _ in document.chosen(3)] == moved, "an export has them in this order too"
    panel.automatic.click()
    assert panel.shown == [first, second, third]
    assert panel.automatic.isHidden()


def test_undo_takes_back_what_was_done_last_be_it_a_pin_or_a_correction(opened: MainWindow, qtbot: QtBot) -> None:
    panel, document = opened.summary, opened.document
    assert document
    panel.slider.setValue(3)
    first, second, third = panel.shown
    opened.session.edit(second, "In my own words.")
    keyed(opened, qtbot, first, Qt.Key.Key_P)
    keyed(opened, qtbot, third, Qt.Key.Key_Delete)
    opened.acts["undo"].trigger()
    assert panel.shown == [first, second, third]
    assert document.picks == SummaryPicks((first,)) and document.passages[second].target == "In my own words."
    opened.acts["undo"].trigger()
    assert document.picks == SummaryPicks() and panel.automatic.isHidden()
    opened.acts["undo"].trigger()
    assert document.passages[second].target.startswith("EN: ")
    assert not opened.acts["undo"].isEnabled()
    for _ in range(3):
        opened.acts["redo"].trigger()
    assert third not in panel.shown and document.passages[second].target == "In my own words."


def test_a_sentence_is_pinned_from_the_article_but_no_title(opened: MainWindow, qtbot: QtBot) -> None:
    panel = opened.summary
    panel.slider.setValue(1)
    opened.reading_view.setFocus()
    qtbot.waitUntil(opened.reading_view.hasFocus)
    opened.reading_view.go_to(0)
    opened.acts["pin"].trigger()
    assert 0 not in panel.shown
    assert opened.status_bar.currentMessage().startswith("Titles")
    other = next(id_ for id_ in range(1, 9) if id_ not in panel.shown)
    opened.reading_view.go_to(other)
    opened.acts["pin"].trigger()
    assert panel.shown == [other]


def test_a_quiet_pin_marks_what_is_pinned(opened: MainWindow) -> None:
    view, page = opened.reading_view, opened.reading_view.page
    wanted = next(choice.id for choice in opened.document.ranking) if opened.document else -1
    number = page.row_of(wanted)
    assert number is not None
    column = page.row_layout(number).columns[0]
    view.reveal(wanted)

    def dark() -> int:
        first = list_rectangles(column.layout, *column.side.span_of(wanted) or (0, 0))[0]
        place = page.origin(number, 0) + QPointF(0, PAD - view.verticalScrollBar().value())
        area = first.translated(place).toRect()
        left = round(place.x())
        image = view.viewport().grab(QRect(left - 30, area.top(), 30, area.height())).toImage()
        spots = (image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))
        return sum(light < 128 for light in spots)

    before = dark()
    opened.session.pick(SummaryPicks().pin(wanted))
    assert dark() > before
    assert view.notes_before(wanted) == ["Pinned in the summary"]
    opened.session.pick(SummaryPicks())
    assert dark() == before
    assert view.notes_before(wanted) == []


def test_each_sentence_says_why_it_was_chosen(opened: MainWindow) -> None:
    panel = opened.summary
    assert panel.why.isHidden()
    ranking = opened.document.ranking if opened.document else ()
    panel.view.go_to(ranking[0].id)
    assert panel.why.text().startswith(f"Rank 1 of {len(ranking)} · ")
    assert panel.view.notes_before(ranking[0].id) == [panel.why.text()]


def test_the_summary_shows_and_copies_the_readers_english(opened: MainWindow) -> None:
    panel = opened.summary
    sentence = panel.shown[0]
    opened.session.edit(sentence, "In my own words.")
    assert panel.view.page.side(0, 1).text == "In my own words."
    opened.acts["copy_summary"].trigger()
    assert "In my own words." in QGuiApplication.clipboard().text()


def test_the_length_is_chosen_in_other_units(opened: MainWindow) -> None:
    panel, document = opened.summary, opened.document
    assert document
    for unit, amount in (("percent", 50), ("words", 25), ("sentences", 2)):
        index = panel.chooser.units.findData(unit)
        panel.chooser.units.setCurrentIndex(index)
        panel.chooser.units.activated.emit(index)
        panel.slider.setValue({"percent": 10, "words": 1, "sentences": 2}[unit])
        assert (opened.settings.summary_unit, getattr(opened.settings, f"summary_{unit}")) == (unit, amount)
        assert panel.chooser.count.text() == str(amount)
        wanted = {"percent": len(document.ranking) // 2, "sentences": 2}.get(unit)
        if wanted is not None:
            assert len(panel.shown) == wanted
        else:
            words = sum(len(s.text.split()) for s, _ in document.chosen(panel.count))
            assert words <= amount or len(panel.shown) == 1
