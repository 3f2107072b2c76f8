import hashlib
import os
import socket
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis import paths
from visavis.model.article import Article, Role
from visavis.model.errors import EmptyInput, InputError, NotText, make_printable
from visavis.readers import open as file
from visavis.readers.open import from_bytes, from_text, open_path

SEED = paths.find_resources().parent / "seeds" / "otan-kosovo.txt"
LONG = (
    "Le gouvernement a annoncé hier une réforme des retraites, dit le porte-parole, qui peut-être n’en sait rien. Les "
    "syndicats ont aussitôt appelé à la grève dans tout le pays, des Etats-Unis à la Chine, et a-t-on dit ailleurs."
)


def shown(article: Article) -> list[tuple[str, str]]:
    return [(p.role.value, article.text[p.start : p.end]) for p in article.paragraphs]


def texts(raw: str, name: str = "a.txt") -> list[str]:
    return [text for _, text in shown(from_text(name, raw))]


def test_the_seed_article() -> None:
    article = open_path(SEED)
    roles = [role for role, _ in shown(article)]
    assert article.title == "L’OTAN est prête à envoyer davantage de soldats de la paix au Kosovo"
    assert roles == ["title"] + ["body"] * 14 + ["aside"] * 3
    assert article.path == str(SEED)
    assert article.sha256 == hashlib.sha256(SEED.read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_seed_article_in_other_encodings(encoding: str) -> None:
    raw = SEED.read_text(encoding="utf-8")
    assert from_bytes("a.txt", raw.encode(encoding)).text == open_path(SEED).text


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_lines_are_joined(width: int) -> None:
    wrapped = "Un titre\n\n" + textwrap.fill(LONG, width) + "\n \n" + textwrap.fill(LONG, width)
    assert texts(wrapped) == ["Un titre", LONG, LONG]


def test_one_paragraph_a_line_stays_so() -> None:
    lines = ["La réforme passe", LONG, "Il dort.", LONG + " Elle rit.", "Les élus ont voté la loi hier soir à Paris."]
    assert texts("\n".join(lines)) == lines


def test_lines_alike_in_length_are_paragraphs_where_each_is_a_sentence() -> None:
    lines = ["Il dort dans son lit.", "Elle rit de lui ici.", "Nous partons demain."]
    assert texts("\n".join(lines)) == lines


def test_a_title_right_above_its_text_stays_apart() -> None:
    assert texts(f"Un titre\nPar Jean Dupont\n{textwrap.fill(LONG, 60)}\n\nFin.") == [
        "Un titre",
        "Par Jean Dupont",
        LONG,
        "Fin.",
    ]


def test_a_word_broken_by_the_wrapping_is_whole_again() -> None:
    raw = "Hier à Paris, tout le gouverne-\nment était là, avec son porte-\nparole, dit-\nil, aux États-\nUnis même."
    assert texts(raw) == [
        "Hier à Paris, tout le gouvernement était là, avec son porte-parole, dit-il, aux États-Unis même."
    ]


def test_items_and_speech_stay_apart() -> None:
    raw = "Il faut :\n- du pain\n- du vin et beaucoup\n  de sel\n\n1. Partir.\n2. Revenir.\n\n– Oui.\n– Non ?\n— Si !"
    assert shown(from_text("a", raw)) == [
        ("body", "Il faut :"),
        *(("list", text) for text in ("du pain", "du vin et beaucoup de sel", "1. Partir.", "2. Revenir.")),
        *(("body", text) for text in ("– Oui.", "– Non ?", "— Si !")),
    ]


def test_what_is_not_seen_is_dropped() -> None:
    assert texts("\ufeffE\u0301te\u00ad\u200b\x07 et\x85puis\ud800.\u2029Fin\U000e0041.") == [
        "Éte et puis\ufffd.",
        "Fin.",
    ]


MARKDOWN = """---
title: "La réforme"
author: X
---
# La réforme

Un *mot* **fort**, un [lien](http://x.org/) et `code`,<br>une\x20\x20
fin <b>nette</b>.

![Des soldats](a.jpg)

## Le vote

- un
- deux *fois*

3. trois

> On cite.

| a | b |
|---|---|
| c | d |

```
x = 1
```

<div>rien</div>
"""


def test_markdown_shows_what_a_reader_sees() -> None:
    article = from_text("a.MD", MARKDOWN)
    assert article.title == "La réforme"
    assert shown(article) == [
        ("title", "La réforme"),
        ("body", "Un mot fort, un lien et code, une fin nette."),
        ("caption", "Des soldats"),
        ("heading", "Le vote"),
        *(("list", text) for text in ("un", "deux fois", "3. trois")),
        ("body", "On cite."),
        *(("list", text) for text in ("a; b", "c; d")),
        ("body", "x = 1"),
        ("body", "rien"),
    ]


def test_markdown_without_front_matter_has_its_first_main_heading_for_title() -> None:
    article = from_text("a.markdown", "# Un\n\nIl dort.\n\n# Deux\n\nElle rit.")
    assert [role for role, _ in shown(article)] == ["title", "body", "heading", "body"]


@given(st.text(), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_an_article_or_empty(raw: str, name: str) -> None:
    try:
        article = from_text(name, raw)
    except InputError:
        return
    assert article.text == "\n\n".join(text for _, text in shown(article))
    assert all(text.strip() for _, text in shown(article))
    assert sum(p.role is Role.TITLE for p in article.paragraphs) <= 1


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        open_path(path)
    assert caught.value.subject == make_printable(str(path))
    return caught.value.reason


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.txt") == "there is no such file"
    assert refused(tmp_path) == "it is a folder, not a file"
    assert "file name" in refused(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_what_is_no_regular_file_never_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "regular" in refused(Path("pipe"))
        assert refused(Path("socket"))
        assert "regular" in refused(Path("/dev/zero"))


def test_an_unreadable_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refused(tmp_path / "a.txt") == "you are not allowed to open it"


def test_a_file_of_another_kind_an_empty_one_and_a_huge_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x7fELF\x02\x01\x01")
    with pytest.raises(NotText):
        open_path(path)
    path.write_bytes(b" \n")
    with pytest.raises(EmptyInput):
        open_path(path)
    with pytest.raises(EmptyInput):
        from_text("pasted", "\u200b")
    monkeypatch.setattr(file, "LARGEST", 3)
    path.write_bytes(b"trop")
    assert "larger than" in refused(path)
    with pytest.raises(InputError, match="larger than"):
        from_text("pasted", "trop")
