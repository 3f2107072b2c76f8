"""Outlook messages: read as mails are, with what is attached."""

from __future__ import annotations

import struct
from datetime import datetime, timezone
from pathlib import Path

import pytest

from compound import Tree, compound, filetime, message
from conftest import ARTICLE
from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.detect import detect_kind
from visavis.readers.mail.msg import list_attachments, read
from visavis.readers.mail.packed_rtf import unpack_rtf
from visavis.readers.open import from_bytes, open_path

CLASS, SUBJECT, BODY, RTF, HTML = 0x1A, 0x37, 0x1000, 0x1009, 0x1013
SENDER, ADDRESS, FILE, DATA = 0x42, 0x5D02, 0x3707, 0x3701
ATTACHED, MAIL = "__attach_version1.0_#0000000{}", "__substg1.0_3701000D"
PAGES = [(1252, "cp1252"), (65001, "utf-8"), (28605, "iso-8859-15"), (77, "cp1252")]
PLAIN = "Bonjour,\r\n\r\nLe pont est fermé depuis mars.\r\n\r\n"
HEAD = {SUBJECT: "TR : Rénovation du pont", SENDER: "Cédric Lenoir", ADDRESS: "c.lenoir@example.org"}
SENT = {0x39: filetime(datetime(2024, 6, 4, 8, 30, tzinfo=timezone.utc))}
#: The example of MS-OXRTFCP, 3.1.1.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)


def attached(data: bytes, name: str = "note.txt") -> Tree:
    return message({FILE: name, DATA: data}, kind="attachment")


def stored(text: str) -> bytes:
    data = text.encode("ascii")
    return struct.pack("<II4sI", len(data) + 12, len(data), b"MELA", 0) + data


def blocks(**more: str | bytes) -> list[tuple[Role, str]]:
    numbers = {"plain": BODY, "rtf": RTF, "html": HTML}
    made = compound(message({SUBJECT: "Le pont", **{numbers[name]: value for name, value in more.items()}}))
    return [(block.role, block.text) for block in read(made, "a.msg").blocks]


def test_it_is_read_as_a_mail() -> None:
    article = from_bytes("a.msg", compound(message(HEAD | {BODY: PLAIN}, SENT)))
    assert (article.kind, article.title, article.author, article.date) == (
        "msg", "Rénovation du pont", "Cédric Lenoir", "2024-06-04",
    )  # fmt: skip
    told = [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]
    assert told == [
        (Role.TITLE, "Rénovation du pont"),
        (Role.ASIDE, "Bonjour,"),
        (Role.BODY, "Le pont est fermé depuis mars."),
    ]


def test_of_its_forms_the_best_is_read() -> None:
    page = "<html><body><h2>Les travaux</h2><p>Le pont est <b>fermé</b> depuis mars, dit la ville.</p></body></html>"
    rtf = stored(r"{\rtf1\ansi Le pont est ferm\'e9.\par Il rouvrira.}")
    shown = [(Role.HEADING, "Les travaux"), (Role.BODY, "Le pont est fermé depuis mars, dit la ville.")]
    assert blocks(plain="Non", rtf=rtf, html=page.encode())[1:] == shown
    assert blocks(html=page)[1:] == shown
    assert blocks(plain="Le pont.", rtf=rtf)[1:] == [(Role.BODY, "Le pont.")]
    assert blocks(rtf=rtf)[1:] == [(Role.BODY, "Le pont est fermé."), (Role.BODY, "Il rouvrira.")]
    assert blocks(plain="Le pont.", rtf=b"xx", html=b"")[1:] == [(Role.BODY, "Le pont.")]


@pytest.mark.parametrize(("page", "encoding"), PAGES)
def test_letters_are_of_the_code_page_that_it_names(page: int, encoding: str) -> None:
    tree = dict(message({}, {0x3FFD: page, 0x3FDE: page}))
    tree["__substg1.0_0037001E"] = "Été".encode(encoding)
    tree["__substg1.0_1000001E"] = "Le pont est fermé.".encode(encoding)
    reading = read(compound(tree), "a.msg")
    assert (reading.title, reading.blocks[1].text) == ("Été", "Le pont est fermé.")
    tree["__substg1.0_10130102"] = "<p>Le pont a été rouvert.</p>".encode(encoding)
    assert read(compound(tree), "a.msg").blocks[1].text == "Le pont a été rouvert."


