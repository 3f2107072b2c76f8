"""Read an OpenDocument text, by lxml: odfpy builds its own tree of it in Python, many times slower, and is not kept."""

from __future__ import annotations

import re
from typing import Any

from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers import zip_archive
from visavis.readers.block import Reading
from visavis.readers.file_metadata import stated_author, stated_title
from visavis.readers.odt.styles import Styles, qualify_name
from visavis.readers.odt.walk import TextWalker
from visavis.readers.office_styles import keep_one_title
from visavis.readers.table_walk import keep_data_tables

_KIND = Message("an OpenDocument text")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of an OpenDocument text; raises the InputError family about `name`."""
    archive = zip_archive.ZippedDocument(data, name, _KIND)
    if "encrypted-package" in archive.names or b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise InputError(name, "it is protected by a password; save it without one first")
    content = archive.xml("content.xml")
    if content is None:
        raise archive.damaged
    others = [root for file in ("styles.xml", "meta.xml") if (root := archive.xml(file)) is not None]
    with zip_archive.report_damage(name, _KIND):
        text = content.find(f"{qualify_name('office:body')}/{qualify_name('office:text')}")
        if text is None:
            raise InputError(name, "it is an OpenDocument file, but no text")
        walk = TextWalker(Styles(*others, content))
        walk.walk(text)
        reading = Reading(keep_one_title([*keep_data_tables(walk.blocks, walk.layouts), *walk.notes]), *_facts(others))
    if not reading.blocks:
        raise EmptyInput(name, "it is an OpenDocument text without words")
    return reading


def _facts(roots: list[Any]) -> tuple[str, str, str]:
    """Return title, author and date."""

    def said(*names: str) -> str:
        values = (
            root.findtext(f"{qualify_name('office:meta')}/{qualify_name(name)}") for name in names for root in roots
        )
        return next((text for text in values if text), "")

    date = _DATE.match(said("meta:creation-date", "dc:date"))
    author = stated_author(said("meta:initial-creator", "dc:creator"))
    return stated_title(said("dc:title")), author, date[0] if date else ""
