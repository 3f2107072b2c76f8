"""OpenDocument texts by hand: what LibreOffice seldom writes."""

import io
import zipfile

import pytest

from visavis.model.article import Cell, Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Block, Reading
from visavis.readers.odt.reader import read
from visavis.readers.odt.styles import _SPACES
from visavis.readers.office_styles import format_number

HEAD = "<office:document-content " + " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items()) + ">"


def packed(body: str, styles: str = "", meta: str = "", kind: str = "text", master: str = "") -> bytes:
    out = io.BytesIO()
    content = f"{HEAD}<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", content)
        if master:
            root = HEAD.replace("content", "styles", 1)
            made = f"{root}<office:master-styles>{master}</office:master-styles></office:document-styles>"
            archive.writestr("styles.xml", made)
        if meta:
            root = HEAD.replace("content", "meta", 1)
            archive.writestr("meta.xml", f"{root}<office:meta>{meta}</office:meta></office:document-meta>")
    return out.getvalue()


def reading(body: str, styles: str = "", meta: str = "") -> Reading:
    return read(packed(body, styles, meta), "a.odt")


def blocks(body: str, styles: str = "") -> list[Block]:
    return reading(body, styles).blocks


def test_words() -> None:
    body = """<text:p>Un <text:span text:style-name="B">mot</text:span>,<text:s/>  puis<text:tab/>un
<text:a>lien</text:a><office:annotation><dc:creator>Moi</dc:creator><text:p>À voir</text:p></office:annotation>
<text:line-break/>et
<text:ruby><text:ruby-base>fin</text:ruby-base><text:ruby-text>non</text:ruby-text></text:ruby>
<text:span text:style-name="H">non</text:span>.</text:p>
<text:section text:display="none"><text:p>Non</text:p></text:section>"""
    styles = """<style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="700"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>"""
    block, comment = blocks(body, styles)
    assert block.text == "Un mot, puis un lien et fin ."
    assert block.runs == ((3, 6, True, False),)
    assert (comment.text, comment.place, comment.role) == ("À voir", "comment 1", Role.ASIDE)


def test_lists_that_count_and_go_on() -> None:
    level = '<text:list-level-style-number text:level="{}" style:num-format="{}" style:num-suffix="{}" {}/>'
    styles = '<text:list-style style:name="L">{}{}{}</text:list-style>'.format(
        level.format(1, "1", ".", ""),
        level.format(2, "i", ")", 'style:num-prefix="("'),
        level.format(3, "A", "", 'text:start-value="3"'),
    )
    item = "<text:list-item><text:p>x</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("<text:list>" + item.format("") + "</text:list>") * 2 + "</text:list>"
    header = "<text:list-header><text:p>x</text:p></text:list-header>"
    more = '<text:list-item text:start-value="7"><text:p>x</text:p><text:p>x</text:p></text:list-item>'
    body = f"""<text:list text:style-name="L">{header}{item.format("")}{item.format(inner)}</text:list>
<text:list text:style-name="L" text:continue-numbering="true">{item.format("")}{more}</text:list>
<text:list text:style-name="L">{item.format("")}</text:list>
<text:list text:style-name="inconnu">{item.format("")}</text:list>"""
    assert [(block.level, block.text) for block in blocks(body, styles)] == [
        (0, "x"),
        (0, "1. x"),
        (0, "2. x"),
        (1, "(i) x"),
        (2, "C x"),
        (1, "(ii) x"),
        (2, "C x"),
        (0, "3. x"),
        (0, "7. x"),
        (0, "x"),
        (0, "1. x"),
        (0, "x"),
    ]


