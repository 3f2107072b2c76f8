"""Saving and copying: which formats suit a request, and the texts for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QStandardItemModel

from visavis.exports.composition import ENGLISH, FRENCH, compose
from visavis.exports.excerpts.summary import Language, format_sentences, format_sentences_html, format_source_line
from visavis.exports.excerpts.summary_brief import BriefOptions, compose_brief, format_brief, format_brief_html
from visavis.exports.registry import FORMATS, Format, Layout, Options
from visavis.exports.typography import Typography
from visavis.exports.writers import html, txt
from visavis.gui.reading_view.view import FacingView
from visavis.infrastructure.settings import Settings
from visavis.model.article import Sentence
from visavis.model.document import Document

translate = QCoreApplication.translate

# The layouts of each kind of request; formats for other programs always contain both languages.
TRANSLATION = (Layout.TRANSLATION, Layout.IN_PLACE)
BOTH = (Layout.COLUMNS, Layout.INTERLEAVED)
SUMMARY = (Layout.SUMMARY,)


# The kinds of opened files for which a format is proposed; text is for all others.
OPENED_BY = {
    "docx": ("docx", "doc", "rtf", "image"),
    "md": ("markdown",),
    "html": ("html", "mhtml", "epub"),
    "pdf": ("pdf",),
}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """A format and layout, with their name in the save dialog."""

    name: str
    form: Format
    layout: Layout


def list_export_choices(document: Document, layouts: Sequence[Layout]) -> list[ExportChoice]:
    """Return the formats and layouts in which a document can be saved, that of the opened file first."""
    choices = []
    for form in FORMATS.values():
        suited = [layout for layout in form.layouts if layout in layouts]
        if document.article.kind != form.original and Layout.IN_PLACE in suited:
            suited.remove(Layout.IN_PLACE)
        if not form.layouts and layouts == BOTH:
            suited = [Layout.INTERLEAVED]
        several = len(suited) > 1
        choices += [
            ExportChoice(name_format(form) + (_describe_layout(layout) if several else ""), form, layout)
            for layout in suited
        ]
    kind = document.article.kind
    return sorted(choices, key=lambda choice: kind not in (choice.form.original, *OPENED_BY.get(choice.form.name, ())))


def take_snapshot(document: Document) -> Document:
    """Return a copy of the document for another thread, as this one keeps changing."""
    return replace(document, passages=dict(document.passages))


def choose_typography(settings: Settings) -> Typography:
    """Return the typography of the English in copies and exports."""
    return Typography(settings.typographic, settings.fixed_spaces)


def choose_options(settings: Settings, layout: Layout = Layout.TRANSLATION, summary: int = 0) -> Options:
    """Return how the user wants exports, with a summary of so many sentences."""
    return Options(
        layout,
        summary,
        settings.provenance,
        date.today(),
        settings.summary_bullets,
        settings.export_flags,
        choose_typography(settings),
    )


def copy_text(text: str, rich: str) -> None:
    """Put a text on the clipboard, plain and as HTML."""
    # Let Qt create the mime data: an object created in Python crashes if the clipboard outlives the interpreter.
    model = QStandardItemModel(1, 1)
    mime = model.mimeData([model.index(0, 0)])
    mime.clear()
    mime.setText(text)
    mime.setHtml(rich)
    QGuiApplication.clipboard().setMimeData(mime)


def copy_selection(view: FacingView) -> None:
    """Copy the selection of a view, marked with its language."""
    language = ENGLISH if view.selection and view.selection.column else FRENCH
    text = view.selected_text()
    copy_text(text, "\n".join(f'<p lang="{language}">{escape(part)}</p>' for part in text.split("\n\n")))


def format_document(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield a whole document, plain and as HTML; slow for a long one."""
    composed = compose(document, options)
    yield txt.format_composition(composed), html.build_page(composed)


def copy_sentences(
    document: Document, chosen: list[tuple[Sentence, str]], language: Language, provenance: bool
) -> None:
    """Copy sentences, with a source line."""
    source = format_source_line(document) if provenance else ""
    copy_text(format_sentences(chosen, language, source), format_sentences_html(chosen, language, source))


def choose_brief(settings: Settings) -> BriefOptions:
    """Return what belongs to a summary that is shown and copied."""
    source = settings.summary_source and settings.provenance
    return BriefOptions(settings.summary_bullets, settings.summary_headline, settings.summary_facts, source)


def copy_summary(document: Document, count: int, language: Language, options: BriefOptions) -> None:
    """Copy a summary."""
    parts = compose_brief(document, count, language, options)
    copy_text(format_brief(parts), format_brief_html(parts))


def list_selected_sentences(view: FacingView, document: Document) -> list[tuple[Sentence, str]]:
    """Return the sentences in the selection, even if only partly, or the caret's, with their translations."""
    ids = {view.caret}
    if view.selection and not view.selection.empty:
        first, last = sorted((view.selection.anchor, view.selection.head))
        ids = set()
        for number in range(first.row, last.row + 1):
            side = view.page.side(number, view.selection.column)
            start, end = view.selection.within(number, len(side.text)) or (0, 0)
            ids |= {id_ for begin, finish, id_ in side.spans if begin < end and start < finish}
    return [(s, document.target(s)) for s in document.article.sentences() if s.id in ids]


def name_format(form: Format) -> str:
    """Return the display name of a format; names of programs and formats are not translated."""
    return {
        "txt": translate("Saving", "Text"),
        "html": translate("Saving", "Web page"),
        "tmx": translate("Saving", "Translation memory"),
    }.get(form.name, form.title)


def _describe_layout(layout: Layout) -> str:
    return {
        Layout.TRANSLATION: "",
        Layout.COLUMNS: translate("Saving", ", in two columns"),
        Layout.INTERLEAVED: translate("Saving", ", alternating paragraphs"),
        Layout.IN_PLACE: translate("Saving", ", in the original layout"),
    }.get(layout, "")
