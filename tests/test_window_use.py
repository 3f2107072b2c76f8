"""The window with tiny engines: what a user takes from it, how it looks, how it ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Build, Done, Tiny
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.infrastructure.settings import Settings
from visavis.model.errors import EngineFailed
from visavis.paths import get_settings_file as settings_path
from window_under_test import MainWindow, build

LEFT = Qt.MouseButton.LeftButton


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# taking away


def test_the_summary_is_copied_in_either_language(opened: MainWindow, qtbot: QtBot) -> None:
    opened.summary.slider.setValue(2)
    document = opened.document
    assert document
    (first, english), (second, english_too) = document.chosen(2)
    opened.settings.summary_bullets, opened.settings.summary_headline = False, True
    source = "[Le conseil adopte le budget de la ville · article.txt · machine translation, translate-fr_en 0.0]\n"
    opened.acts["copy_summary"].trigger()
    title, text, notes = clipboard().split("\n\n")
    assert (title, text) == ("EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE", f"{english} {english_too}")
    facts, last = notes.splitlines(keepends=True)
    assert last == source
    assert facts.startswith(f"{len(text.split())} words")
    assert opened.status_bar.currentMessage() == "Summary copied"
    opened.acts["copy_fr"].trigger()
    assert clipboard().split("\n\n")[1] == f"{first.text} {second.text}"
    opened.acts["bullets"].trigger()
    opened.acts["copy_both"].trigger()
    both = clipboard()
    bullets = [part for part in both.split("\n\n") if part.startswith("•")]
    assert bullets == [f"• {first.text}\n• {second.text}", f"• {english}\n• {english_too}"]
    QGuiApplication.clipboard().clear()
    opened.summary.copy_button.menu().actions()[2].trigger()
    opened.summary.copy_button.click()
    assert clipboard() == both


def test_the_translation_is_copied(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["copy_translation"].trigger()
    qtbot.waitUntil(lambda: opened.status_bar.currentMessage() == "Translation copied")
    assert clipboard().startswith("EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE\n\nEN: LE CONSEIL MUNICIPAL")
    assert "Machine translation from French" in clipboard()


def test_copy_takes_from_the_view_that_has_the_focus(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.reading_view.go_to(0)
    opened.reading_view.setFocus()
    opened.acts["copy"].trigger()
    title = "Le conseil adopte le budget de la ville"
    assert clipboard().startswith(f"{title}\nEN: {title.upper()}\n\n[")
    opened.summary.view.setFocus()
    qtbot.waitUntil(opened.summary.view.hasFocus)
    opened.summary.view.go_to(opened.summary.view.page.rows[0].sentences[0].id)
    opened.acts["copy"].trigger()
    assert title not in clipboard().split("[")[0]


@pytest.mark.parametrize("bilingual", [False, True])
def test_the_translation_is_saved(
    opened: MainWindow, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bilingual: bool
) -> None:
    suggested = []
    out = tmp_path / "out.txt"

    def save_path(parent: object, title: str, suggestion: Path, ways: object) -> tuple[Path, int]:
        suggested.append(str(suggestion))
        return out, 0

    monkeypatch.setattr(Dialogs, "save_path", save_path)
    opened.acts["save_both" if bilingual else "save"].trigger()
    done()
    saved = out.read_text(encoding="utf-8")
    assert suggested == [str(tmp_path / f"article.{'fr-en' if bilingual else 'en'}.txt")]
    assert "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE" in saved
    assert ("Le conseil adopte le budget de la ville" in saved) is bilingual
    assert opened.status_bar.currentMessage() == "Saved as out.txt"


def test_what_cannot_be_saved_is_told(
    opened: MainWindow, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "none" / "out.txt"
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: (out, 0))
    opened.export.save()
    done()
    assert opened.message_bar.text == f"{out}: it cannot be written: there is no such folder; choose another place"
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: None)
    opened.export.save()
    done()


# the summary


def test_the_slider_sets_the_length_of_the_summary(opened: MainWindow) -> None:
    panel = opened.summary
    assert panel.slider.maximum() == 8
    for length in (1, 3, 8):
        panel.slider.setValue(length)
        assert len(panel.view.page.rows) == panel.length == length
        assert panel.chooser.count.text() == str(length)
        assert opened.settings.summary_sentences == length
        ids = [row.sentences[0].id for row in panel.view.page.rows]
        assert ids == sorted(ids)
        assert 0 not in ids  # the title


def test_another_method_chooses_other_sentences(opened: MainWindow, done: Done) -> None:
    panel = opened.summary
    panel.slider.setValue(2)
    before = [row.sentences[0].id for row in panel.view.page.rows]
    index = panel.methods.findData("last")
    panel.methods.setCurrentIndex(index)
    panel.methods.activated.emit(index)
    done()
    after = [row.sentences[0].id for row in panel.view.page.rows]
    assert after == [7, 8] != before
    assert opened.settings.method == "last"


def test_a_click_in_the_summary_goes_to_the_sentence_in_the_article(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.summary.view
    row = view.page.rows[-1]
    point = view.page.origin(len(view.page.rows) - 1, 0) + QPointF(12, 26 - view.verticalScrollBar().value())
    with qtbot.waitSignal(opened.reading_view.moved) as moved:
        QTest.mouseClick(view.viewport(), LEFT, pos=point.toPoint())
    assert moved.args == [row.sentences[0].id]
    assert opened.reading_view.caret == row.sentences[0].id


def test_the_summary_of_a_short_article_keeps_the_wanted_length_for_the_next(
    window: MainWindow, article: Path, done: Done
) -> None:
    window.opening.open_text("short", "Un autre article. Il est court, et il parle de la pluie.")
    done()
    assert window.summary.length == 2
    window.open_path(article)
    done()
    assert window.summary.length == 4


# how it looks


def test_zoom(opened: MainWindow) -> None:
    def points() -> float:
        return opened.reading_view.page.font.pointSizeF()

    normal = points()
    opened.acts["larger"].trigger()
    assert points() == pytest.approx(normal * 1.1)
    assert opened.summary.view.page.font == opened.reading_view.page.font
    opened.acts["smaller"].trigger()
    assert points() == pytest.approx(normal)
    for _ in range(40):
        opened.acts["smaller"].trigger()
    assert points() == 7
    opened.acts["normal"].trigger()
    assert points() == pytest.approx(normal)
    assert opened.settings.font_points == 0


def test_the_summary_goes_beside_or_below(opened: MainWindow) -> None:
    def below() -> bool:
        return opened.summary.mapTo(opened, QPoint()).y() > opened.reading_view.mapTo(opened, QPoint()).y() + 50

    assert below()
    opened.acts["turn"].trigger()
    assert not below()
    assert opened.settings.summary_beside
    opened.acts["turn"].trigger()
    assert below()


def test_full_screen_and_back(opened: MainWindow) -> None:
    opened.acts["full"].trigger()
    assert opened.isFullScreen()
    opened.acts["full"].trigger()
    assert not opened.isFullScreen()


def test_the_keys_are_listed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[tuple[str, str]] = []
    monkeypatch.setattr(
        Dialogs, "table", lambda parent, title, sections: listed.extend(r for _, rows in sections for r in rows)
    )
    window.acts["keys"].trigger()
    assert ("Copy summary", "Ctrl+Shift+C") in listed
    assert ("Open", "Ctrl+O") in listed
    given = {act.shortcut().toString() for act in window.acts.values() if not act.shortcut().isEmpty()}
    assert given <= {key for _, key in listed}


# ending


def test_closing_ends_the_threads_and_keeps_the_window_s_place(
    window: MainWindow, article: Path, tiny: Tiny, qtbot: QtBot
) -> None:
    gate = tiny.shut()
    window.open_path(article)
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 3))
    gate.set()
    window.statistics.show_statistics()
    window.quotations.refresh()
    window.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "job"]
    assert window.settings.window
    assert not window.isVisible()


def test_settings_are_kept(build_window: Build, tiny: Tiny) -> None:
    Settings(method="last", summary_sentences=7, summary_beside=True, font_points=15.0).save(settings_path())
    window = build_window(tiny.engines)
    assert window.session.method == "last"
    assert window.summary.methods.currentData() == "last"
    assert window.summary.chooser.length.amount == 7
    assert window.reading_view.page.font.pointSizeF() == 15


def test_a_method_that_is_gone_is_replaced(build_window: Build, tiny: Tiny) -> None:
    Settings(method="gone").save(settings_path())
    assert build_window(tiny.engines).session.method == "tiny"


def test_a_failure_without_a_file_is_one_sentence(window: MainWindow) -> None:
    window.session.failed.emit(EngineFailed("", "Something went wrong (KeyError)."))
    assert window.message_bar.text == "Something went wrong (KeyError)."


def test_the_window_is_built_without_being_shown(qtbot: QtBot, tiny: Tiny) -> None:
    window = build(wired=tiny.engines)
    qtbot.addWidget(window)
    assert not window.isVisible()
