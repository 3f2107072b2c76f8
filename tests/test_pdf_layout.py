"""How pages are set: notes, initials, shadows, lists, text set across, and what is printed in the margins."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from pdf_pages import paragraph, pdf, row, shown, width
from visavis.model.article import Role
from visavis.readers.open import from_bytes
from visavis.readers.pdf.exponents import rewrite_exponents
from visavis.readers.pdf.reader import read

TITLE = shown(60, 760, "Le vieux pont sera rénové", 20, "B")
FIRST = (
    "Le conseil municipal a voté mardi soir la rénovation du vieux pont, fermé depuis le printemps.",
    "Les travaux coûteront 2,4 millions d’euros et dureront dix mois, selon la mairie.",
)
SECOND = (
    "Le maire a promis que les commerçants seraient indemnisés. Une réunion publique aura lieu",
    "le 12 juin à la salle des fêtes.",
)
BODY = paragraph(60, 700, FIRST) + paragraph(60, 660, SECOND)
TEXTS = [" ".join(FIRST), " ".join(SECOND)]


def roles(data: bytes) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read(data, "a.pdf").blocks]


def texts(data: bytes) -> list[str]:
    return [text for _, text in roles(data)]


def printed(page: str, points: float = 11) -> bytes:
    """Return a PDF by Qt of an HTML page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    document = QTextDocument()
    font = QFont("DejaVu Sans")
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setHtml(page)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


# notes


@pytest.mark.parametrize("rise", [3, 4, 5.5])
@pytest.mark.parametrize("size", [6, 7, 8])
def test_raised_calls_of_notes_join_no_figure(rise: float, size: float) -> None:
    parts = ("La charge atteignait 2 400", 11, 0), ("1", size, rise), (" tonnes par jour, et l’usure 40 %", 11, 0)
    page = row(60, 700, *parts, ("2", size, rise))
    page += shown(60, 686, "au mois de mars dernier, selon la mairie de la commune.")
    notes = shown(60, 80, "1. Selon le rapport de 2019.", 8) + shown(60, 68, "2. Entretien du 12 juin.", 8)
    assert roles(pdf(TITLE + page + notes))[1:] == [
        (
            Role.BODY,
            "La charge atteignait 2 400 tonnes par jour, et l’usure 40 % au mois de mars dernier, selon la mairie"
            " de la commune.",
        ),
        (Role.ASIDE, "1. Selon le rapport de 2019."),
        (Role.ASIDE, "2. Entretien du 12 juin."),
    ]


def test_ordinals_powers_units_and_formulas_stay() -> None:
    texts_and_signs = (
        "Le 1",
        "er",
        " juin, 12 m",
        "2",
        " et 10",
        "3",
        " ; du CO",
        "2",
        " au XIX",
        "e",
        " siècle, n",
        "o",
        " 5.",
    )
    lowered = 7
    page = row(
        60,
        700,
        *((text, 7 if n % 2 else 11, 4 * (n % 2) if n != lowered else -3) for n, text in enumerate(texts_and_signs)),
    )
    assert texts(pdf(TITLE + page)) == [
        "Le vieux pont sera rénové",
        "Le 1er juin, 12 m² et 10³ ; du CO2 au XIXe siècle, n° 5.",
    ]


def test_notes_with_raised_numbers_and_two_lines() -> None:
    full = "Une ligne de note qui est assez longue pour aller jusqu’au bout de sa colonne, ou presque, et qui"
    notes = shown(60, 92, "1", 5) + shown(64, 89, full, 8) + shown(60, 79, "continue ici.", 8)
    notes += shown(60, 72, "2", 5) + shown(64, 69, "Entretien du 12 juin.", 8) + shown(60, 59, "* Nom changé.", 8)
    assert roles(pdf(TITLE + BODY + notes))[3:] == [
        (Role.ASIDE, f"{full} continue ici."),
        (Role.ASIDE, "Entretien du 12 juin."),
        (Role.ASIDE, "Nom changé."),
    ]


