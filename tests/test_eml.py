"""Mails: as Outlook, Apple Mail, Thunderbird and Gmail send them, what is odd in them, and what came with them."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_html import LOREM, shown
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.detect import detect_kind
from visavis.readers.mail.eml import list_attachments, read
from visavis.readers.open import open_path

MAILS = sorted((Path(__file__).resolve().parent / "files" / "eml").glob("*.eml"))
PAGE = f"<html><body><h1>Le budget</h1><p>{LOREM}</p></body></html>"


def mail(text: str = LOREM, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "a@exemple.fr", "To": "b@exemple.fr", "Subject": "Le vote", **headers}.items():
        message[name] = value
    message.set_content(text)
    return message


def raw(body: bytes, kind: bytes = b"text/plain; charset=utf-8", more: bytes = b"") -> bytes:
    return b"From: a@exemple.fr\nSubject: Le vote\nContent-Type: " + kind + b"\n" + more + b"\n" + body


def lines(data: bytes) -> list[str]:
    return shown(read(data, "a.eml")).splitlines()[1:]


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_mails_as_programs_send_them(path: Path) -> None:
    data = path.read_bytes()
    assert shown(read(data, path.name)) == path.with_suffix(".expected").read_text(encoding="utf-8")
    assert detect_kind("a", data) == detect_kind("a.txt", b"\r\n".join(data.splitlines())) == "eml"


def test_a_mail_through_the_house() -> None:
    article = open_path(MAILS[0].parent / "outlook.eml")
    assert (article.kind, article.author, article.date) == ("eml", "Cédric Lenoir", "2024-04-22")
    assert article.title.startswith("Communiqué de presse : la piscine rouvrira – et")
    assert article.attachments == ("Communiqué complet.docx",)


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("X-Account-Key: account1\nX-Mozilla-Status: 0001\nSubject: a\nFrom: b\n\nc", "eml"),
        ("From - Mon Sep  2 10:00:00 2024\nX-Mozilla-Keys:\nSubject: a\nFrom: b\n\nc", "eml"),
        ("Received: from a\n\tby b\n" * 200 + "\nc", "eml"),
        ("From: a\nSubject: b\nContent-Type: multipart/related\n\nc", "mhtml"),
        ("Date: le 3 mai\nLieu: la mairie\nLe maire a parlé.\n\nc", "txt"),
        ("Subject: une note\n\nc", "txt"),
        ("Date: a\n\nTo: b\n", "txt"),
    ],
)
def test_mails_are_told_from_texts(first: str, kind: str) -> None:
    assert detect_kind("a.txt", first.encode()) == kind


# the text


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252"])
def test_charsets_and_transfers(charset: str, transfer: str) -> None:
    message = mail()
    text = "L'été, à Besançon, coûte 8 francs de plus."
    message.set_content(text, charset=charset, cte=transfer)
    assert lines(message.as_bytes()) == ["title Le vote", f"body {text}"]


@pytest.mark.parametrize("label", [b"x-unknown", b"utf-99", b"us-ascii", b"iso-8859-1", b'"utf-8', b""])
def test_charsets_that_are_not_what_they_are_called(label: bytes) -> None:
    data = raw("L’été dure encore à Besançon.".encode(), b"text/plain; charset=" + label)
    assert lines(data)[1:] == ["body L’été dure encore à Besançon."]


@pytest.mark.parametrize(
    ("raw_from", "author"),
    [
        ("=?utf-8?Q?H=C3=A9l=C3=A8ne_Roux?= <h@exemple.fr>", "Hélène Roux"),
        ('"=?utf-8?B?SMOpbMOobmU=?= Roux" <h@exemple.fr>', "Hélène Roux"),
        ("=?iso-8859-1?q?H=E9l=E8ne?=\n =?iso-8859-1?q?_Roux?= <h@exemple.fr>", "Hélène Roux"),
        ("Hélène Roux <h@exemple.fr>", "Hélène Roux"),
        ("h@exemple.fr", "h@exemple.fr"),
        ("=?nonsense?Q?Roux?= <h@exemple.fr>", "Roux"),
        ("=?utf-8?B?a?= <h@exemple.fr>", "=?utf-8?B?a?="),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_who_wrote_it(raw_from: str, author: str, encoding: str) -> None:
    data = f"From: {raw_from}\nTo: x\nSubject: a\n\nUn mot.".encode(encoding)
    assert read(data, "a.eml").author == author


@pytest.mark.parametrize(
    ("date", "told"),
    [("Tue, 3 Sep 2024 23:59:41 +0200", "2024-09-03"), ("hier", ""), ("Tue, 99 Foo 2024", ""), ("", "")],
)
def test_when(date: str, told: str) -> None:
    assert read(f"From: a\nDate: {date}\nSubject: b\n\nUn mot.".encode(), "a.eml").date == told


def test_flowed_lines_are_paragraphs() -> None:
    body = "Un deux \ntrois.\n Quatre \ncinq.\n\n>> Six \n>> sept.\n> Huit \n>> neuf.\n-- \nLéa \nRoux\n"
    assert lines(raw(body.encode(), b"text/plain; charset=utf-8; format=flowed"))[1:] == [
        "body Un deux trois.",
        "body Quatre cinq.",
        *(f"aside {text}" for text in ("Six sept.", "Huit", "neuf.", "Léa Roux")),
    ]
    joined = lines(raw(b"Un deux-tr \nois.\n", b"text/plain; format=flowed; delsp=yes"))
    assert joined[1:] == ["body Un deux-trois."]


HEAD = "De : Préfecture <p@exemple.fr>\nEnvoyé : lundi 4 mars 2024 10:12\nÀ : a@exemple.fr\nObjet : Les crues\n\n"


@pytest.mark.parametrize(
    "above",
    [
        f"-----Message d'origine-----\n{HEAD}",
        HEAD,
        "________________________________\n" + HEAD.replace("De :", "From:").replace("Envoyé", "Sent"),
        "-------- Message transféré --------\nSujet :  Les crues\nDate :  lundi\nDe :  P <p@exemple.fr>\nPour :  a\n\n",
    ],
)
def test_an_answered_mail_is_an_aside_and_a_forwarded_one_is_what_matters(above: str) -> None:
    body = f"Merci beaucoup pour ces mots.\n\n{above}La Loire monte encore, dit le préfet.\n"
    answer, forwarded = (lines(mail(body, Subject=f"{sign}Les crues").as_bytes()) for sign in ("RE: ", "TR : "))
    assert answer[0] == forwarded[0] == "title Les crues"
    assert answer[1] == forwarded[1] == "body Merci beaucoup pour ces mots."
    assert answer[-1] == "aside La Loire monte encore, dit le préfet."
    assert forwarded[-1] == "body La Loire monte encore, dit le préfet."
    assert any(line.startswith("aside ") and "Les crues" in line for line in forwarded)


def test_the_mail_that_outlook_answers_in_html_is_an_aside() -> None:
    head = "<b>De :</b> X<br><b>Envoyé :</b> lundi 3 mai 2024<br><b>À :</b> Y<br><b>Objet :</b> Le vote"
    page = f"<p class=MsoNormal>{LOREM}</p><div><p class=MsoNormal>{head}</p></div><p class=MsoNormal>Déjà dit.</p>"
    message = mail()
    message.set_content(page, subtype="html")
    assert [line.split(maxsplit=1)[0] for line in lines(bytes(message))] == ["title", "body", *["aside"] * 5]


@pytest.mark.parametrize(
    "footer",
    [
        "_______________________________________________\nListe mailing list\nhttps://exemple.fr/listinfo",
        "Envoyé de mon iPhone",
    ],
)
def test_what_lists_and_telephones_add_is_an_aside(footer: str) -> None:
    found = lines(bytes(mail(f"{LOREM}\n\n{footer}\n")))
    assert [line.split(maxsplit=1)[0] for line in found][:3] == ["title", "body", "aside"]
    assert all(line.startswith("aside") for line in found[2:])


def test_a_mail_that_is_all_quotation_is_left_as_it_is() -> None:
    assert lines(mail("> La Loire monte encore.\n> Elle baissera demain.\n").as_bytes())[1:] == [
        "body La Loire monte encore.",
        "body Elle baissera demain.",
    ]


def test_of_alternatives_the_last_that_has_text() -> None:
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    assert lines(message.as_bytes())[1:] == ["heading1 Le budget", f"body {LOREM}"]
    empty = mail()
    empty.add_alternative("<html><body><img src='cid:x'></body></html>", subtype="html")
    assert lines(empty.as_bytes())[1:] == [f"body {LOREM}"]


# what came with it


def test_documents_are_opened_by_their_names(tmp_path: Path) -> None:
    inner = mail("Un autre mot, dans un autre mail.", Subject="Dedans")
    inner.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    message = mail()
    message.add_attachment(inner)
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="photo.png")
    message.add_attachment(b"BEGIN:VCALENDAR\n", maintype="text", subtype="calendar", filename="rendez-vous.ics")
    message.add_attachment("Une note assez brève.".encode(), maintype="text", subtype="plain", filename="note.txt")
    message.add_attachment(b"Une seconde note.", maintype="text", subtype="plain", filename="note.txt")
    path = tmp_path / "m.eml"
    path.write_bytes(message.as_bytes())
    assert open_path(path).attachments == ("Dedans.eml", "note.txt", "note (2).txt")
    assert open_path(path / "note.txt").text == "Une note assez brève."
    assert open_path(path / "note (2).txt").text == "Une seconde note."
    assert open_path(path / "Dedans.eml" / "page.html").title == "Le budget"
    assert open_path(path / "note.txt").path == str(path / "note.txt")
    with pytest.raises(InputError, match=r"no such document; it has Dedans\.eml, note\.txt, note \(2\)\.txt$"):
        open_path(path / "photo.png")
    with pytest.raises(InputError, match="there is no such file"):
        open_path(tmp_path / "n.eml" / "note.txt")


@pytest.mark.parametrize(
    ("given_name", "shown_name"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        (r"C:\Users\lea\note.txt", "note.txt"),
        ("/absolu.txt", "absolu.txt"),
        ("a\u202etxt.exe.txt", "a\ufffdtxt.exe.txt"),
        ("\x1b[31m.txt", "\ufffd[31m.txt"),
        ("..txt", "txt"),
        ("=?utf-8?Q?=C3=A9t=C3=A9=2F..=2Fa.txt?=", "a.txt"),
        ("🎉" * 255 + ".txt", "🎉" * 100 + "…" + "🎉" * 96 + ".txt"),
    ],
)
def test_a_name_is_never_a_path(given_name: str, shown_name: str) -> None:
    part = MIMEText("Une note.", "plain", "utf-8")
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", given_name))
    whole = MIMEMultipart()
    whole["From"], whole["Subject"] = "a@exemple.fr", "Le vote"
    whole.attach(MIMEText(LOREM, "plain", "utf-8"))
    whole.attach(part)
    found = list(list_attachments(whole.as_bytes(), "a.eml"))
    assert found == ([shown_name] if shown_name.endswith(".txt") else [])


# what cannot be read


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "a.eml")
    return caught.value.reason


def test_a_mail_that_is_encrypted() -> None:
    told = "it is encrypted; open it in your mail program and save its text"
    assert refused(raw(b"xxxx", b"multipart/encrypted; boundary=x")) == told
    assert refused(raw(b"xxxx", b"application/pkcs7-mime; smime-type=enveloped-data", b"To: b\n")) == told
    assert refused(raw(b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n")) == told


def test_an_empty_mail_and_one_that_has_only_a_document() -> None:
    with pytest.raises(EmptyInput, match="it is a mail without text"):
        read(raw(b" \n"), "a.eml")
    message = mail("")
    message.add_attachment(b"Une note.", maintype="text", subtype="plain", filename="note.txt")
    assert (lines(message.as_bytes()), read(message.as_bytes(), "a").attachments) == (["title Le vote"], ("note.txt",))


def test_a_mail_in_a_mail_in_a_mail() -> None:
    boundaries = b"".join(b"--%d\nContent-Type: multipart/mixed; boundary=%d\n\n" % (n, n + 1) for n in range(3000))
    assert (
        refused(raw(boundaries, b"multipart/mixed; boundary=0"))
        == "it is damaged, and cannot be read as a mail; save it again"
    )


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(MAILS), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    changed = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(changed) - 1), max_size=60)):
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))
    try:
        read(bytes(changed[:cut]), "a.eml")
    except InputError as error:
        assert error.reason