def test_headings_titles_and_contents() -> None:
    body = """<text:p text:style-name="P1">Un</text:p><text:h text:outline-level="3">Deux</text:h><text:h>Trois</text:h>
<text:table-of-content><text:index-body><text:p>Quatre</text:p></text:index-body></text:table-of-content>
<text:p text:style-name="Title">Cinq</text:p><text:p text:style-name="Illustration">Six</text:p>
<text:list><text:list-item><text:h text:outline-level="2">Sept</text:h></text:list-item></text:list>"""
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    styles += '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="P1"/>'  # a circle
    assert [(block.role.value, block.level) for block in blocks(body, styles)] == [
        ("title", 0),
        ("heading", 3),
        ("heading", 1),
        ("aside", 0),
        ("heading", 1),
        ("caption", 0),
        ("heading", 2),
    ]


def test_tables() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    body = f"""<table:table><table:table-row table:number-rows-repeated="4">
<table:table-cell table:number-columns-repeated="2"/>{cell.format("", "a")}</table:table-row>
<table:table-row>{cell.format(' table:number-columns-spanned="2"', "b")}<table:covered-table-cell/>
{cell.format("", "c")}</table:table-row></table:table><text:p>entre</text:p>
<table:table><table:table-row>{cell.format("", "x" * 1001)}
{cell.format("", "une colonne")}</table:table-row></table:table>
<table:table><table:table-row table:number-rows-repeated="99999999">{cell.format("", "d")}{cell.format("", "e")}
</table:table-row></table:table>"""
    assert [(block.text[:11], block.cell) for block in blocks(body)] == [
        ("a", Cell(1, 1, 3)),
        ("b", Cell(1, 5, 1)),
        ("c", Cell(1, 5, 3)),
        ("entre", None),
        ("x" * 11, None),
        ("une colonne", None),
        ("d", Cell(2, 1, 1)),
        ("e", Cell(2, 1, 2)),
    ]
    assert [block.cell.wide for block in blocks(body) if block.cell] == [1, 2, 1, 1, 1]


def test_notes_and_text_boxes_are_in_no_list() -> None:
    note = '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>{}</text:note>'
    box = "<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame>"
    notes = note.format(
        "footnote", "<text:note-body><text:p>A</text:p><text:p>B</text:p></text:note-body>"
    ) + note.format("endnote", "<text:p>C</text:p>")
    found = blocks(f"<text:list><text:list-item><text:p>Un{notes}{box} mot</text:p></text:list-item></text:list>")
    assert [(block.role, block.place, block.text) for block in found] == [
        (Role.LIST, "", "Un mot"),
        (Role.BODY, "", "Encadré"),
        (Role.ASIDE, "footnote 1", "A"),
        (Role.ASIDE, "footnote 1", "B"),
        (Role.ASIDE, "endnote 1", "C"),
    ]


def test_what_the_file_says_of_itself() -> None:
    meta = "<dc:title>Titre</dc:title><dc:creator>Zoé Naïm</dc:creator><dc:date>2024-03-08T07:00:00</dc:date>"
    assert reading("<text:p>x</text:p>", meta=meta)[1:5] == ("Titre", "Zoé Naïm", "2024-03-08", "")
    assert reading("<text:p>x</text:p>", meta="<dc:title>Sans titre</dc:title><dc:date>?</dc:date>")[1:4] == (
        "",
        "",
        "",
    )


def test_no_text() -> None:
    with pytest.raises(InputError, match=r"^a\.odt: it is an OpenDocument file, but no text$"):
        read(packed("", kind="spreadsheet"), "a.odt")
    with pytest.raises(EmptyInput, match=r"^a\.odt: it is an OpenDocument text without words$"):
        read(packed("<text:p> </text:p>"), "a.odt")


def test_numbers() -> None:
    shown = [format_number(number, style) for style in "1aAiI" for number in (1, 26, 27, 0, 3999, 10**9)]
    assert shown == [
        *("1", "26", "27", "0", "3999", "1000000000"),
        *("a", "z", "aa", "0", "3999", "1000000000"),
        *("A", "Z", "AA", "0", "3999", "1000000000"),
        *("i", "xxvi", "xxvii", "0", "mmmcmxcix", "1000000000"),
        *("I", "XXVI", "XXVII", "0", "MMMCMXCIX", "1000000000"),
    ]
