"""Writes SubRip subtitles: the cues of the original, with English in the place of French."""

from __future__ import annotations

import re

from visavis.exports.registry import Options
from visavis.exports.writers.subtitles.cues import translate_cues
from visavis.exports.writers.subtitles.forms import Form, replace_lines, write_cues
from visavis.model.document import Document

_FORM = Form(",", re.compile(r"</?[biu]>|</?font\b[^<>]*>|\{\\an\d\}"), str)


def write(document: Document, options: Options) -> bytes:
    """Return the subtitles; SubRip has no place for where they are from. Raises OutputError."""
    subtitles = translate_cues(document)
    text = "\n".join(write_cues(subtitles, _FORM)) if subtitles.web else replace_lines(subtitles, _FORM)
    return text.encode()
