"""From a file to its French and English; raises the InputError family, with the name it was given."""

from __future__ import annotations

import re
from pathlib import Path

from visavis.model.errors import InputError
from visavis.readers.bilingual import columns, exchange
from visavis.readers.bilingual.texts import BilingualText
from visavis.readers.detect import detect_kind
from visavis.readers.open import read_bytes

_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE tmx|tmx|xliff)\b")


def open_bilingual(path: Path) -> BilingualText:
    """Read a TMX, XLIFF, or two-column Word or HTML file."""
    name, data = str(path), read_bytes(path)
    kind = detect_kind(name, data)
    if kind == "docx":
        return columns.read_docx(data, name)
    if kind == "html":
        return columns.read_html(data, name)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<" in data[:4]  # UTF-16, as other programs write TMX
    text = exchange.read(data, name) if wide or _XML.match(data) else None
    if text is None:
        raise InputError(name, "it is no TMX, no XLIFF, and no Word or HTML file in two columns; name the English too")
    return text
