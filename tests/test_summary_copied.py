"""The summary is copied as it is shown, and the choices of its menu are remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from visavis import paths
from visavis.infrastructure.settings import Settings
from visavis.model.article import Role
from window_under_test import MainWindow


def roll(widget: QWidget, angle: int, place: QPoint | None = None) -> None:
    """Turn the wheel over the middle of a widget, or over `place` in it."""
    at = QPointF(place or widget.rect().center())
    no = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, no, Qt.ScrollPhase(0), False
    )
    QApplication.sendEvent(widget, event)


def copied(window: MainWindow) -> str:
    window.acts["copy_summary"].trigger()
    return QGuiApplication.clipboard().text()


def seen(window: MainWindow) -> list[tuple[Role, str]]:
    page = window.summary.view.page
    return [(row.role, page.side(number, 1).text) for number, row in enumerate(page.rows)]


def test_bullets_and_running_text_are_seen_as_copied(opened: MainWindow) -> None:
    settings, panel = opened.settings, opened.summary
    settings.summary_facts = settings.summary_source = False
    bullets = seen(opened)
    assert [role for role, _ in bullets] == [Role.LIST] * panel.length
    assert copied(opened) == "".join(f"• {text}\n" for _, text in bullets)
    settings.summary_bullets = False
    ((role, text),) = seen(opened)
    assert (role, copied(opened)) == (Role.BODY, f"{text}\n")
    assert text == " ".join(text for _, text in bullets)
    french = panel.view.page.side(0, 0)
    assert opened.document
    ids = {s.id: s.text for s in opened.document.article.sentences()}
    assert [french.text[slice(*french.span_of(id_) or (0, 0))] for id_ in panel.shown] == [ids[i] for i in panel.shown]


def test_headline_facts_and_source_are_seen_as_copied(opened: MainWindow) -> None:
    settings, panel = opened.settings, opened.summary
    assert copied(opened).endswith(f"{panel.source.text()}\n") and panel.source.isVisible()
    settings.summary_source = False
    assert "article.txt" not in copied(opened) and not panel.source.isVisible()
    assert " words" in copied(opened)
    settings.summary_facts = False
    assert " words" not in copied(opened) and not panel.facts.isVisible()
    settings.summary_headline = True
    title = "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE"
    assert seen(opened)[0] == (Role.HEADING, title)
    assert copied(opened).startswith(f"{title}\n\n")
    assert 0 not in panel.shown  # the headline is none of its sentences


def test_the_menu_stays_open_and_what_is_ticked_is_remembered(opened: MainWindow) -> None:
    menu = opened.summary.copy_button.menu()
    menu.popup(opened.mapToGlobal(QPoint(20, 20)))
    for text in ("In French", "As bullets", "With the source", "With key figures and names"):
        action = next(action for action in menu.actions() if action.text() == text)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert menu.isVisible()
    menu.close()
    kept = Settings.load(paths.get_settings_file())
    assert (kept.summary_language, kept.summary_bullets, kept.summary_source, kept.summary_facts) == (
        *("fr", False),
        *(False, False),
    )
    opened.summary.copy_button.click()
    assert opened.document
    french = " ".join(sentence.text for sentence, _ in opened.document.chosen(opened.summary.count))
    assert QGuiApplication.clipboard().text() == f"{french}\n"
    opened.settings.provenance = False
    source = next(action for action in menu.actions() if action.text() == "With the source")
    assert not source.isEnabled() and not source.isChecked()


@pytest.mark.parametrize("over", ["slider", "count", "units", "title"])
def test_a_notch_of_the_wheel_is_a_sentence(opened: MainWindow, over: str) -> None:
    panel = opened.summary
    head = panel._head
    widget = {"slider": panel.slider, "count": panel.chooser.count, "units": panel.chooser.units, "title": panel}[over]
    place = head.geometry().center() if over == "title" else None
    roll(widget, -120, place)
    assert (opened.settings.summary_unit, opened.settings.summary_sentences, panel.length) == ("sentences", 3, 3)
    roll(widget, 60, place)  # half a notch
    assert panel.length == 3
    roll(widget, 60, place)
    assert panel.length == 4


def test_scrolling_past_the_end_leaves_the_length_alone(opened: MainWindow) -> None:
    for _ in range(30):
        roll(opened.summary.view.viewport(), -120)
    assert opened.summary.length == 4
