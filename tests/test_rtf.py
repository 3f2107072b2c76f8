"""RTF by hand: code pages, escapes, and what programs nest in it."""

import pytest

from visavis.model.article import Cell, Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Block
from visavis.readers.open import from_bytes
from visavis.readers.rtf.reader import read

WORDS = "L’été, le cœur à l’œuvre coûte 10 €."


def blocks(body: str | bytes, head: str = r"\ansi") -> list[Block]:
    raw = body if isinstance(body, bytes) else body.encode("ascii")
    return read(rb"{\rtf1" + head.encode() + b" " + raw + b"}", "a.rtf").blocks


def texts(body: str | bytes, head: str = r"\ansi") -> list[str]:
    return [block.text for block in blocks(body, head)]


def digits(text: str, encoding: str) -> str:
    return "".join(c if c.isascii() else "".join(rf"\'{byte:02x}" for byte in c.encode(encoding)) for c in text)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (r"\ansi", "cp1252"),
        (r"\ansi\ansicpg1252", "cp1252"),
        (r"\ansi\ansicpg1254", "cp1254"),
        (r"\ansi\ansicpg65001", "utf-8"),
        (r"\mac", "mac_roman"),
        (r"\ansi\ansicpg10000", "mac_roman"),
        (r"\mac\deff0{\fonttbl{\f0\fcharset0 Times;}}\f0", "mac_roman"),
        (r"\ansi\deff0{\fonttbl{\f0\fnil\fcharset77 Geneva;}}\f0", "mac_roman"),
        (r"\ansi\ansicpg1250\deff0{\fonttbl{\f0\fcharset0 Times;}}\f0", "cp1252"),
    ],
)
def test_code_pages(head: str, encoding: str) -> None:
    assert texts(digits(WORDS, encoding), head) == [WORDS]


@pytest.mark.parametrize(("head", "encoding"), [(r"\pc", "cp437"), (r"\pca", "cp850"), (r"\ansi\ansicpg850", "cp850")])
def test_old_code_pages(head: str, encoding: str) -> None:
    assert texts(digits("L'été, déjà : ça gèle.", encoding), head) == ["L'été, déjà : ça gèle."]


def test_a_font_has_its_own_code_page_until_its_group_ends() -> None:
    head = r"\ansi{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\cpg1253 Times Greek;}}"
    assert texts(r"caf\'e9 {\f1 \'cc\'e8\'f0} {\f2 \'e1} \'e9", head) == ["café Мир α é"]


def test_letters_that_are_not_in_digits() -> None:
    assert texts("déjà".encode("cp1252")) == texts("déjà".encode()) == ["déjà"]


def test_unicode_and_what_stands_in_for_it() -> None:
    assert texts(r"\u233?t\u233\'e9, \u8364 ?10, \uc0\u171 ab\u187\uc3\u8217\'e2\'80\'99s {\uc2 \u339 oe}!") == [
        "été, €10, «ab»’s œ!"
    ]
    assert texts(r"\u-10179?\u-8704? \u55357?") == ["😀 \ufffd"]
    assert texts(r"\uc1\u233\tab a\u233 {b}") == ["éaéb"]


def test_signs() -> None:
    assert texts(r"10\~h, porte\_avion, gou\-vernement \{oui\} \\ \ldblquote a\rdblquote  \endash  b\line c") == [
        "10\u00a0h, porte\u2011avion, gouvernement {oui} \\ “a” – b c"
    ]


def test_what_is_no_text() -> None:
    body = rb"""un{\*\inconnu non}{\pict\pngblip 89504e47}{\pict\bin5 }}{{{} deux{\header en-t\'eate}
{\field{\*\fldinst HYPERLINK "http://localhost/"}{\fldrslt  trois}}{\v non}
{\deleted non}{\*\annotation non}"""
    assert texts(body) == ["un deux trois"]


def test_styles_headings_and_emphasis() -> None:
    head = r"""\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2\sbasedon0\b Title;}
{\s3\b\i Chapeau;}{\s4\sbasedon1 Intertitre;}{\*\cs5 Strong;}}"""
    body = r"""\pard\plain\s2\b Un titre\par\pard\plain\s1\outlinelevel0\b Un {\i mot}\par\pard\plain\s3\b\i Gras.\par
\pard\plain\s4 Encore\par\pard\plain Un {\b mot {\i fort}} et {\b\i0 gras}.\par\pard\plain\s2 Autre titre\par"""
    found = blocks(body, head)
    assert [(block.role.value, block.level, block.text) for block in found] == [
        ("title", 0, "Un titre"),
        ("heading", 1, "Un mot"),
        ("body", 0, "Gras."),
        ("heading", 1, "Encore"),
        ("body", 0, "Un mot fort et gras."),
        ("heading", 1, "Autre titre"),
    ]
    assert [block.runs for block in found[1:5]] == [
        ((3, 6, False, True),),
        (),
        (),
        ((3, 7, True, False), (7, 11, True, True), (15, 19, True, False)),
    ]