@pytest.mark.parametrize(("size", "rise"), [(7, 4), (10.7, 5)])
@pytest.mark.parametrize("calls", [("1", "2"), ("i", "ii")])
def test_a_call_may_be_roman_or_as_large_as_the_text(calls: tuple[str, str], size: float, rise: float) -> None:
    if calls[0] == "i" and size > 10:
        return
    parts = ("La charge atteignait 2 400 tonnes", 11, 0), (calls[0], size, rise), (" par jour, et l’usure 40 %", 11, 0)
    page = row(60, 700, *parts, (calls[1], size, rise)) + shown(60, 686, "au mois de mars dernier, dit la mairie.")
    assert texts(pdf(TITLE + page))[1:] == [
        "La charge atteignait 2 400 tonnes par jour, et l’usure 40 % au mois de mars dernier, dit la mairie."
    ]


def test_the_number_of_a_note_set_apart_from_it_is_no_page_number() -> None:
    notes = shown(60, 80, "1", 8) + shown(80, 80, "Selon le rapport de 2019.", 8)
    notes += shown(60, 68, "2", 8) + shown(80, 68, "Entretien du 12 juin.", 8)
    assert roles(pdf(TITLE + BODY + notes))[3:] == [
        (Role.ASIDE, "1 Selon le rapport de 2019."),
        (Role.ASIDE, "2 Entretien du 12 juin."),
    ]


@pytest.mark.usefixtures("qapp")
def test_notes_by_qt() -> None:
    html = (
        "<p>La charge atteignait 2&nbsp;400<sup>1</sup> tonnes par jour, et le taux d’usure 40&nbsp;%<sup>2</sup> en"
        " mars, sur 12 m<sup>2</sup>, le 1<sup>er</sup> juin, selon la mairie.<sup>3</sup></p>"
    )
    (body,) = texts(printed(html))
    assert body.replace("\u00a0", " ") == (
        "La charge atteignait 2 400 tonnes par jour, et le taux d’usure 40 % en mars, sur 12 m², le 1er juin,"
        " selon la mairie."
    )


def test_small_type_that_is_no_note_stays_text() -> None:
    caption = shown(60, 80, "12 juin à Lyon, la foule attend devant la mairie.", 8)
    assert roles(pdf(TITLE + BODY + caption))[-1][0] is not Role.ASIDE


# initials


@pytest.mark.parametrize(
    ("initial", "first", "begins"),
    [
        ("L", "e conseil municipal a voté mardi soir la rénovation du vieux pont,", "Le conseil"),
        ("«N", "ous irons jusqu’au bout », a dit le maire, réuni dans la salle avec", "«Nous irons"),
        ("L’", "été sera chaud, disait hier soir le maire du village à la foule, et", "L’été"),
        ("À", "la mairie, nul ne veut parler de ce vieux pont que tout le monde a", "À la mairie"),
        ("A", "Paris, nul ne veut parler de ce vieux pont que tout le monde aime,", "A Paris"),
        ("A", "près un long débat, le conseil municipal a voté mardi soir la", "Après un"),
        ("É", "LUS ET HABITANTS se sont retrouvés mardi soir dans la salle des", "ÉLUS ET"),
    ],
)
@pytest.mark.parametrize("lines", [2, 3, 4])
def test_initials(initial: str, first: str, begins: str, lines: int) -> None:
    size = 14 * lines + 6
    wide = size * 0.65 * len(initial.strip("’"))
    page = shown(60, 700 - 14 * (lines - 1), initial, size, "T")
    rest = [f"et ici la ligne numéro {number} de ce paragraphe qui est assez long" for number in range(lines - 1)]
    page += "".join(shown(60 + wide, 700 - 14 * n, line, 11, "T") for n, line in enumerate([first, *rest]))
    page += shown(60, 700 - 14 * lines, "et la dernière ligne, sous la lettre, qui finit.", 11, "T")
    page += shown(60, 700 - 14 * lines - 30, "Un autre paragraphe.", 11, "T")
    _, body, other = texts(pdf(TITLE + page))
    assert body.startswith(begins) and body.endswith("qui finit.") and all(line in body for line in rest)
    assert other == "Un autre paragraphe."


def test_a_line_that_is_still_beside_an_initial_of_which_the_foot_is_higher() -> None:
    lines = [
        "e conseil municipal a voté mardi soir la rénovation de",
        "ce vieux pont, fermé depuis le printemps, après",
        "un long débat, avec les riverains du quartier et de",
    ]
    page = shown(60, 681, "L", 40, "T") + "".join(shown(88, 700 - 12 * n, line) for n, line in enumerate(lines))
    page += shown(60, 664, "la place, qui attendent depuis longtemps ce moment.")
    assert texts(pdf(TITLE + page))[1:] == [f"L{' '.join(lines)} la place, qui attendent depuis longtemps ce moment."]


