"""A summary or a quotation for the clipboard or the terminal: French, English or both, with its source line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from html import escape
from pathlib import PurePath

from visavis.exports import provenance
from visavis.exports.composition import ENGLISH, FRENCH
from visavis.exports.emphasis import flatten_text
from visavis.model.article import Sentence
from visavis.model.document import Document
from visavis.model.errors import make_printable

Chosen = Iterable[tuple[Sentence, str]]


class Language(str, Enum):
    """The language to output."""

    FRENCH = "fr"
    ENGLISH = "en"
    BOTH = "both"


def format_source_line(document: Document) -> str:
    """Return the line that names the source of the text and who translated it."""
    article, package = document.article, document.package
    name = PurePath(article.path).name
    # what was pasted is named after its first words, which are often its title
    parts = [part for part in (article.title, "" if article.title.startswith(name) else name) if part]
    if document.translation_path:
        parts.append(f"translation made elsewhere, {PurePath(document.translation_path).name}")
    elif package.name:
        origin = "machine translation" if provenance.is_machine(document) else "verified translation"
        parts.append(f"{origin}, {package.name} {package.version}")
    return make_printable(f"[{' · '.join(parts)}]", 1000)


def format_summary(document: Document, count: int, language: Language) -> str:
    """Return the summary of `count` sentences, one per line, followed by the source line."""
    return format_sentences(document.chosen(count), language, format_source_line(document))


def format_sentences(chosen: Chosen, language: Language, source: str) -> str:
    """Return sentences one per line, followed by an empty line and the source line unless it is empty."""
    between = "\n\n" if language is Language.BOTH else "\n"
    text = between.join("\n".join(words for _, words in sides) for sides in _list_sides(chosen, language))
    return "\n".join([text, "", source] if source else [text]) + "\n"


def format_sentences_html(chosen: Chosen, language: Language, source: str) -> str:
    """Return the same as HTML, each sentence marked with its language."""
    lines = (
        f'<p lang="{tongue}">{escape(words)}</p>' for sides in _list_sides(chosen, language) for tongue, words in sides
    )
    return "\n".join([*lines, f"<p><small>{escape(source)}</small></p>" if source else ""])


def _list_sides(chosen: Chosen, language: Language) -> Iterator[list[tuple[str, str]]]:
    for sentence, target in chosen:
        french, english = (FRENCH, flatten_text(sentence.text) or "…"), (ENGLISH, flatten_text(target) or "…")
        yield {Language.FRENCH: [french], Language.ENGLISH: [english], Language.BOTH: [french, english]}[language]
