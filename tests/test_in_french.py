"""In the French window nothing that the program says is English: the reasons of flags, and what went wrong."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

from test_bad_input import BAD
from test_checks_pairs import PACKAGE, rows
from visavis import services
from visavis.checks import NAMES, check_passages
from visavis.checks.degenerate import describe_fault
from visavis.gui.messages import describe_error, translate_message
from visavis.infrastructure.network_guard import Guard
from visavis.model.article import Sentence
from visavis.model.errors import EngineFailed, InputError, VisavisError, describe_os_error
from visavis.model.message import Message
from visavis.model.passage import Flag, Passage
from visavis.packages.archive import examine_archive
from visavis.packages.http import describe_failure
from visavis.text.language import NAMES as LANGUAGES

#: Words that English cannot do without and French has not.
ENGLISH = re.compile(
    r"\b(?:the|is|are|was|were|not|of|and|to|in|it|its|with|by|be|you|your|this|that|for|from|has|have|no|word|words"
    r"|sentence|file|open|save|copy|find|translation of|much|became|close|language pack\w+|built-in|installed|use"
    r"|verify|remove|download|none|known|looks|empty|title|first|beginning)\b",
    re.IGNORECASE,
)
#: What is not the program's to say: what it quotes, names of files, keys, licences, Word.
QUOTED = re.compile(r"«[^»]*»|CC BY.*|\S*/\S*|\S+\.\w+|\bF2\b|\bkeys?\b|\bWord\b")


def english(text: str) -> str:
    """Return the English of a text that should be French, or nothing."""
    found = ENGLISH.search(QUOTED.sub("", re.sub(r"<[^>]+>", " ", text)))
    return f"{found[0]!r} in {text!r}" if found else ""


pytestmark = pytest.mark.usefixtures("french")


def flags() -> Iterator[Flag]:
    """Yield what is flagged in all pairs that are kept for the checks."""
    glossary = services.load_glossary()
    for number, row in enumerate(row for name in ("pairs.tsv", "held.tsv", "more.tsv") for row in rows(name)):
        sentence = Sentence(number, 0, len(row["french"]), row["french"])
        passage = Passage(sentence, row["english"], float(row["score"] or -0.2), package=PACKAGE)
        (made,) = check_passages([passage], {}, glossary)
        yield from made.flags
    pairs = [("Volodymyr Zelensky a parlé.", "Volodymyr Zelenskyy spoke."), ("Zelensky est parti.", "Zelensky left.")]
    passages = {n: Passage(Sentence(n, 0, len(a), a), b, -0.2, package=PACKAGE) for n, (a, b) in enumerate(pairs)}
    for two in check_passages(passages.values(), passages, glossary):
        yield from two.flags


def test_every_check_gives_its_reasons_in_french() -> None:
    found = list(flags())
    assert {flag.check for flag in found} == NAMES
    assert [flag for flag in found if not translate_message(flag.detail).strip("« »\u00a0")] == []
    assert [english(translate_message(flag.detail)) for flag in found if english(translate_message(flag.detail))] == []
    assert (
        translate_message(Message("“{0}” became “{1}”", "none", "empty"))
        == "«\u00a0none\u00a0» est devenu «\u00a0empty\u00a0»"
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il a dit oui.", "..."),
        ("Il a dit oui hier.", "He he he he said yes."),
        ("Il a dit oui hier.", "He said yes he said yes he said yes he said yes."),
        ("Il a dit oui.", "lalalalalalala"),
        ("Il a dit oui.", "He said !!!!!!!!!!"),
        ("le chat de la maison est dans le jardin", "le chat de la maison est dans le jardin"),
        ("Il dort.", " ".join(f"word{n}" for n in range(30))),
        (" ".join(f"mot{n}" for n in range(30)), "He sleeps."),
    ],
)
def test_what_went_off_the_rails_is_told_in_french(source: str, target: str) -> None:
    reason = describe_fault(source, target)
    assert reason
    assert translate_message(reason) != reason
    assert not english(translate_message(reason))


def test_a_reason_saved_in_english_without_its_parts_is_still_told() -> None:
    assert translate_message("much too short") == "bien trop court"
    assert translate_message("“3” became “5”") == "“3” became “5”"


@pytest.mark.parametrize("kind", [kind for kind in BAD if kind != "2 GB"], ids=str)
def test_a_bad_file_is_told_in_french(kind: str, tmp_path: Path) -> None:
    from visavis.readers.open import open_path

    path = BAD[kind][0](tmp_path)
    with pytest.raises(InputError) as caught:
        open_path(path)
    text = describe_error(caught.value)
    assert text.startswith(f"{PurePath(caught.value.subject).name}\u00a0: ")
    reason = text.removeprefix(caught.value.subject)
    assert not english(reason)
    assert reason != str(caught.value).removeprefix(caught.value.subject)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, errno.EACCES, errno.ENOENT]
)
def test_what_the_system_says_is_told_in_french(number: int) -> None:
    reason = describe_os_error(OSError(number, os.strerror(number)))
    assert not english(translate_message(reason))
    assert translate_message(reason) != reason


def test_other_errors_are_told_in_french(tmp_path: Path) -> None:
    (tmp_path / "a.argosmodel").write_bytes(b"PK")
    with pytest.raises(VisavisError) as damaged:
        examine_archive(tmp_path / "a.argosmodel")
    for error in (
        damaged.value,
        EngineFailed("", "Something went wrong ({0}). Try again; your work is kept.", "OSError"),
        ZeroDivisionError(),
    ):
        assert not english(describe_error(error))
    guard = Guard()
    guard.offline = True
    with pytest.raises(OSError) as forbidden, guard.permit("example.org"):
        pass
    assert translate_message(describe_failure(forbidden.value)) == "--offline interdit de se connecter à example.org"
    assert all(translate_message(name) != name for name in LANGUAGES.values())
