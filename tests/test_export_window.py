"""Saving and copying from the window: formats, layouts, plain and rich text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from conftest import Done
from visavis.exports.registry import FORMATS, Layout
from visavis.gui import clipboard as saving
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.reading_view.selection import Selection, TextPosition
from window_under_test import MainWindow

TITLE = "Le conseil adopte le budget de la ville"


def clipboard() -> tuple[str, str]:
    mime = QGuiApplication.clipboard().mimeData()
    return mime.text(), mime.html()


# saving


@pytest.mark.parametrize("act", ["save", "save_both", "save_summary"])
def test_every_way_writes_its_file(
    opened: MainWindow, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    offered: list[tuple[str, str]] = []
    answers: list[tuple[Path, int]] = []

    def save_path(
        parent: object, title: str, suggestion: PurePath, ways: list[tuple[str, str]]
    ) -> tuple[Path, int] | None:
        offered[:] = ways
        return answers.pop() if answers else None

    monkeypatch.setattr(Dialogs, "save_path", save_path)
    opened.acts[act].trigger()
    assert offered
    for number, (_, suffix) in enumerate(list(offered)):
        path = tmp_path / f"{number}{suffix}"
        answers.append((path, number))
        opened.acts[act].trigger()
        done()
        assert path.stat().st_size > 200
        assert opened.status_bar.currentMessage() == f"Saved as {path.name}"


def test_what_is_offered(opened: MainWindow) -> None:
    document = opened.document
    assert document
    whole = [way.name for way in saving.list_export_choices(document, saving.TRANSLATION)]
    assert whole == ["Text", "Markdown", "Web page", "Word", "OpenDocument", "PDF"]
    both = [way.name for way in saving.list_export_choices(document, saving.BOTH)]
    assert both[2:4] == ["Web page, in two columns", "Web page, alternating paragraphs"]
    assert both[-3:] == ["Translation memory", "XLIFF", "JSON"]
    offered = {(w.form.name, w.layout) for wish in (saving.TRANSLATION, saving.BOTH, saving.SUMMARY)
               for w in saving.list_export_choices(document, wish)}  # fmt: skip
    every = {(form.name, layout) for form in FORMATS.values() for layout in form.layouts}
    assert every - offered == {(name, Layout.IN_PLACE) for name in ("docx", "odt", "pptx", "odp", "srt", "vtt")}


def test_the_article_is_not_written_over(opened: MainWindow, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = article.read_bytes()
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: (article, 0))
    opened.acts["save"].trigger()
    assert "it is the article itself" in opened.message_bar.text
    assert article.read_bytes() == before


def test_a_fault_while_writing_is_told(
    opened: MainWindow, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise KeyError("the text")

    monkeypatch.setattr("visavis.exports.writers.txt.write", fail)
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: (tmp_path / "x.txt", 0))
    opened.acts["save"].trigger()
    done()
    assert opened.message_bar.text == f"{tmp_path / 'x.txt'}: something went wrong (KeyError)"


WAYS = [("Text", ".txt"), ("Word, in two columns", ".docx"), ("Word, alternating paragraphs", ".docx"), ("PDF", ".pdf")]


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("a.en.txt", "Text (*.txt)", ("a.en.txt", 0)),
        ("a.en.docx", "Word, alternating paragraphs (*.docx)", ("a.en.docx", 2)),
        (
            "a.en.txt",
            "Word, alternating paragraphs (*.docx)",
            ("a.en.docx", 2),
        ),  # the dialog has left the name as suggested
        ("b.pdf", "Text (*.txt)", ("b.pdf", 3)),
        ("b", "PDF (*.pdf)", ("b.pdf", 3)),
        ("b.1", "", ("b.1.txt", 0)),
        ("", "", None),
    ],
)
def test_the_name_and_the_kind_agree(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    wanted: tuple[str, int] | None,
) -> None:
    chosen = str(tmp_path / name) if name else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, kind))
    answer = Dialogs.save_path(window, "Save", PurePath("a.en.txt"), WAYS)
    assert answer == (wanted and (tmp_path / wanted[0], wanted[1]))


def test_a_file_the_dialog_did_not_ask_about_is_asked_about(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.txt").touch()
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b"), "Text (*.txt)"))
    for agreed in (False, True):
        answers = [agreed]

        def agree(parent: object, title: str, question: str, yes: str, answers: list[bool] = answers) -> bool:
            asked.append(question)
            return answers.pop()

        monkeypatch.setattr(Dialogs, "agree", agree)
        answer = Dialogs.save_path(window, "Save", PurePath("a.en.txt"), WAYS)
        assert answer == ((tmp_path / "b.txt", 0) if agreed else None)
    assert asked == ["b.txt already exists. Replace it?"] * 2


# copying


def test_a_quotation_brings_its_french(opened: MainWindow) -> None:
    opened.reading_view.go_to(2)
    opened.reading_view.setFocus()
    QTest.keyClick(opened.reading_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    french = "La séance a duré plus de quatre heures."
    text, html = clipboard()
    assert text.startswith(f"{french}\nEN: {french.upper()}\n\n[{TITLE} · article.txt · machine translation, ")
    assert f'<p lang="fr-FR">{french}</p>' in html
    assert f'<p lang="en-GB">EN: {french.upper()}</p>' in html


def test_marked_words_are_copied_as_marked_and_quoted_whole(opened: MainWindow) -> None:
    opened.reading_view.setFocus()
    opened.reading_view.selection = Selection(1, TextPosition(1, 4), TextPosition(1, 14))
    opened.acts["copy"].trigger()
    assert clipboard() == ("LE CONSEIL", '<p lang="en-GB">LE CONSEIL</p>')
    opened.acts["quote"].trigger()
    assert clipboard()[0].startswith("Le conseil municipal a adopté le budget vendredi soir.\nEN: LE CONSEIL")


def test_summary_and_translation_are_rich_too(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["copy_translation"].trigger()
    qtbot.waitUntil(lambda: opened.status_bar.currentMessage() == "Translation copied")
    text, html = clipboard()
    assert text.startswith(f"EN: {TITLE.upper()}\n\n")
    assert f'<h1 lang="en-GB">EN: {TITLE.upper()}</h1>' in html
    assert "Machine translation" in text
    assert "Machine translation" in html
    opened.settings.summary_headline, opened.settings.summary_bullets = True, False
    opened.acts["copy_both"].trigger()
    text, html = clipboard()
    assert html.count('<h3 lang="fr-FR">') == html.count('<h3 lang="en-GB">') == 1
    opened.acts["bullets"].trigger()
    opened.acts["copy_both"].trigger()
    text, html = clipboard()
    assert html.count('<li lang="fr-FR">') == html.count('<li lang="en-GB">') == opened.summary.length
    assert text.count("• ") == 2 * opened.summary.length


def test_provenance_is_turned_off_in_one_place(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.acts["provenance"].isChecked()
    opened.acts["provenance"].trigger()
    assert opened.settings.provenance is False
    for act in ("copy_translation", "copy_summary", "copy_both"):
        opened.acts[act].trigger()
        qtbot.waitUntil(lambda: opened.status_bar.currentMessage().endswith(" copied"))
        opened.status_bar.clearMessage()
        assert not any("machine translation" in words.lower() or "article.txt" in words for words in clipboard())


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        *(("txt", "txt"), ("docx", "docx"), ("rtf", "docx"), ("odt", "odt"), ("markdown", "md"), ("mhtml", "html")),
        *(("pdf", "pdf"), ("subtitles", "srt"), ("eml", "txt")),
    ],
)
def test_the_kind_of_the_opened_file_is_proposed(opened: MainWindow, kind: str, first: str) -> None:
    assert opened.document
    document = replace(opened.document, article=replace(opened.document.article, kind=kind))
    assert saving.list_export_choices(document, saving.TRANSLATION)[0].form.name == first


def test_what_was_saved_can_be_opened(
    opened: MainWindow, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    monkeypatch.setattr(Dialogs, "save_path", lambda *_: (tmp_path / "out.txt", 0))
    opened.acts["save"].trigger()
    done()
    assert opened.message_bar.text == "Saved as out.txt"
    menu = opened.message_bar.action.menu()
    assert menu
    for action in menu.actions():
        action.trigger()
    assert asked == [str(tmp_path / "out.txt"), str(tmp_path)]
