"""Documents inserted in a Word file as they are (altChunk), which Word turns into its own when it opens the file."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from docx.oxml.ns import qn

from visavis.model.errors import InputError
from visavis.readers.block import Block, clean_text
from visavis.readers.detect import detect_kind
from visavis.readers.plain import text
from visavis.readers.plain.encoding import decode

_READERS = {
    "html": ("visavis.readers.html.reader", {"whole": True}),
    "mhtml": ("visavis.readers.html.mhtml", {"whole": True}),
    "rtf": ("visavis.readers.rtf.reader", {}),
    "docx": ("visavis.readers.docx.reader", {"inserted": True}),
}
_MOST = 200


class Inserted:
    """Reads the documents inserted in a file, each once."""

    def __init__(self, part: Any, nested: bool) -> None:
        self._part, self._nested = part, nested
        self._read: dict[str, list[Block] | None] = {}

    def blocks(self, chunk: Any) -> list[Block] | None:
        """Return the paragraphs of an inserted document; None where it cannot be read, or is itself inserted in one."""
        relation = chunk.get(qn("r:id"), "")
        if relation not in self._read:
            full = self._nested or len(self._read) >= _MOST
            self._read[relation] = None if full else self._blocks(relation)
        return self._read[relation]

    def _blocks(self, relation: str) -> list[Block] | None:
        related = self._part.rels.get(relation)
        if related is None or related.is_external:
            return None
        data, name = related.target_part.blob, str(related.target_part.partname)
        kind = detect_kind(name, data)
        try:
            if kind in _READERS:
                module, options = _READERS[kind]
                found: list[Block] = import_module(module).read(data, name, **options).blocks
            else:
                found = text.read_blocks(clean_text(decode(data, name)))
        except InputError:
            return None
        return [block._replace(key="", cell=None) for block in found]
