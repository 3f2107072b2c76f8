"""What stands around the text of a Word file, and is not read: the pages' headers and footers, and the comments."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from visavis.readers.docx.paragraphs import TEXT
from visavis.readers.office.omissions import Omission, Omissions

_KINDS = {
    RELATIONSHIP_TYPE.HEADER: (Omission.MARGIN, ""),
    RELATIONSHIP_TYPE.FOOTER: (Omission.MARGIN, ""),
    RELATIONSHIP_TYPE.COMMENTS: (Omission.COMMENT, qn("w:comment")),
}


def count_margins(document: Any, omissions: Omissions) -> None:
    """Count the headers, footers and comments that hold words."""
    for related in document.part.rels.values():
        if related.reltype not in _KINDS or related.is_external:
            continue
        kind, tag = _KINDS[related.reltype]
        root = getattr(related.target_part, "element", None)
        if root is not None:
            omissions.count(kind, sum(_has_words(element) for element in (root.iter(tag) if tag else (root,))))


def _has_words(element: Any) -> bool:
    return any(any(map(str.isalpha, text.text or "")) for text in element.iter(TEXT))
