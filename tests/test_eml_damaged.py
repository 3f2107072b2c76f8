"""Mails that are damaged, and mails of programs that keep to no standard."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from visavis.model.article import Role
from visavis.model.errors import EmptyInput
from visavis.readers.detect import detect_kind
from visavis.readers.mail.eml import list_attachments, read
from visavis.readers.open import from_bytes

PARAGRAPHS = [
    "Le conseil municipal a voté mardi soir la rénovation du vieux pont.",
    "Le maire a promis que les commerçants seraient indemnisés.",
]
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
HEAD = [
    "From: Service presse <presse@exemple.fr>",
    "To: redaction@exemple.fr",
    "Subject: =?utf-8?Q?R=C3=A9novation_du_pont?=",
    "Date: Tue, 4 Jun 2024 10:00:00 +0200",
    "MIME-Version: 1.0",
]
ENCODED = base64.encodebytes(TEXT.encode()).decode()


def mail(body: str, transfer: str = "base64", kind: str = "text/plain; charset=utf-8", head: list[str] = HEAD) -> bytes:
    fields = [*head, f"Content-Type: {kind}", f"Content-Transfer-Encoding: {transfer}"]
    return ("\n".join(fields) + "\n\n" + body).encode()


def bodies(data: bytes) -> list[str]:
    return [block.text for block in read(data, "a.eml").blocks if block.role is Role.BODY]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.rstrip() + "A",
        lambda text: text.rstrip().rstrip("=") + "=" * (-len(text.rstrip().rstrip("=").replace("\n", "")) % 4) + "==",
        lambda text: text.rstrip().rstrip("=") + "\n=",
        lambda text: text.rstrip().rstrip("="),
        lambda text: text.replace("\n", "\r\n\r\n"),
        lambda text: text.replace("\n", " \n"),
        lambda text: text[:30] + "!" + text[30:],
        lambda text: "\n" + text,
        lambda text: text.replace("\n", ""),
    ],
    ids=[
        "extra",
        "extra padding",
        "padding apart",
        "no padding",
        "blank lines",
        "spaces",
        "foreign sign",
        "blank first",
        "one line",
    ],
)
def test_damaged_base64_is_read(damage: object) -> None:
    assert bodies(mail(damage(ENCODED))) == PARAGRAPHS  # type: ignore[operator]


@pytest.mark.parametrize("left", [0, 1, 2, 3])
def test_a_body_that_was_cut_off_is_read_as_far_as_it_goes(left: int) -> None:
    first, second = bodies(mail(ENCODED[: -8 - left]))
    assert first == PARAGRAPHS[0] and PARAGRAPHS[1].startswith(second[:40])


@pytest.mark.parametrize(
    "footer",
    [
        "_______________________________________________\nListe de diffusion presse\n",
        "\n-- \nListe\nhttps://listes.exemple.fr/presse\n",
        "\nListe\n",
    ],
)
@pytest.mark.parametrize("padding", ["", " ", "  "])
def test_a_lists_footer_is_an_aside(footer: str, padding: str) -> None:
    encoded = base64.encodebytes((TEXT + padding).encode()).decode()
    blocks = read(mail(encoded + footer), "a.eml").blocks
    assert [block.text for block in blocks if block.role is Role.BODY][:2] == PARAGRAPHS
    asides = " ".join(block.text for block in blocks if block.role is Role.ASIDE)
    assert "Liste" in asides and not any("Liste" in text for text in bodies(mail(encoded + footer)))


def test_plain_text_that_is_called_base64() -> None:
    assert bodies(mail(TEXT)) == PARAGRAPHS


@pytest.mark.parametrize(
    "broken",
    [
        ["References: <a@b>, <c.", "d@b>"],
        ["X-Spam: oui", "et non"],
        ["X-Mailer : Vieux Programme 2"],
        ["ceci n'est pas un champ"],
    ],
)
@pytest.mark.parametrize("place", [0, 1, 4])
def test_a_broken_line_in_the_header_costs_only_itself(broken: list[str], place: int) -> None:
    data = mail(ENCODED, head=[*HEAD[:place], *broken, *HEAD[place:]])
    article = from_bytes("a.eml", data)
    assert (article.kind, article.title, article.date) == ("eml", "Rénovation du pont", "2024-06-04")
    assert [article.text[p.start : p.end] for p in article.paragraphs][1:] == PARAGRAPHS


def test_fields_with_a_space_before_the_colon() -> None:
    article = from_bytes("a.eml", mail(ENCODED, head=[line.replace(":", " :", 1) for line in HEAD]))
    assert (article.title, article.author) == ("Rénovation du pont", "Service presse")


def test_a_text_that_begins_with_fields_is_no_mail() -> None:
    text = "From: Paris\nLe maire a parlé hier soir.\nIl a dit non.\n\nFin."
    assert detect_kind("a.txt", text.encode()) == detect_kind("a.eml", text.encode()) == "txt"
    unseparated = "From: a\nSubject: b\nLe maire a parlé.\nIl a dit : non.\n"
    assert bodies(unseparated.encode()) == ["Le maire a parlé.", "Il a dit : non."]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_text_with_a_name_is_the_text_of_the_mail(kind: str) -> None:
    body = TEXT if kind == "plain" else "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    data = mail(body, "8bit", f'text/{kind}; charset=utf-8; name="communique.{kind}"')
    assert bodies(data) == PARAGRAPHS and not read(data, "a.eml").attachments


def test_named_texts_of_a_mail_with_parts() -> None:
    parts = (
        ("text/plain; charset=utf-8", "", PARAGRAPHS[0]),
        ('text/plain; charset=utf-8; name="suite.txt"', "", PARAGRAPHS[1]),
        ('text/plain; charset=utf-8; name="note.txt"', "Content-Disposition: attachment\n", "Une note."),
    )
    body = "".join(f"--x\nContent-Type: {kind}\n{more}\n{text}\n" for kind, more, text in parts)
    data = mail(body + "--x--\n", "8bit", "multipart/mixed; boundary=x")
    assert bodies(data) == PARAGRAPHS
    assert list_attachments(data, "a.eml") == {"note.txt": b"Une note."}


def test_texts_that_are_to_be_shown_inline_are_read_though_they_have_names() -> None:
    inline = 'Content-Disposition: inline; filename="{}"\n'
    whole = mail(PARAGRAPHS[0], "8bit", "text/plain; charset=utf-8\n" + inline.format("texte.txt").rstrip())
    assert bodies(whole) == PARAGRAPHS[:1]
    assert list_attachments(whole, "a.eml") == {}
    kinds = "text/plain; charset=utf-8", "text/html; charset=utf-8"
    parts = "".join(f"--x\nContent-Type: {kind}\n{inline.format('t')}\n{PARAGRAPHS[0]}\n" for kind in kinds)
    assert bodies(mail(parts + "--x--\n", "8bit", "multipart/alternative; boundary=x")) == PARAGRAPHS[:1]
    after = f"--x\nContent-Type: {kinds[0]}\n\n{PARAGRAPHS[0]}\n" + (
        f"--x\nContent-Type: {kinds[0]}\n{inline.format('note.txt')}\nUne note.\n--x--\n"
    )
    mixed = mail(after, "8bit", "multipart/mixed; boundary=x")
    assert bodies(mixed) == PARAGRAPHS[:1]
    assert list_attachments(mixed, "a.eml") == {"note.txt": b"Une note."}


@pytest.mark.parametrize("charset", ["utf-7", "UTF-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7"])
@pytest.mark.parametrize("transfer", ["7bit", "base64"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_utf_7(charset: str, transfer: str, kind: str) -> None:
    text = TEXT if kind == "plain" else "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    body = text.encode("utf-7")
    written = base64.encodebytes(body).decode() if transfer == "base64" else body.decode()
    assert bodies(mail(written, transfer, f"text/{kind}; charset={charset}")) == PARAGRAPHS


def test_what_is_called_utf_7_and_is_not() -> None:
    assert bodies(mail(TEXT, "8bit", "text/plain; charset=utf-7")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("kind", "name"), [("ms-tnef", "winmail.dat"), ("octet-stream", "WINMAIL.DAT"), ("ms-tnef", "")]
)
def test_that_it_came_with_winmail_dat_is_said(kind: str, name: str) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@exemple.fr", "b@exemple.fr", "Le vote"
    told = "Outlook packed what came with it in winmail.dat, which is not read; ask for it as ordinary files"
    packed = message.as_bytes() if name else b""
    message.set_content(TEXT)
    message.add_attachment(b"\x78\x9f\x3e\x22", maintype="application", subtype=kind, filename=name or None)
    article = from_bytes("a.eml", message.as_bytes())
    assert PARAGRAPHS[0] in article.text and list(map(str, article.notes)) == [told]
    if packed:
        only = packed.rstrip() + f'\nContent-Type: application/{kind}; name="{name}"\n\nx\n'.encode()
        with pytest.raises(EmptyInput, match="winmail"):
            read(only, "a.eml")


def test_parts_are_found_though_the_header_does_not_say_what_is_between_them() -> None:
    parts = f"--x\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n--x--\n"
    assert bodies(mail(parts, "8bit", "multipart/mixed")) == PARAGRAPHS


def test_a_mail_that_only_passes_another_on_has_its_text() -> None:
    inner = mail(TEXT, "8bit").decode()
    whole = mail(f"--x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n", "8bit", "multipart/mixed; boundary=x")
    assert bodies(whole) == PARAGRAPHS
    assert len(list_attachments(whole, "a.eml")) == 1, "it can still be opened by itself"