@pytest.mark.parametrize("order", ["before", "between", "after"])
def test_initials_wherever_they_are_drawn(order: str) -> None:
    cap = shown(60, 686, "L", 34, "T")
    lines = [
        shown(81, 700, "e conseil municipal a voté mardi soir la", 11, "T"),
        shown(81, 686, "rénovation.", 11, "T"),
    ]
    at = ["before", "between", "after"].index(order)
    assert texts(pdf(TITLE + "".join([*lines[:at], cap, *lines[at:]])))[1:] == [
        "Le conseil municipal a voté mardi soir la rénovation."
    ]


def test_an_initial_that_stands_up_and_one_that_hangs_in_the_margin() -> None:
    up = shown(60, 700, "L", 30, "T") + shown(79, 700, "e conseil municipal a voté mardi.", 11, "T")
    assert texts(pdf(TITLE + up))[1:] == ["Le conseil municipal a voté mardi."]
    hung = shown(40, 686, "L", 34, "T")
    lines = ["e conseil municipal a voté mardi soir la rénovation de ce pont", "et de la place, après un long débat"]
    hung += paragraph(
        62, 700, [*lines, "qui a duré toute la nuit, avec des cris, des pleurs et des rires,", "puis rien."]
    )
    assert texts(pdf(TITLE + hung))[1:] == [
        f"L{' '.join(lines)} qui a duré toute la nuit, avec des cris, des pleurs et des rires, puis rien."
    ]


# shadows


@pytest.mark.parametrize("by", ["letter", "word", "line"])
@pytest.mark.parametrize(("right", "down"), [(0.96, 0.96), (0.4, 0.0), (0.0, 0.0), (-1.2, 1.2), (1.5, 1.5)])
def test_shadows_are_read_once(by: str, right: float, down: float) -> None:
    x, parts, text = 60.0, [], "Le vieux pont s’illumine mardi"
    if by == "line":
        parts = [(x, text)]
    else:
        for word in text.split(" "):
            for part in word if by == "letter" else [word]:
                parts.append((x, part))
                x += width(part, 11)
            x += width(" ", 11)
    drawn = "".join(shown(x, 740, part) for x, part in parts)
    drawn += "".join(shown(x + right, 740 - down, part) for x, part in parts)
    assert texts(pdf(drawn + BODY))[0] == text


# lists


@pytest.mark.parametrize("mark", ["•", "–", "1.", "b.", "o"])
def test_the_lines_of_an_item_hang_together(mark: str) -> None:
    item = ("Le trottoir sera élargi du côté de la gare, de la mairie et du parc", "Saint-Jean et Saint-Paul compris.")
    page = shown(60, 700, "Trois chantiers sont prévus, selon la mairie de la commune, d’après un rapport du mois.")
    page += shown(70, 650, mark) + shown(85, 650, "Le tablier sera remplacé.")
    page += shown(70, 630, mark) + shown(85, 630, item[0]) + shown(85, 616, item[1])
    page += shown(60, 590, "Le conseil votera.")
    found = texts(pdf(TITLE + page))
    number = f"{mark} " if mark in {"1.", "b.", "–"} else ""
    assert found[2:] == [f"{number}Le tablier sera remplacé.", f"{number}{' '.join(item)}", "Le conseil votera."]


# text set across


@pytest.mark.parametrize("turn", ["0 1 -1 0", "6.12323e-17 1 -1 6.12323e-17"])
def test_a_page_set_across_is_read(turn: str) -> None:
    across = shown(55, 60, "Le calendrier des travaux", 16, "B", turn)
    across += "".join(
        shown(x, 60, line, 11, "H", turn) for x, line in zip((95, 109, 134, 148), FIRST + SECOND, strict=True)
    )
    number = shown(290, 30, "2", 9)
    assert texts(pdf(TITLE + BODY, across + number))[3:] == ["Le calendrier des travaux", *TEXTS]
    assert texts(pdf(across + shown(290, 30, "Page 1", 9))) == ["Le calendrier des travaux", *TEXTS]