def test_lists() -> None:
    body = r"""{\listtext\pard\plain\f3 \'b7\tab}\ls1\ilvl0 pain\par{\listtext o\tab}\ls1\ilvl1 de seigle\par\pard
{\listtext 2.\tab}\ls2 deux\par\pard{\pntext\'b7\tab}{\*\pn\pnlvlblt}vin\par\pard\li720 \bullet\tab bi\'e8re\par
3)\tab trois\par\pard - Non, dit-il.\par"""
    assert [(block.role.value, block.level, block.text) for block in blocks(body)] == [
        ("list", 0, "pain"),
        ("list", 1, "de seigle"),
        ("list", 0, "2. deux"),
        ("list", 0, "vin"),
        ("list", 1, "bière"),
        ("list", 1, "3) trois"),
        ("body", 0, "- Non, dit-il."),
    ]


def test_tables() -> None:
    first = r"\trowd\cellx999\cellx2999 \pard\intbl a\cell b\par\b c\b0\cell\row "
    rows = first + r"\trowd\cellx999\cellx3000\pard\intbl\cell d\cell\row "
    wide = r"\trowd\cellx3000\cellx4000\pard\intbl e\cell\pard\intbl f\cell\row "
    nested = r"\pard\intbl x\cell\pard\intbl\itap2 y\nestcell{\*\nesttableprops\nestrow}\pard\intbl z\cell\row"
    found = blocks(rf"avant\par {rows}{wide}\pard entre\par\trowd {nested}\pard fin")
    assert [(block.text, block.cell) for block in found] == [
        ("avant", None),
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 2)),
        ("c", Cell(1, 1, 2)),
        ("d", Cell(1, 2, 2)),
        ("e", Cell(1, 3, 1)),
        ("f", Cell(1, 3, 3)),
        ("entre", None),
        ("x", Cell(2, 1, 1)),
        ("y", Cell(2, 1, 2)),
        ("z", Cell(2, 1, 2)),
        ("fin", None),
    ]
    assert {block.text: block.cell.wide for block in found if block.cell and block.cell.table == 1} == {
        "a": 1,
        "b": 1,
        "c": 1,
        "d": 1,
        "e": 2,
        "f": 1,
    }
    assert found[3].place == "table 1, row 1, column 2"


def test_a_frame_is_no_table() -> None:
    assert blocks(r"\trowd\pard\intbl seul\cell\row\pard")[0].cell is None


def test_notes_and_text_boxes() -> None:
    body = r"""Un{\super\chftn{\footnote\chftn\pard\plain Note un.\par Suite.}} mot{\*\footnote
\ftnalt\pard Fin.}, et{\footnote Deux.}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}
{\shptxt\pard En encadr\'e9.\par}}{\shprslt En double.}} la suite.\par"""
    assert [(block.role, block.place, block.text) for block in blocks(body)] == [
        (Role.BODY, "", "En encadré."),
        (Role.BODY, "", "Un mot, et la suite."),
        (Role.ASIDE, "footnote 1", "Note un."),
        (Role.ASIDE, "footnote 1", "Suite."),
        (Role.ASIDE, "endnote 1", "Fin."),
        (Role.ASIDE, "footnote 2", "Deux."),
    ]


def test_what_the_file_says_of_itself() -> None:
    info = r"{\info{\title L\'e9t\'e9}{\author Zo\'eb Na\'efm}{\creatim\yr2024\mo3\dy8\hr7}{\company X}}"
    reading = read(rb"{\rtf1\ansi " + info.encode() + rb"{\title non}texte}", "a.rtf")
    assert reading[1:5] == ("Lété", "Zoë Naïm", "2024-03-08", "")
    assert [block.text for block in reading.blocks] == ["texte"]


@pytest.mark.parametrize("body", ["", r"\par\par", r"{\*\generator X}", r"{\fonttbl{\f0 Times;}}"])
def test_empty(body: str) -> None:
    with pytest.raises(EmptyInput, match=r"^a\.rtf: it is an RTF file without text$"):
        blocks(body)


def test_cut_off_too_deep_and_too_large() -> None:
    for cut in (
        rb"{\rtf1\ansi Un{\b mot",
        rb"{\rtf1\ansi Un mot\par",
        rb"{\rtf1 un\bin99999999 deux}",
        rb"{\rtf1 un\'e9",
    ):
        with pytest.raises(InputError, match=r"^a\.rtf: it is damaged: its end is missing; fetch it again$"):
            from_bytes("a.rtf", cut)
    with pytest.raises(InputError, match="nested too deeply"):
        from_bytes("a.rtf", rb"{\rtf1 " + b"{" * 3000)
    with pytest.raises(InputError, match="far larger than an article"):
        from_bytes("a.rtf", rb"{\rtf1 " + rb"\b" * 1_500_001)
    assert from_bytes("a.rtf", rb"{\rtf1 un}}}{\b deux}").text == "un"
