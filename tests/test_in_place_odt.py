"""An OpenDocument text translated in place: what is no text stays between its words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import test_odt
from test_in_place_lines import translated
from tiny import TINY
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import open_path


def odt(tmp_path: Path, body: str, styles: str = "") -> str:
    """Return the text of an OpenDocument text translated in place."""
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed(body, styles))
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("content.xml").decode()
    return made.partition("<office:text>")[2].partition("</office:text>")[0]


def test_headers_footers_and_comments_are_translated(tmp_path: Path) -> None:
    master = (
        "<style:master-page><style:header><text:p>Document de travail</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>3</text:page-number> sur 12</text:p></style:footer>"
        '<style:footer-left style:display="false"><text:p>Premier point.</text:p></style:footer-left>'
        "</style:master-page>"
    )
    author, said = "<dc:creator>Marie Petit</dc:creator>", "<text:p>La séance est levée.</text:p>"
    comment = f"<office:annotation>{author}{said}</office:annotation>"
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed(f"<text:p>Le conseil{comment} a voté.</text:p>", master=master))
    archive = zipfile.ZipFile(io.BytesIO(translated(path)))
    words = re.findall(r">([^<>]*\w[^<>]*)<", archive.read("styles.xml").decode())
    assert words == ["Working document", "Page ", "3", " of 12", "Premier point."]
    content = archive.read("content.xml").decode()
    assert "<dc:creator>Marie Petit</dc:creator><text:p>The meeting is over.</text:p>" in content
    assert (
        "".join(re.findall(r">([^<>]*)<", content.replace("The meeting is over.", "")))
        .strip()
        .startswith("The council")
    )


def test_a_comment_begins_before_the_words_it_is_on(tmp_path: Path) -> None:
    begin = '<office:annotation office:name="1"><text:p>La séance est levée.</text:p></office:annotation>'
    end = '<office:annotation-end office:name="1"/>'
    made = odt(tmp_path, f"<text:p>Le {begin}conseil{end} a voté.</text:p>")
    begin = begin.replace("La séance est levée.", "The meeting is over.")
    assert made == f"<text:p>{begin}The council voted.{end}</text:p>"


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>La séance est levée.</text:p></text:note-body></text:note>"
)
STYLES = """<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="L" style:family="text"><style:text-properties fo:language="fr" fo:country="BE"/>
</style:style>"""


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            f"Le pont{NOTE} est fermé depuis le printemps, et le maire a promis des indemnités.",
            "The bridge has been closed since spring"
            + NOTE.replace("La séance est levée.", "The meeting is over.")
            + ", and"
            " the mayor has promised compensation.",
        ),
        (
            'Le maire a publié <text:a xlink:href="x">le rapport complet</text:a> sur le site.',
            'The mayor published <text:a xlink:href="x">the full report</text:a> on the site.',
        ),
        (
            'Voir la figure <text:bookmark-ref text:ref-name="x">3</text:bookmark-ref> et la page <text:page-number>12'
            "</text:page-number>.",
            'See figure <text:bookmark-ref text:ref-name="x">3</text:bookmark-ref> and page <text:page-number>12'
            "</text:page-number>.",
        ),
        ("Budget<text:tab/>2 400 000 €", "Budget (EN)<text:tab/>€2,400,000"),
        ("Jean Durand<text:line-break/>75001 Paris", "Jean Durand<text:line-break/>75001 Paris"),
        (
            'Le maire, <text:bookmark-start text:name="b"/>Jean Durand<text:bookmark-end text:name="b"/>, a parlé.',
            'The mayor, <text:bookmark-start text:name="b"/>Jean Durand<text:bookmark-end text:name="b"/>, spoke.',
        ),
        (
            'Le maire, <text:span text:style-name="B">Jean Durand</text:span>, a parlé.'
            '<text:span text:style-name="H"> Non.</text:span>',
            'The mayor, <text:span text:style-name="B">Jean Durand</text:span>, spoke.'
            '<text:span text:style-name="H"> Non.</text:span>',
        ),
        (
            'Le taux est de 40 %<text:span text:style-name="S">2</text:span> en mars.',
            'The rate is 40%<text:span text:style-name="S">2</text:span> in March.',
        ),
        (
            '<text:span text:style-name="L">Le conseil a voté.</text:span>',
            '<text:span text:style-name="L">The council voted.</text:span>',
        ),
    ],
)
def test_opendocument_texts(body: str, wanted: str, tmp_path: Path) -> None:
    assert odt(tmp_path, f"<text:p>{body}</text:p>", STYLES) == f"<text:p>{wanted}</text:p>"


def test_what_stays_in_french_has_a_background(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed('<text:p>Le conseil a voté. Une phrase <text:span text:style-name="B">inconnue'
                                     "</text:span>.</text:p>", STYLES))  # fmt: skip
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("content.xml").decode()
    (style,) = re.findall(r'style:name="(\w+)" style:family="text"><style:text-properties fo:background-color', made)
    marked = f'<text:span text:style-name="{style}">'
    assert f"The council voted. {marked}Une phrase </text:span>" in made
    assert f'<text:span text:style-name="B">{marked}inconnue</text:span></text:span>{marked}.</text:span>' in made


def test_an_item_of_an_opendocument_list_bears_its_number_once(tmp_path: Path) -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="."/></text:list-style>'
    )
    item = '<text:list text:style-name="L"><text:list-item><text:p>{}</text:p></text:list-item></text:list>'
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed(item.format("Premier point."), styles))
    article = segment_article(open_path(path), FrenchSegmenter())
    english = {s.id: Passage(s, s.text.replace("Premier point", "First point"), 0.0) for s in article.sentences()}
    made = FORMATS["odt"].write(Document(article, TINY, english), Options(Layout.IN_PLACE, provenance=False))
    assert item.format("First point.") in zipfile.ZipFile(io.BytesIO(made)).read("content.xml").decode()


def test_a_real_opendocument_text_keeps_all_but_its_words(tmp_path: Path) -> None:
    source = Path(__file__).parent / "files" / "odt" / "enquete.odt"
    article = segment_article(open_path(source), FrenchSegmenter())
    loud = {s.id: Passage(s, s.text.upper(), 0.0) for s in article.sentences()}
    out = tmp_path / "out.odt"
    out.write_bytes(FORMATS["odt"].write(Document(article, TINY, loud), Options(Layout.IN_PLACE, provenance=False)))
    again = segment_article(open_path(out), FrenchSegmenter())
    assert [(p.role, p.level, p.place, p.cell, p.key) for p in again.paragraphs] == [
        (p.role, p.level, p.place, p.cell, p.key) for p in article.paragraphs
    ]
    assert again.text.split() == article.text.upper().split()
    before, after = (zipfile.ZipFile(path) for path in (source, out))
    assert after.namelist() == before.namelist()
    assert after.infolist()[0].compress_type == zipfile.ZIP_STORED
    for name in set(before.namelist()) - {"content.xml", "styles.xml", "meta.xml"}:
        assert after.read(name) == before.read(name)
    tags = (
        [len(re.findall(f"<{tag}\\b", path.read("content.xml").decode())) for path in (before, after)]
        for tag in ("text:note", "text:a", "draw:frame", "table:table-cell", "text:list-item", "text:tab")
    )
    assert all(first == last for first, last in tags)


def test_provenance_and_language_of_an_opendocument_text(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed("<text:p>Le conseil a voté.</text:p>", STYLES))
    made = zipfile.ZipFile(io.BytesIO(translated(path, provenance=True))).read("content.xml").decode()
    assert re.search(r"The council voted\.</text:p><text:p [^>]*>Machine translation from French", made)
    assert 'fo:language="en" fo:country="GB"' in made


def test_only_an_opendocument_text_is_translated_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(test_odt.packed("<text:p>Le conseil a voté.</text:p>"))
    held = Document(segment_article(open_path(path), FrenchSegmenter()), TINY)
    held.article = replace(held.article, kind="docx")
    with pytest.raises(OutputError, match="it is no OpenDocument text"):
        FORMATS["odt"].write(held, Options(Layout.IN_PLACE))
    held.article = replace(held.article, kind="odt")
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(OutputError, match="it has changed since it was read"):
        FORMATS["odt"].write(held, Options(Layout.IN_PLACE))
