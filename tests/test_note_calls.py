"""The numbers that call notes are no figures of the text, whatever the markup; powers and ordinals are."""

import pytest

from pages import NEWS, TITLE, article, paragraphs, texts
from visavis.model.article import Role
from visavis.readers.html.reader import read_page
from visavis.readers.plain.markdown import read_blocks as markdown_blocks
from visavis.readers.plain.text import read_blocks as text_blocks


def line(markup: str) -> str:
    return " ".join(block.text for block in read_page(f"<html><body><p>{markup}</p></body></html>", whole=True).blocks)


@pytest.mark.parametrize(
    "call",
    [
        '<sup><a href="#fn1" id="r1">1</a></sup>',
        '<a href="#fn1"><sup>1</sup></a>',
        '<a href="https://exemple.fr/pont#fn1"><sup>1</sup></a>',
        "<sup>1</sup>",
        "<sup>12</sup>",
        "<sup>[1]</sup>",
        "<sup>(1)</sup>",
        "<sup>1,2</sup>",
        '<sup><a href="#a">1</a>, <a href="#b">2</a></sup>',
        "<sup>*</sup>",
        '<a href="#_ftn1" name="_ftnref1">[1]</a>',
        '<a href="#nb1">(1)</a>',
        '<span class="spip_note_ref">&nbsp;[<a href="#nb1" class="spip_note" rel="appendix">1</a>]</span>',
        '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
        '<sup class="reference"><a href="#cite_note-1">1</a></sup><sup class="reference cite_virgule">,</sup>'
        '<sup class="reference"><a href="#cite_note-2">2</a></sup>',
        '<span id="easy-footnote-1"></span>'
        '<span class="easy-footnote"><a href="#easy-footnote-bottom-1"><sup>1</sup></a></span>',
        '<sup class="footnote-ref"><a href="#fn:1" class="footnote">1</a></sup>',
        '<a href="#fn1" class="footnote-ref" role="doc-noteref">1</a>',
        '<span style="vertical-align: super">1</span>',
        '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<sup><a href="#note-a">a</a></sup>',
        '<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">1</a></sup>'
        '<span class="modern-footnotes-footnote__note">Relevés de 2023.</span>',
    ],
)
def test_a_call_is_no_figure(call: str) -> None:
    assert line(f"La charge atteignait 2 400{call} tonnes.") == "La charge atteignait 2 400 tonnes."
    assert line(f"Il a dépassé les 40 %{call}, dit-il{call}.") == "Il a dépassé les 40 %, dit-il."
    assert line(f"Le « pont »{call} a été fermé{call}") == "Le « pont » a été fermé"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("12 m<sup>2</sup> et 3 km<sup>3</sup>", "12 m2 et 3 km3"),
        ("400 mètres<sup>2</sup> pour 12 €<sup>99</sup> pièce", "400 mètres² pour 12 €99 pièce"),
        ("12,5 m<sup>3</sup>/s", "12,5 m3/s"),
        ("10<sup>3</sup> fois et 10<sup>-6</sup>", "10³ fois et 10⁻⁶"),
        ("2<sup>8</sup> cas", "2⁸ cas"),
        ("x<sup>2</sup> + y<sup>2</sup>", "x2 + y2"),
        ("CO<sub>2</sub> et CO<sup>2</sup>", "CO2 et CO2"),
        ("le <sup>14</sup>C", "le 14C"),
        ("1<sup>er</sup>, 2<sup>e</sup>, n<sup>o</sup> 3, M<sup>me</sup> Petit", "1er, 2e, no 3, Mme Petit"),
        ("la marque<sup>®</sup> et 3<sup>ème</sup>", "la marque® et 3ème"),
        ('voir <a href="#p">la page 3</a> et <a href="/a">2024</a>', "voir la page 3 et 2024"),
        ("un <a href='/n'>[vidéo]</a>", "un [vidéo]"),
        ("un crochet [sic] et (1) un tiret", "un crochet [sic] et (1) un tiret"),
    ],
)
def test_powers_ordinals_and_words_stay(markup: str, expected: str) -> None:
    assert line(markup) == expected


