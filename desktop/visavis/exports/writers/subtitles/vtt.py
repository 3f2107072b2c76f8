"""Writes WebVTT subtitles: the cues of the original with their settings, with English in the place of French."""

from __future__ import annotations

import re
from html import escape

from visavis.exports import provenance
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.subtitles.cues import translate_cues
from visavis.exports.writers.subtitles.forms import Form, replace_lines, write_cues
from visavis.model.document import Document

_FORM = Form(".", re.compile(r"</?[biu]>"), lambda text: escape(text, quote=False))


def write(document: Document, options: Options) -> bytes:
    """Return the subtitles; a note at their head says where they are from. Raises OutputError."""
    subtitles = translate_cues(document)
    text = replace_lines(subtitles, _FORM) if subtitles.web else "\n".join(["WEBVTT\n", *write_cues(subtitles, _FORM)])
    if options.provenance:
        said = (flatten_text(line) for line in provenance.format_provenance(document, options.made))
        note = "\n".join(["NOTE", *said]).replace("-->", "→")
        head, _, rest = text.partition("\n\n")
        text = "\n\n".join([head, note, rest])
    return text.encode()