def test_what_is_attached_can_be_opened(tmp_path: Path) -> None:
    inner = message({SUBJECT: "Le rapport", BODY: "Le rapport est prêt."}, kind="mail")
    mail = message({}, kind="attachment", folders={MAIL: inner})
    tree = message(
        {SUBJECT: "Le pont", BODY: "Voir ci-joint."},
        folders={
            ATTACHED.format(0): attached(ARTICLE.encode(), "../été.txt"),
            ATTACHED.format(1): attached(b"\x89PNG\r\n\x1a\n", "photo.png"),
            ATTACHED.format(2): mail,
            "__recip_version1.0_#00000000": message({}, kind="attachment"),
        },
    )
    path = tmp_path / "a.msg"
    path.write_bytes(compound(tree))
    assert open_path(path).attachments == ("été.txt", "Le rapport.eml")
    assert open_path(path / "été.txt").text.startswith("Le conseil")
    assert open_path(path / "Le rapport.eml").text == "Le rapport\n\nLe rapport est prêt."
    with pytest.raises(InputError, match=r"no such document; it has été\.txt, Le rapport\.eml"):
        open_path(path / "non.txt")


def test_signed_and_encrypted_ones() -> None:
    mime = b'Content-Type: multipart/signed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nLe pont rouvre.\n--x--\n'
    signed = {CLASS: "IPM.Note.SMIME.MultipartSigned", SUBJECT: "Le pont"}
    tree = message(signed, folders={ATTACHED.format(0): attached(mime)})
    assert [block.text for block in read(compound(tree), "a.msg").blocks] == ["Le pont", "Le pont rouvre."]
    with pytest.raises(InputError, match="it is encrypted; open it in your mail program"):
        read(compound(message({CLASS: "IPM.Note.SMIME", SUBJECT: "Le pont"})), "a.msg")


def test_bad_files_end_in_a_sentence() -> None:
    whole = compound(message(HEAD | {BODY: PLAIN * 400}, SENT))
    for cut in (20, 600, 1500, len(whole) // 2):
        with pytest.raises(InputError, match=r"^a\.msg: "):
            read(whole[:cut], "a.msg")
    with pytest.raises(EmptyInput, match="it is a mail without text"):
        read(compound(message({SUBJECT: "Le pont"})), "a.msg")


def test_what_is_one_thing_in_the_file_is_not_read_a_hundred_times() -> None:
    alike = {f"__attach_version1.0_#{number}": attached(b"Un texte.\n" * 50_000) for number in range(100)}
    data = compound(message({SUBJECT: "Le pont", BODY: "Voir."}, folders=alike))
    assert len(data) < 1_000_000
    with pytest.raises(InputError, match="it is damaged, and cannot be read as an Outlook message"):
        read(data, "a.msg")


def test_mails_in_mails_end_somewhere() -> None:
    inner: Tree = message({SUBJECT: "Fin", BODY: "Fin."}, kind="mail")
    for _ in range(40):
        mail = message({}, kind="attachment", folders={MAIL: inner})
        inner = message({SUBJECT: "Le pont", BODY: "Voir."}, kind="mail", folders={ATTACHED.format(0): mail})
    tree = message({SUBJECT: "Le pont", BODY: "Voir."}, folders={ATTACHED.format(0): mail})
    (data,) = list_attachments(compound(tree), "a.msg").values()
    assert 10 < data.count(b"message/rfc822") < 25


def test_it_is_known_by_what_is_in_it() -> None:
    data = compound(message({SUBJECT: "WordDocument"}))
    assert {detect_kind(name, data) for name in ("a", "a.doc", "a.eml")} == {"msg"}


def test_packed_rtf() -> None:
    assert unpack_rtf(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}".startswith(unpack_rtf(PACKED[:40]))
    assert unpack_rtf(b"") == unpack_rtf(bytes(40)) == b""