@pytest.mark.parametrize(
    "raised",
    [
        "<sup>2</sup><sup>1</sup>",
        "<sup>21</sup>",
        "<sup>2 1</sup>",
        "<sup>2(1)</sup>",
        '<sup>2<a href="#n1">1</a></sup>',
        '<sup>2</sup><sup><a href="#n1">1</a></sup>',
    ],
)
def test_a_call_after_an_exponent_is_taken_from_it(raised: str) -> None:
    assert line(f"Ses 12 m{raised} suffisent.") == "Ses 12 m2 suffisent."
    assert line("Ses 12 m²<sup>1</sup>, 3 m³⁽ et 12 m²¹ suffisent.") == "Ses 12 m², 3 m³⁽ et 12 m² suffisent."


def test_calls_that_were_typed_as_raised_figures() -> None:
    said = "Les 2 400 tonnes¹ de 10³ m² sur 400 mètres² suffisent²."
    wanted = "Les 2 400 tonnes de 10³ m² sur 400 mètres² suffisent."
    assert line(said) == wanted
    assert markdown_blocks(said)[0].text == wanted
    blocks = text_blocks(f"{said}\n\n¹ Relevés de 2023.")
    assert [(block.role, block.text) for block in blocks] == [(Role.BODY, wanted), (Role.ASIDE, "Relevés de 2023.")]


@pytest.mark.parametrize(
    "notes",
    [
        '<p id="fn1">1. Relevés de 2023.</p><p id="fn2">2. Rapport de 2019.</p>',
        '<ol><li id="fn1">Relevés de 2023. <a href="#r1">↩</a></li><li id="fn2">Rapport de 2019.</li></ol>',
        '<div class="footnotes"><p>1. Relevés de 2023.</p><p>2. Rapport de 2019.</p></div>',
        '<p><a name="fn1" href="#r1">[1]</a> Relevés de 2023.</p>'
        '<p><a name="fn2" href="#r2">[2]</a> Rapport de 2019.</p>',
    ],
)
def test_the_notes_at_the_foot_are_beside_the_text(notes: str) -> None:
    first, second, *rest = NEWS
    calls = f'<p>{first[:-1]}<sup><a href="#fn1" id="r1">1</a></sup>.</p>'
    calls += f'<p>{second[:-1]}<a href="#fn2" id="r2"><sup>2</sup></a>.</p>'
    read = article(f"<article><h1>{TITLE}</h1>{calls}{paragraphs(*rest)}{notes}</article>")
    assert texts(read, Role.BODY, Role.LIST) == [*NEWS]
    assert [text[-8:] for text in texts(read, Role.ASIDE)] == ["de 2023.", "de 2019."]


def test_notes_numbered_as_links_are_in_markdown() -> None:
    text = "Les tonnes[1] sont là [2]. Voir [ici][3] et [là][4], [12] et [fin](#1).[^a]\n\n"
    text += "[1]: Relevés de 2023.\n[2]: Rapport de l’agence.\n"
    text += "[3]: https://exemple.fr\n[4]: https://exemple.fr 'Le titre'\n\n[^a]: Idem.\n"
    assert [(block.role, block.text) for block in markdown_blocks(text)] == [
        (Role.BODY, "Les tonnes sont là. Voir ici et là, [12] et fin."),
        (Role.ASIDE, "Relevés de 2023."),
        (Role.ASIDE, "Rapport de l’agence."),
        (Role.ASIDE, "Idem."),
    ]


def test_calls_in_markdown() -> None:
    text = "Les 2 400<sup>1</sup> tonnes[^1], 10^3^ m^2^, 12 m<sup>2</sup> et 40 %<sup>[2]</sup>, dit-on^3^, 8 %^4^"
    text += " et 9 tonnes<sup>[5](#n5)</sup>.\n\n[^1]: Relevés de 2023.\n[^2]: Relevés de 2019.\n"
    found = [(block.role, block.text) for block in markdown_blocks(text)]
    assert found == [
        (Role.BODY, "Les 2 400 tonnes, 10³ m², 12 m2 et 40 %, dit-on, 8 % et 9 tonnes."),
        (Role.ASIDE, "Relevés de 2023."),
        (Role.ASIDE, "Relevés de 2019."),
    ]
