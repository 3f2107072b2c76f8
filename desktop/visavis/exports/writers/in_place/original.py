"""The original that is translated in place: the file as it was read, and the sentences of each place in it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from visavis.exports.writers.in_place.placing import Sentence
from visavis.model.document import Document
from visavis.model.errors import OutputError, describe_os_error

_MARKER = re.compile(r"\A\(?(?:\w{1,5}[.)])+\s+")


def read_original(document: Document) -> bytes:
    """Return the file as it was read; raises OutputError if it is not there so."""
    article = document.article
    try:
        data = Path(article.path).read_bytes()
    except OSError as error:
        raise OutputError(article.path, "its layout cannot be kept: {0}", describe_os_error(error)) from error
    if hashlib.sha256(data).hexdigest() != article.sha256:
        raise OutputError(article.path, "it has changed since it was read; open it again")
    return data


def group_by_key(document: Document) -> dict[str, list[Sentence]]:
    """Return the sentences of each place in the file."""
    found: dict[str, list[Sentence]] = {}
    for paragraph in document.article.paragraphs:
        if paragraph.key:
            made = (Sentence(sentence.text, document.english(sentence)) for sentence in paragraph.sentences)
            found.setdefault(paragraph.key, []).extend(made)
    return found


def drop_marker(sentences: list[Sentence], marker: str) -> list[Sentence]:
    """Take off the number of a list's item, which the program shows that opens the file."""
    first, *others = sentences
    shown = marker.strip()
    if not shown or not first.source.startswith(shown):
        return sentences
    source, target = first.source[len(shown) :].lstrip(), _MARKER.sub("", first.target)
    return [first._replace(source=source, target=target), *others] if source else others
