"""Zipped documents with some of their parts changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree


def repack(data: bytes, roots: Mapping[str, Any]) -> bytes:
    """Return an archive with parts changed or added; the first of OpenDocument, unpacked, says what it is."""
    out, left = io.BytesIO(), dict(roots)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for file in old.infolist():
            root = left.pop(file.filename, None)
            made = _serialise(root) if root is not None else old.read(file)
            new.writestr(file, made, zipfile.ZIP_STORED if file.filename == "mimetype" else zipfile.ZIP_DEFLATED)
        for name, root in left.items():
            added = zipfile.ZipInfo(name)  # with a date of its own: the same export is the same file
            new.writestr(added, _serialise(root), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _serialise(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
