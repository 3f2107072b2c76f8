"""The command line with web pages and mails, in this process and with tiny engines."""

from pathlib import Path

from conftest import Visavis, complains

FILES = Path(__file__).resolve().parent / "files"
MAIL = FILES / "eml" / "outlook.eml"


def test_the_whole_page_on_request(visavis: Visavis) -> None:
    page = FILES / "html" / "gazette.html"
    article, whole = (visavis("translate", "--no-provenance", page, *more) for more in ([], ["--whole-page"]))
    assert article.code == whole.code == 0
    assert set(article.out.splitlines()) - {""} < set(whole.out.splitlines())
    saved = visavis("translate", "--no-provenance", "--whole-page", FILES / "mhtml" / "gazette.mhtml")
    assert saved.out == whole.out
    summary = visavis("summarize", page, "--percent", "100", "--language", "fr", "--whole-page")
    assert summary.code == 0
    assert "Partager" not in summary.out  # what is around the article is shown, and never summarised
    assert visavis("translate", "--whole-page", FILES / "pdf" / "one.pdf").code == 0


def test_a_mail_tells_of_its_documents(visavis: Visavis) -> None:
    told = visavis("translate", "--no-provenance", MAIL)
    assert told.code == 0
    assert told.err == f"visavis: {MAIL}: it came with documents; they open as {MAIL}/Communiqué complet.docx\n"
    piped = visavis("translate", "--no-provenance", "-", stdin=MAIL.read_bytes())
    assert (piped.out, piped.code) == (told.out, 0)
    assert piped.err == "visavis: -: it came with Communiqué complet.docx; save the mail as a file to open them\n"
    assert visavis("translate", FILES / "eml" / "gmail.eml").err == ""


def test_a_document_of_a_mail(visavis: Visavis, tmp_path: Path) -> None:
    note = "Le conseil a voté le budget de la ville."
    body = f"--x\nContent-Disposition: attachment; filename=note.txt\n\n{note}\n--x--\n"
    mail = tmp_path / "m.eml"
    mail.write_text(f"From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n{body}", encoding="utf-8")
    out = tmp_path / "out"
    assert visavis("translate", mail / "note.txt", "-o", f"{out}/").code == 0
    assert note.upper() in (out / "note.en.txt").read_text(encoding="utf-8")
    absent = visavis("translate", mail / "other.txt")
    assert complains(absent, 1, f"{mail}/other.txt: the mail came with no such document; it has note.txt")
