"""What comes onto the desk otherwise than as a file of text: rich text, mails and their documents, whole pages."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from conftest import Done
from pages import MORE, NEWS, TITLE, page, paragraphs
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.infrastructure.settings import Settings
from visavis.model.article import Article
from window_under_test import MainWindow

FILES = Path(__file__).resolve().parent / "files"
SENTENCE = "Le maire a parlé hier soir du budget de la ville."
#: As Chromium puts it on the clipboard.
COPIED = f"""<meta charset='utf-8'><h2 style="box-sizing: border-box; color: rgb(0, 0, 0);">Le vote</h2><p
style="margin: 0px; font-family: &quot;Times New Roman&quot;;">Le<span> </span><b>maire</b><span> </span>a
<em>enfin</em> parlé.</p><ol><li>{SENTENCE}</li><li><b style="font-weight: bold">Et encore :</b> {SENTENCE}</li></ol>"""


def mime(html: str = "", text: str = "") -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    return made


def shown(article: Article) -> list[str]:
    """Return the paragraphs with their roles, bold in stars and italic in underscores."""
    found = []
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        for run in reversed(paragraph.runs):
            first, last, sign = (
                run.start - paragraph.start,
                run.end - paragraph.start,
                "*" * run.bold + "_" * run.italic,
            )
            text = f"{text[:first]}{sign}{text[first:last]}{sign}{text[last:]}"
        found.append(f"{paragraph.role.value} {text}")
    return found


def on_desk(window: MainWindow) -> Article:
    assert window.document
    return window.document.article


# what was copied


@pytest.mark.parametrize("dropped", [False, True])
def test_what_a_browser_copies_keeps_its_form(window: MainWindow, done: Done, dropped: bool) -> None:
    copied = mime(COPIED, "Le vote\n\nLe maire a enfin parlé.")
    if dropped:
        window.opening.drop(copied)
    else:
        QGuiApplication.clipboard().setMimeData(copied)
        window.opening.paste()
    done()
    assert shown(on_desk(window)) == [
        "title Le vote",
        "body Le *maire* a _enfin_ parlé.",
        f"list 1. {SENTENCE}",
        f"list 2. *Et encore :* {SENTENCE}",
    ]
    assert on_desk(window).path == "Le vote"


def test_what_libreoffice_copies_keeps_its_form(window: MainWindow, done: Done) -> None:
    window.opening.drop(mime((FILES / "html" / "libre-copied.html").read_text(encoding="utf-8"), "L’eau qui manque"))
    done()
    found = shown(on_desk(window))
    assert found[0].startswith("title ") and "L’eau qui manque" in found[0]
    assert "heading Ce que disent les chiffres" in found
    assert "list dans une cuve," in found and "list 2. Les riverains n’en veulent pas." in found
    assert any("*Saint-Aubin*" in line and "_huit litres_" in line and line.endswith("vingt.") for line in found)
    assert sum(paragraph.cell is not None for paragraph in on_desk(window).paragraphs) == 12


def test_what_an_editor_of_plain_text_copies_is_plain_text(window: MainWindow, done: Done) -> None:
    wrapped = "Le maire a parlé hier soir du\nbudget de la ville, et de la\ngare, et il en parlera demain."
    html = "".join(f"<div><span style='color:#ccc'>{line}</span></div>" for line in wrapped.split("\n"))
    window.opening.drop(mime(f"<meta charset='utf-8'>{html}", wrapped))
    done()
    assert shown(on_desk(window)) == [f"body {wrapped.replace(chr(10), ' ')}"]


def test_a_picture_with_markup_has_no_text(window: MainWindow) -> None:
    window.opening.drop(mime("<p><img src='a.png'></p>"))
    assert window.message_bar.text == "There is no text in what was dropped. Drop a file, a folder, or selected text."


def test_files_come_before_text(window: MainWindow, article: Path, done: Done) -> None:
    both = mime(COPIED, "Le vote")
    both.setUrls([QUrl.fromLocalFile(str(article))])
    window.opening.drop(both)
    done()
    assert on_desk(window).path == str(article)


@pytest.mark.parametrize("text", ["https://exemple.fr/a", "www.exemple.fr/pont", "exemple.fr/2024/pont.html", ""])
def test_the_address_of_a_page_is_not_fetched_and_that_is_said(opened: MainWindow, text: str) -> None:
    address = mime("", text)
    address.setUrls([] if text else [QUrl("https://exemple.fr/a")])
    opened.opening.drop(address)
    assert "no page is fetched, for nothing leaves this machine: save the page" in opened.message_bar.text
    assert not opened.session.is_busy


def test_what_was_left_out_of_a_page_is_said_and_can_be_shown(window: MainWindow, tmp_path: Path, done: Done) -> None:
    box = "<aside><p>Le musée ferme ses portes pour dix mois.</p></aside>"
    path = tmp_path / "pont.html"
    path.write_bytes(page(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{box}{paragraphs(*MORE)}</article>"))
    window.open_path(path)
    done()
    assert window.message_bar.text == "1 paragraph looked like a menu or a notice of the page, and was left out."
    window.message_bar.action.click()
    done()
    assert window.acts["whole_page"].isChecked()
    assert any("Le musée ferme" in text for text in shown(on_desk(window)))
    assert not window.message_bar.text


def test_what_was_left_out_is_said_of_the_first_of_several_files(
    window: MainWindow, tmp_path: Path, done: Done
) -> None:
    box = "<aside><p>Le musée ferme ses portes pour dix mois.</p></aside>"
    path = tmp_path / "pont.html"
    path.write_bytes(page(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{box}{paragraphs(*MORE)}</article>"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path / "b.txt"))])
    (tmp_path / "b.txt").write_text("Le maire a parlé. Le conseil a voté.\n", encoding="utf-8")
    window.opening.drop(dropped)
    done()
    assert window.message_bar.text == "1 paragraph looked like a menu or a notice of the page, and was left out."
    assert [article.document.article.path for article in window.session.articles.list] == [
        str(path),
        str(tmp_path / "b.txt"),
    ]


def test_an_address_is_no_article(opened: MainWindow) -> None:
    before = opened.document
    address = mime("<a href='https://exemple.fr/a'>Le vote</a>", "https://exemple.fr/a\n")
    address.setUrls([QUrl("https://exemple.fr/a")])
    opened.opening.drop(address)
    assert opened.message_bar.text.startswith("Dropped text: it is an address, and no page is fetched")
    assert not opened.session.is_busy
    assert opened.document is before


# a mail


@pytest.fixture
def mail(tmp_path: Path) -> Callable[[int], Path]:
    """Return what makes a mail with so many documents."""

    def make(count: int) -> Path:
        message = EmailMessage()
        message["From"], message["Subject"] = "a@exemple.fr", "Le vote"
        message.set_content(f"{SENTENCE} Il a parlé aussi de la gare.")
        for number in range(count):
            name = f"no & te \u202e{number}.txt"
            message.add_attachment(SENTENCE.encode(), maintype="text", subtype="plain", filename=name)
        path = tmp_path / f"{count}.eml"
        path.write_bytes(message.as_bytes())
        return path

    return make


def test_a_document_of_a_mail_is_offered(window: MainWindow, mail: Callable[[int], Path], done: Done) -> None:
    path = mail(1)
    window.open_path(path)
    done()
    assert window.message_bar.text == "This email has an attachment: no & te \ufffd0.txt"
    assert window.message_bar.action.menu() is None
    window.message_bar.action.click()
    done()
    assert on_desk(window).path == str(path / "no & te \ufffd0.txt")
    assert on_desk(window).text == SENTENCE
    assert window.message_bar.text == ""
    assert window.settings.last_folder == str(path.parent)


def test_the_documents_of_a_mail_are_offered(window: MainWindow, mail: Callable[[int], Path], done: Done) -> None:
    path = mail(3)
    window.open_path(path)
    done()
    assert window.message_bar.text == "This email has 3 attachments."
    choices = window.message_bar.action.menu().actions()
    assert [choice.text() for choice in choices] == [f"no && te \ufffd{number}.txt" for number in range(3)]
    choices[1].trigger()
    done()
    assert on_desk(window).path == str(path / "no & te \ufffd1.txt")
    path.unlink()
    window.open_path(mail(1))
    done()
    assert window.message_bar.action.menu() is None


def test_a_document_of_a_mail_that_is_gone_is_told(window: MainWindow, mail: Callable[[int], Path], done: Done) -> None:
    path = mail(1)
    window.open_path(path)
    done()
    path.unlink()
    window.message_bar.action.click()
    done()
    assert window.message_bar.text.endswith("there is no such file")
    assert on_desk(window).path == str(path)


def test_files_that_fail_beside_a_mail_leave_its_documents_on_offer(
    window: MainWindow, mail: Callable[[int], Path], tmp_path: Path, done: Done
) -> None:
    for name in ("b.docx", "c.docx"):
        (tmp_path / name).write_bytes(b"PK\3\4")
    window.opening.open_paths([mail(2), tmp_path / "b.docx", tmp_path / "c.docx"])
    done()
    lines = window.message_bar.text.split("\n")
    assert [line[:7] for line in lines] == ["b.docx:", "c.docx:", "This em"]
    window.message_bar.action.menu().actions()[1].trigger()
    done()
    assert on_desk(window).path.endswith("1.txt")


def test_a_foreign_text_beside_a_mail_is_one_of_the_choices(
    window: MainWindow, mail: Callable[[int], Path], tmp_path: Path, done: Done
) -> None:
    (tmp_path / "b.txt").write_text("The council has approved the budget of the town. " * 9, encoding="utf-8")
    window.opening.open_paths([mail(1), tmp_path / "b.txt"])
    done()
    assert window.message_bar.text.endswith("This email has an attachment: no & te \ufffd0.txt")
    choices = window.message_bar.action.menu().actions()
    assert [choice.text() for choice in choices] == ["Translate anyway", "no && te \ufffd0.txt"]
    choices[0].trigger()
    done()
    assert on_desk(window).path.endswith("b.txt")


# a web page


def test_the_whole_page_and_back(window: MainWindow, article: Path, done: Done) -> None:
    act = window.acts["whole_page"]
    window.open_path(article)
    done()
    assert not act.isEnabled()
    path = FILES / "html" / "gazette.html"
    window.open_path(path)
    done()
    some = on_desk(window)
    assert act.isEnabled() and not act.isChecked()
    act.trigger()
    done()
    assert act.isEnabled() and act.isChecked()
    assert len(on_desk(window).paragraphs) > len(some.paragraphs)
    act.trigger()
    done()
    assert not act.isChecked()
    assert on_desk(window) == some
    act.trigger()
    done()
    window.open_path(FILES / "mhtml" / "gazette.mhtml")
    done()
    assert act.isEnabled() and not act.isChecked(), "each page begins with its article"


def test_a_page_that_is_gone_stays_as_it_is_shown(window: MainWindow, tmp_path: Path, done: Done) -> None:
    path = tmp_path / "page.html"
    path.write_bytes((FILES / "html" / "gazette.html").read_bytes())
    window.open_path(path)
    done()
    path.unlink()
    window.acts["whole_page"].trigger()
    done()
    assert window.message_bar.text == f"{path.name}: there is no such file"
    assert not window.acts["whole_page"].isChecked()
    window.opening.drop(mime(COPIED))
    done()
    assert not window.acts["whole_page"].isEnabled(), "all that was copied is there already"


def test_the_dialog_shows_every_kind_of_article(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(parent: object, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [], ""

    monkeypatch.setattr("visavis.gui.dialogs.file_dialogs.QFileDialog.getOpenFileNames", answer)
    assert Dialogs.open_paths(window, Settings().last_folder) == []
    assert all(f"*{suffix}" in asked[0] for suffix in (".txt", ".docx", ".odt", ".pdf", ".epub", ".eml", ".mhtml"))
