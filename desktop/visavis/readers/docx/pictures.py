"""The pictures of a Word file: where they stand, and what the file says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from visavis.readers.docx.paragraphs import FALLBACK, P

_BLIP, _OLD = qn("a:blip"), "{urn:schemas-microsoft-com:vml}imagedata"
_PLACED, _ABOUT = (qn("wp:inline"), qn("wp:anchor")), qn("wp:docPr")


def list_pictures(paragraph: Any) -> Iterator[tuple[str, str]]:
    """Yield the relation of each picture in a paragraph, and its description; those in a box are the box's."""
    for picture in paragraph.iter(_BLIP, _OLD):
        around = next((element for element in picture.iterancestors(P, FALLBACK)), None)
        if around is paragraph:
            placed = next(picture.iterancestors(*_PLACED), None)
            about = placed.find(_ABOUT) if placed is not None else None
            told = about.get("descr", "") if about is not None else ""
            yield picture.get(qn("r:embed")) or picture.get(qn("r:id"), ""), told


def load_picture(part: Any, relation: str) -> bytes | None:
    """Return the bytes that a relation leads to in the file."""
    related = part.rels.get(relation)
    return None if related is None or related.is_external else related.target_part.blob