def test_long_text_across_follows_that_of_its_page_and_a_credit_is_left_out_and_said() -> None:
    across = shown(560, 300, f"{FIRST[0]} {FIRST[1]}", 7, "H", "0 1 -1 0")
    assert texts(pdf(TITLE + BODY + across)) == ["Le vieux pont sera rénové", *TEXTS, TEXTS[0]]
    credit = shown(560, 300, "Photo : Marie Durand / AFP", 7, "H", "0 1 -1 0")
    article = from_bytes("a.pdf", pdf(TITLE + BODY + credit))
    assert "Durand" not in article.text
    assert list(map(str, article.notes)) == ["1 short text set across the page was left out"]


def test_exponents_are_rewritten_in_place_and_only_in_a_matrix() -> None:
    raw = b"BT 6.12323e-17 1 -1 -1.5E-1 95 60 Tm (1 2 3 4 5e-3 6 Tmax 5e-3) Tj 2.5e+1 0 0 1 0 0 cm"
    assert rewrite_exponents(raw) == (
        b"BT 0.000000000 1 -1 -0.1500 95 60 Tm (1 2 3 4 5e-3 6 Tmax 5e-3) Tj 25.000 0 0 1 0 0 cm"
    )
    made = pdf(TITLE + BODY)
    assert rewrite_exponents(made) == made


# margins


def test_a_title_that_all_pages_repeat_stands_on_the_first() -> None:
    second = paragraph(60, 700, ("Les riverains réclament aussi une piste cyclable sur le pont.",))
    assert texts(pdf(TITLE + BODY, TITLE + second)) == [
        "Le vieux pont sera rénové",
        *TEXTS,
        "Les riverains réclament aussi une piste cyclable sur le pont.",
    ]
    head = shown(60, 800, "Le vieux pont sera rénové - Le Courrier", 9)
    assert texts(pdf(TITLE + BODY, head + second)) == texts(pdf(TITLE + BODY, TITLE + second))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (
            ("Le vieux pont sera rénové - Le Courrier du Val", "https://www.courrier.example/pont"),
            ("1 sur 1", "06/12/2023, 14:12"),
        ),
        (("06/12/2023 14:12", "Le vieux pont sera rénové - Le Courrier"), ("https://www.courrier.example/pont", "1/1")),
        (("12/6/23, 2:12 PM", "Le vieux pont sera rénové"), ("file:///home/marie/pont.html", "1/1")),
        (("Le vieux pont sera rénové", ""), ("https://www.courrier.example/pont", "Page 1 sur 1")),
        (
            ("Le vieux pont sera rénové | Le Courrier", "06/12/2023 14:12"),
            ("www.courrier.example/pont", "Page 1 sur 1"),
        ),
        (("mercredi 6 décembre 2023 14:12", "Le vieux pont sera rénové"), ("", "1/1")),
        (
            ("6 décembre 2023 à 14:12", "Le vieux pont sera rénové"),
            ("about:reader?url=https%3A%2F%2Fa.example", "1 sur 1"),
        ),
    ],
)
def test_what_browsers_print_on_a_single_page(head: tuple[str, str], foot: tuple[str, str]) -> None:
    page = (
        shown(28, 820, head[0], 8)
        + shown(380, 820, head[1], 8)
        + shown(28, 18, foot[0], 8)
        + shown(500, 18, foot[1], 8)
    )
    wanted = ["Le vieux pont sera rénové", *TEXTS]
    found = texts(pdf(page + TITLE + BODY))
    assert found == (wanted if head[1] else [head[0], *wanted])  # a title alone might be the article's


def test_a_source_at_the_foot_of_the_text_stays() -> None:
    source = shown(60, 60, "Source : https://www.insee.example/pont", 8)
    assert texts(pdf(TITLE + BODY + source))[-1] == "Source : https://www.insee.example/pont"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_all_of_it_on_a_page_that_lies_on_its_side(rotate: int) -> None:
    document, raw = pdfium.PdfDocument(pdf(TITLE + BODY, rotate=rotate)), io.BytesIO()
    document.save(raw)
    assert texts(raw.getvalue()) == ["Le vieux pont sera rénové", *TEXTS]
