"""Every format in every layout: what is in it, that it is as the reference, and what no format takes for markup."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from exporting import DAY, all_layouts, documents, export, reference, sample, shown
from visavis.exports import provenance
from visavis.exports.registry import FORMATS, Format, Layout, Options, find_format
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.passage import PackageInfo, Status

pytestmark = pytest.mark.usefixtures("qapp")  # PDF would make an application of its own, which windows can't use

CASES = [pytest.param(form, layout, id=f"{form.name}-{layout.value}") for form, layout in all_layouts()]


@pytest.mark.parametrize(("form", "layout"), CASES)
def test_the_sample_is_as_the_reference(form: Format, layout: Layout) -> None:
    made = shown(form.name, export(form.name, layout))
    wanted = reference(form, layout).read_text(encoding="utf-8")
    if form.name == "pdf":  # lines and pages break by the fonts of the machine
        made, wanted = (re.sub(r"\d+ / \d+|\s+", "", text) for text in (made, wanted))
    assert made == wanted, "if this is wanted, run tests/exporting.py and look the difference through"


@pytest.mark.parametrize("form", [form for form in FORMATS.values() if form.usual is not Layout.IN_PLACE], ids=str)
def test_two_exports_on_one_day_hold_the_same(form: Format) -> None:
    layout = form.layouts[0] if form.layouts else Layout.INTERLEAVED
    assert shown(form.name, export(form.name, layout)) == shown(form.name, export(form.name, layout))


@pytest.mark.parametrize(("form", "layout"), CASES)
@pytest.mark.parametrize("number", range(3))
def test_every_sentence_is_there(form: Format, layout: Layout, number: int) -> None:
    document = documents()[number]
    text = _letters(_words(form, export(form.name, layout, document)))
    paged = form.name == "pdf" and layout is Layout.COLUMNS
    for sentence in document.article.sentences():
        english = document.target(sentence)
        if english and layout is not Layout.SUMMARY:
            assert _there(_letters(english), text, paged)
        if form.layouts:
            kept = layout in {Layout.COLUMNS, Layout.INTERLEAVED}
            twin = _letters(sentence.text) in _letters(english + "".join(t for _, t in document.chosen(2)))
            assert kept is _there(_letters(sentence.text), text, paged) or twin
    for _, english in document.chosen(2):
        assert not form.layouts or _there(_letters(english), text, paged)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _there(letters: str, text: str, paged: bool) -> bool:
    """Tell whether letters stand in a text; on pages, a column may go on behind the rest of the other one."""
    halves = range(len(letters) + 1 if paged else 1)
    return any(letters[:at] in text and letters[at:] in text for at in halves)


def _words(form: Format, data: bytes) -> str:
    """Return an export without its tags."""
    if form.name == "html":
        return str(lxml.html.fromstring(data.decode()).text_content())
    text = shown(form.name, data)
    marked = form.name in {"docx", "odt", "tmx", "xliff"}
    return "".join(etree.fromstring(text.encode()).itertext()) if marked else text


def test_suffixes_find_their_formats() -> None:
    assert {name: found.name for name in (".docx", ".HTM", ".markdown", ".xlf") if (found := find_format(name))} == {
        ".docx": "docx",
        ".HTM": "html",
        ".markdown": "md",
        ".xlf": "xliff",
    }
    assert find_format(".doc") is find_format("") is None
    assert FORMATS["docx"].bilingual is Layout.COLUMNS
    assert FORMATS["md"].bilingual is Layout.INTERLEAVED


# provenance


@pytest.mark.parametrize(("form", "layout"), CASES)
def test_an_export_says_where_it_is_from(form: Format, layout: Layout) -> None:
    text = re.sub(r"\s", "", shown(form.name, export(form.name, layout))).lower()
    for fact in ("ab" * 32, "0" * 64, "2026-11-24", "vélo.docx", "vis-à-vis", "VERSION"):
        assert fact.lower() in text
    assert "machinetranslation" in text.replace("_", "")
    assert (text.index("ab" * 32) < text.index("annevignot")) is (not form.layouts), "machines read it first"


@pytest.mark.parametrize(("form", "layout"), CASES)
def test_it_can_be_left_out_but_not_of_json(form: Format, layout: Layout) -> None:
    text = shown(form.name, form.write(sample(), Options(layout, provenance=False, made=DAY)))
    assert ("machine" in text.lower() and "ab" * 32 in re.sub(r"\s", "", text)) is (form.name == "json")


def test_the_words_machine_translation_stand_until_every_passage_is_verified() -> None:
    document = sample()
    assert (
        provenance.format_provenance(document, DAY)[2]
        == "Passages: 17 machine, 1 edited, 1 not translated; 1 verified."
    )
    verified = {i: replace(p, status=Status.VERIFIED) for i, p in document.passages.items()}
    document.passages = verified
    assert provenance.is_machine(document), "one sentence has no translation yet"
    (missing,) = (s for s in document.article.sentences() if s.id not in verified)
    document.passages[missing.id] = replace(verified[0], sentence=missing)
    lines = provenance.format_provenance(document, None)
    assert lines[0].startswith("Translation from French, every passage verified, by Vis-à-vis")
    assert lines[2:] == ["Passages: 18 machine, 1 edited; 19 verified."]
    document.passages[0] = replace(verified[0], status=Status.EDITED)
    assert lines[0] != provenance.format_provenance(document, None)[0]


def test_every_package_that_had_a_part_in_it_is_named() -> None:
    document = sample()
    other = PackageInfo("other", "2.0", "installed", "1" * 64)
    document.passages[0] = replace(document.passages[0], package=other)
    assert [package.name for package in provenance.list_packages(document)] == ["translate-fr_en", "other"]
    assert f"package other 2.0 (SHA-256 {'1' * 64})" in provenance.format_provenance(document, DAY)[0]


def test_folders_above_the_source_are_nobody_s_business() -> None:
    for form, layout in all_layouts():
        assert form.name == "json" or b"dossier" not in export(form.name, layout)
    document = sample()
    document.article = replace(document.article, path="-")
    assert provenance.get_source_name(document) == "standard input"


# what no format takes for markup


@pytest.mark.parametrize(("form", "layout"), CASES)
def test_what_no_format_can_hold_is_dropped(form: Format, layout: Layout) -> None:
    form.write(_odd(sample()), Options(layout, 2, made=DAY))


def _odd(document: Document) -> Document:
    """Put control characters, half a character and marks of order where a user or a file could have put them."""
    bad = "a\x00b\x0b\x1b[1m\ud800\ufffe\x85\u2028c"
    article: Article = document.article
    document.article = replace(article, path=f"x/{bad}<&>.docx", title=bad, author=bad)
    document.passages = {i: replace(p, target=f"{bad} {p.target}") for i, p in document.passages.items()}
    return document


def test_an_export_with_them_still_reads() -> None:
    for form, layout in all_layouts():
        text = shown(form.name, form.write(_odd(sample()), Options(layout, 2, made=DAY)))
        assert form.name == "json" or "\x1b" not in text


def test_references_are_all_in_use() -> None:
    folder: Path = reference(*all_layouts()[0]).parent
    used = {reference(form, layout).name for form, layout in all_layouts()} | {"tmx14.dtd", "xliff20.rng"}
    assert {path.name for path in folder.iterdir()} == used
