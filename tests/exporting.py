"""A small fixed document with everything that an export must preserve, and text that must not be taken for markup."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pypdfium2
from lxml import etree

from conftest import ARTICLE, SEED
from tiny import TINY, TinySegmenter, TinySummariser, TinyTranslator
from visavis import __version__
from visavis.exports.registry import FORMATS, Format, Layout, Options
from visavis.model.article import Article, Cell, Paragraph, Role, Run, Sentence
from visavis.model.document import Document
from visavis.model.passage import Choice, Passage, Status
from visavis.model.ports import Engines
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text

REFERENCES = Path(__file__).parent / "files" / "exports"
DAY = date(2026, 11, 24)
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}

_SIGNS = "*a* _b_ [c](d) ]]> $e$ `f` \\g"
_B, _I = "\x01", "\x02"  # markers around bold and italic text

# Role, level, cell, and the sentences in French and English; the French has markers for emphasis.
_PARAGRAPHS: list[tuple[Role, int, Cell | None, list[tuple[str, str]]]] = [
    (Role.TITLE, 0, None, [("L’été du «\u00a0vélo\u00a0» à Besançon", "The summer of the “bike” in Besançon")]),
    (Role.BODY, 0, None, [("\x02La ville roule.\x02", "The city is on the move.")]),
    (
        Role.BODY,
        0,
        None,
        [
            ("La maire, \x01Anne Vignot\x01, est venue.", "The mayor, Anne Vignot, came."),
            ("\x01Elle a parlé.\x01", "She spoke."),
            ("Le \x02plan vélo\x02 coûte \x0142\x01 millions d’euros\u00a0!", "The bike plan costs 42 million euros!"),
        ],
    ),
    (Role.HEADING, 2, None, [("Trois œuvres", "Three works")]),
    (Role.LIST, 0, None, [("Un garage", "A garage")]),
    (Role.LIST, 1, None, [("Un étage pour les vélos-cargos", "A floor for cargo bikes")]),
    (Role.LIST, 0, None, [("Une piste", "A track")]),
    (Role.LIST, 0, None, [("1. Premier point", "1. First point")]),
    (Role.HEADING, 3, None, [("Les chiffres", "The figures")]),
    (Role.BODY, 0, Cell(1, 1, 1), [("Année", "Year")]),
    (Role.BODY, 0, Cell(1, 1, 2), [("Dépense", "Spending")]),
    (Role.BODY, 0, Cell(1, 2, 1), [("2025", "2025")]),
    (Role.BODY, 0, Cell(1, 3, 2), [("3 | 4", "3 | 4")]),
    (Role.CAPTION, 0, None, [("Une cycliste, mardi.", "A cyclist on Tuesday.")]),
    (Role.BODY, 0, None, [(f"<script>alert(\"x\")</script> & {_SIGNS}", f"# <b>&amp; {_SIGNS}")]),
    (Role.BODY, 0, None, [("Fin sans traduction.", "")]),
    (Role.ASIDE, 0, None, [("Partagez cet article", "Share this article")]),
]  # fmt: skip


def sample() -> Document:
    """Return the document: one passage edited, one verified, one missing; three ranked sentences for the summary."""
    text, paragraphs, passages = "", list[Paragraph](), dict[int, Passage]()
    for index, (role, level, cell, pairs) in enumerate(_PARAGRAPHS):
        begin, runs, sentences = len(text), list[Run](), list[Sentence]()
        for number, (marked, english) in enumerate(pairs):
            text += " " * bool(number)
            start, held = len(text), dict[str, int]()
            for c in marked:
                if c not in _B + _I:
                    text += c
                elif c in held:
                    runs.append(Run(held.pop(c), len(text), c == _B, c == _I))
                else:
                    held[c] = len(text)
            sentence = Sentence(_count(paragraphs, sentences), start, len(text), text[start:])
            sentences.append(sentence)
            if english:
                passages[sentence.id] = Passage(sentence, english, -0.2, package=TINY)
        paragraphs.append(
            Paragraph(
                index, role, begin, len(text), tuple(sentences), level, cell=cell, runs=tuple(runs), key=str(index)
            )
        )
        text += "\n\n"
    article = Article("dossier/vélo.docx", "ab" * 32, text.rstrip(), tuple(paragraphs), kind="docx")
    passages[2] = Passage(passages[2].sentence, passages[2].target, 0.0, Status.EDITED)
    passages[3] = replace(passages[3], status=Status.VERIFIED)
    ranking = (Choice(4, 1, 0.9), Choice(2, 2, 0.5), Choice(1, 3, 0.1))
    return Document(article, TINY, passages, ranking, "tiny")


def _count(paragraphs: list[Paragraph], sentences: list[Sentence]) -> int:
    return sum(len(p.sentences) for p in paragraphs) + len(sentences)


def documents() -> list[Document]:
    """Return three documents: the sample, a short article, and a long one."""
    engines = Engines(TinySegmenter(), TinyTranslator, lambda _: TinySummariser(), {"tiny": ""})
    long = SEED.read_text(encoding="utf-8")
    texts = [("budget.txt", ARTICLE), (SEED.name, long)]
    return [
        sample(),
        *(collect_document(run_pipeline(partial(from_text, name, text), engines, "tiny")) for name, text in texts),
    ]


def export(name: str, layout: Layout = Layout.TRANSLATION, document: Document | None = None) -> bytes:
    """Export a document (by default the sample) in a format."""
    return FORMATS[name].write(document or sample(), Options(layout, 2, made=DAY))


def all_layouts() -> list[tuple[Format, Layout]]:
    """Return every format with each of its layouts; formats for other programs have only one."""
    pages = [(f, layout) for f in FORMATS.values() for layout in f.layouts if layout is not Layout.IN_PLACE]
    return [*pages, *((f, Layout.INTERLEAVED) for f in FORMATS.values() if not f.layouts)]


def shown(name: str, data: bytes) -> str:
    """Return an export as text for comparison, without the program's version."""
    if name == "pdf":
        text = "\f".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
        text = text.replace("\r", "")
        # Qt repeats the last line of a paragraph that continues on the next page, invisibly: see writers/pdf.py
        text = re.sub(r"([^\n]+)(\n\d+ / \d+\f)\1\n", r"\1\2", text)
    elif name in PARTS:
        part = zipfile.ZipFile(io.BytesIO(data)).read(PARTS[name])
        spaced = etree.tostring(etree.fromstring(part), pretty_print=True)
        # odfpy declares the namespaces used since the program began: keep only those used here.
        text = etree.tostring(etree.fromstring(spaced), method="c14n", exclusive=True).decode()
    else:
        text = data.decode()
    return text.replace(__version__, "VERSION")


def reference(form: Format, layout: Layout) -> Path:
    """Return the path of the stored reference for an export of the sample."""
    end = {"pdf": ".txt", "docx": ".xml", "odt": ".xml"}.get(form.name, "")
    return REFERENCES / f"{layout.value}.{form.name}{end}"


if __name__ == "__main__":  # write the references again, for review
    REFERENCES.mkdir(exist_ok=True)
    for form, layout in all_layouts():
        reference(form, layout).write_text(shown(form.name, export(form.name, layout)), encoding="utf-8", newline="\n")
