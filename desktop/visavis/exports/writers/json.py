"""Writes the document as a JSON object for scripts."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from visavis.exports import provenance
from visavis.exports.registry import Options
from visavis.model.article import Paragraph, Sentence
from visavis.model.document import Document


def write(document: Document, options: Options) -> bytes:
    """Return the document in UTF-8; the provenance is always included."""
    return dumps(document, options.summary or None, options.made).encode("utf-8", "replace")


def as_json(document: Document, summary: int | None = None, made: date | None = None) -> dict[str, Any]:
    """Return the document as plain values, with a summary of `summary` sentences unless None."""
    article = document.article
    values: dict[str, Any] = {
        "provenance": provenance.describe_provenance(document, made),
        "source": {
            "path": article.path,
            "sha256": article.sha256,
            "title": article.title,
            "text": article.text,
            "words": article.words,
            **({"notes": list(article.notes)} if article.notes else {}),
        },
        "package": None if document.translation_path else asdict(document.package),
        "paragraphs": [_paragraph(document, paragraph) for paragraph in article.paragraphs],
    }
    if summary is not None:
        chosen = document.summary(summary)
        values["summary"] = {
            "method": chosen.method,
            "sentences": [{"id": c.id, "rank": c.rank, "score": c.score} for c in chosen.choices],
        }
    return values


def dumps(document: Document, summary: int | None = None, made: date | None = None) -> str:
    """Return the document as an indented JSON object."""
    return json.dumps(as_json(document, summary, made), ensure_ascii=False, indent=1) + "\n"


def _paragraph(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    return {
        "index": paragraph.index,
        "role": paragraph.role.value,
        "sentences": [_sentence(document, sentence) for sentence in paragraph.sentences],
    }


def _sentence(document: Document, sentence: Sentence) -> dict[str, Any]:
    passage = document.passages.get(sentence.id)
    score = round(passage.score, 4) if passage else 0.0
    return (
        {
            "id": sentence.id,
            "start": sentence.start,
            "end": sentence.end,
            "source": sentence.text,
            "target": passage.target if passage else "",
            "score": None if passage and passage.given else score,
            "status": passage.status.value if passage else "machine",
            "flags": [
                {"check": flag.check, "detail": flag.detail, "rank": flag.rank}
                for flag in (passage.open_flags if passage else ())
            ],
        }
        | ({"hypothesis": passage.hypothesis} if passage and passage.hypothesis else {})
        | ({"terms": list(passage.terms)} if passage and passage.terms else {})
    )
