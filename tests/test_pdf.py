import io
import json
import subprocess
import sys
import threading
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_html import shown
from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.open import open_path
from visavis.readers.pdf import worker as pdf_apart
from visavis.readers.pdf.characters import Fragment, PageFragments, TextStyle
from visavis.readers.pdf.columns import build_lines
from visavis.readers.pdf.paragraphs import build_blocks
from visavis.readers.pdf.reader import read

FILES = Path(__file__).resolve().parent / "files" / "pdf"
READABLE = sorted(path for path in FILES.glob("*.pdf") if path.with_suffix(".expected").exists())
PLAIN = TextStyle(10.0, bold=False, italic=False)


def texts(*pages: list[Fragment]) -> list[str]:
    return [block.text for block in build_blocks(build_lines([PageFragments(800.0, page, 1, 0) for page in pages]))]


def at(y: float, text: str, x: float = 50.0, style: TextStyle = PLAIN, wide: float | None = None) -> Fragment:
    """Return a fragment whose letters are half as wide as high."""
    return Fragment(x, x + (wide or len(text) * style.size / 2), y, style.size, ((text, style),))


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_real_files(path: Path) -> None:
    assert shown(read(path.read_bytes(), path.name)) == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_file_through_the_house() -> None:
    article = open_path(FILES / "libre.pdf")
    assert (article.kind, article.author) == ("pdf", "Hélène Marchetti")
    assert article.title == "Le pont de Saint-Aubin rouvrira en juin, après deux ans de travaux"
    assert {paragraph.place for paragraph in article.paragraphs} == {"page 1"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("encrypted", "it is protected by a password; save it without one first"),
    ],
)
def test_refused(name: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        read((FILES / f"{name}.pdf").read_bytes(), "a.pdf")
    assert str(caught.value) == f"a.pdf: {sentence}"


def test_damaged_and_empty() -> None:
    for data in (b"", b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", (FILES / "one.pdf").read_bytes()[:300]):
        with pytest.raises(InputError, match=r"^a\.pdf: it is damaged, and cannot be read as a PDF; fetch it again$"):
            read(data, "a.pdf")
    document, raw = pdfium.PdfDocument.new(), io.BytesIO()
    document.new_page(100, 100)
    document.save(raw)
    with pytest.raises(EmptyInput, match="it contains no text"):
        read(raw.getvalue(), "a.pdf")


def test_damaged_metadata_says_nothing() -> None:
    """The author's name, which LibreOffice writes as UTF-16 in hexadecimal digits, becomes half a pair."""
    raw = (FILES / "libre.pdf").read_bytes()
    broken = raw.replace(b"/Author<FEFF0048", b"/Author<FEFFD800")
    assert broken != raw
    assert read(broken, "a.pdf") == read(raw, "a.pdf")._replace(author="")


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_page_that_lies_on_its_side(turns: int) -> None:
    document, raw = pdfium.PdfDocument(FILES / "libre.pdf"), io.BytesIO()
    document[0].set_rotation(turns)
    document.save(raw)
    wanted = read((FILES / "libre.pdf").read_bytes(), "a.pdf")
    assert [block[:2] for block in read(raw.getvalue(), "a.pdf").blocks] == [block[:2] for block in wanted.blocks]


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_text_turned_to_be_upright_on_a_turned_page(turns: int) -> None:
    document, raw = pdfium.PdfDocument(FILES / "libre.pdf"), io.BytesIO()
    page = document[0]
    width, height = page.get_size()
    moved = {90: (height, 0), 180: (width, height), 270: (0, width)}[turns]
    matrix = pdfium.PdfMatrix().rotate(turns, ccw=True).translate(*moved)
    for thing in page.get_objects():
        thing.transform(matrix)
    page.set_mediabox(*((0, 0, height, width) if turns != 180 else (0, 0, width, height)))
    page.set_rotation(turns)
    page.gen_content()
    document.save(raw)
    assert shown(read(raw.getvalue(), "a.pdf")) == (FILES / "libre.expected").read_text(encoding="utf-8")


def test_a_process_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "_PATIENCE", 0.0)
    with pytest.raises(InputError, match="far larger than an article"):
        open_path(FILES / "one.pdf")


def test_the_program_reads_a_pdf_as_its_own_interpreter() -> None:
    command = [sys.executable, "-m", "visavis", "-m", "visavis.readers.pdf.worker"]
    done = subprocess.run(command, input=(FILES / "one.pdf").read_bytes(), capture_output=True, check=True)
    _, count, *pages = map(json.loads, done.stdout.splitlines())
    assert count == len(pages) > 0 and all(pages)


def test_many_threads() -> None:
    data, wanted = (FILES / "one.pdf").read_bytes(), (FILES / "one.expected").read_text(encoding="utf-8")
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(shown(read(data, "a")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8


def test_heads_feet_and_numbers_are_dropped() -> None:
    body = ["Le maire a parlé hier.", "La salle a applaudi.", "Nul ne l’a contredit."]
    pages = [
        [at(780, "Le Journal"), at(400, text), at(20, f"– {n} –"), at(770, "Édition")] for n, text in enumerate(body)
    ]
    assert texts(*pages) == body
    assert texts([at(780, "Le Journal"), at(400, body[0])]) == ["Le Journal", body[0]]


def test_columns() -> None:
    left = [at(700 - 12 * n, f"Une ligne de la gauche, {n} ou", wide=200) for n in range(5)]
    right = [at(700 - 12 * n, f"ligne de la droite, {n} puis", x=280, wide=200) for n in range(5)]
    title, foot = at(740, "Un titre au-dessus des deux colonnes", wide=430), at(600, "Une ligne au-dessous.", wide=430)
    mixed = [piece for pair in zip(right, left, strict=True) for piece in pair]
    joined = " ".join(fragment.text for fragment in (*left, *right))
    assert texts([foot, *mixed, title]) == ["Un titre au-dessus des deux colonnes", joined, "Une ligne au-dessous."]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Syrah", "16 août"), ("Carignan", "2 septembre"), ("Grenache", "8 septembre"), ("Muscat", "11 août")]
    page = [at(700 - 20 * n, text, x=50 + 200 * c) for n, row in enumerate(rows) for c, text in enumerate(row)]
    assert texts(page) == [" ".join(row) for row in rows]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Tout le gouverne-", "ment était là.", "Tout le gouvernement était là."),
        ("Avec son porte-", "parole, il partit.", "Avec son porte-parole, il partit."),
        ("Le vice-prési\u00ad", "dent est parti.", "Le vice-président est parti."),
        ("Il est parti aux États-", "Unis hier.", "Il est parti aux États-Unis hier."),
    ],
)
def test_hyphens(first: str, second: str, whole: str) -> None:
    assert texts([at(400, first), at(388, second)]) == [whole]
    assert texts([at(100, first)], [at(700, second)]) == [whole]


def test_paragraphs_by_indent_space_and_room() -> None:
    full = "Une ligne qui va jusqu’au bout de sa colonne, oui"
    assert texts([at(400, full), at(388, "et finit."), at(376, "Autre paragraphe."), at(364, full, x=60)]) == [
        f"{full} et finit.",
        "Autre paragraphe.",
        full,
    ]
    assert texts([at(y, full) for y in (400, 388, 376, 350, 338)]) == [" ".join([full] * 3), " ".join([full] * 2)]


def test_a_paragraph_goes_on_behind_a_note() -> None:
    small = TextStyle(7.0, bold=False, italic=False)
    full = "Une ligne qui va jusqu’au bout de sa colonne, oui"
    pages = [at(200, full), at(188, full), at(90, "1. Une note.", style=small)], [at(700, "et finit."), at(688, full)]
    assert texts(*pages)[0] == f"{full} {full} et finit."


def test_headings_items_and_emphasis() -> None:
    big, bold = TextStyle(20.0, bold=True, italic=False), TextStyle(10.0, bold=True, italic=False)
    full = "Une ligne qui va jusqu’au bout de sa colonne, oui"
    page = [
        *(at(700, "Le titre", style=big), at(670, full), at(658, "et sa fin."), at(640, "Un intertitre", style=bold)),
        *(at(628, full), at(616, "puis encore."), at(600, "• du pain"), at(588, "• du vin"), at(576, "1. Partir.")),
    ]
    mixed = Fragment(50, 200, 550, 10.0, (("Un ", PLAIN), ("mot", bold), (" fort.", PLAIN)))
    found = build_blocks(build_lines([PageFragments(800.0, [*page, mixed], 1, 0)]))
    assert [(block.role, block.level, block.text) for block in found] == [
        (Role.TITLE, 0, "Le titre"),
        (Role.BODY, 0, f"{full} et sa fin."),
        (Role.HEADING, 2, "Un intertitre"),
        (Role.BODY, 0, f"{full} puis encore."),
        (Role.LIST, 0, "du pain"),
        (Role.LIST, 0, "du vin"),
        (Role.LIST, 0, "1. Partir."),
        (Role.BODY, 0, "Un mot fort."),
    ]
    assert found[-1].runs == ((3, 6, True, False),)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(READABLE), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    raw = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=40)):
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(raw)), st.integers(0, len(raw))))
    try:
        read(bytes(raw[:cut]), "a.pdf")
    except InputError as error:
        assert error.reason
