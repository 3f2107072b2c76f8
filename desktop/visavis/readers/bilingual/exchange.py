"""Reads translation memories (TMX) and XLIFF 1.2 and 2: their segments are aligned already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from visavis.model.article import Role
from visavis.model.errors import InputError
from visavis.readers.bilingual.texts import BilingualParagraph, BilingualText, build_text

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = {"bpt", "ept", "ph", "it", "sub", "ut"}  # elements whose content is markup of the original file
_ROLES = {role.value: role for role in Role}


def read(data: bytes, name: str) -> BilingualText | None:
    """Return the French and English of a TMX or XLIFF file, or None if it is neither. Raises InputError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(name, "it is damaged: {0}", error.msg.replace("\n", "")) from error  # libxml breaks some
    kind = etree.QName(root).localname
    if kind == "tmx":
        paragraphs = list(_read_memory(root))
    elif kind == "xliff":
        paragraphs = list(_read_segments(root) if root.get("version", "").startswith("2") else _read_units(root))
    else:
        return None
    if not any(english.strip() for paragraph in paragraphs for _, english in paragraph.segments):
        raise InputError(name, "it holds no French with its English")
    return build_text(name, data, paragraphs, kind, aligned=True)


def _read_memory(root: Any) -> Iterator[BilingualParagraph]:
    for unit in root.iter("{*}tu"):
        texts: dict[str, str] = {}
        for variant in unit.iterfind("{*}tuv"):
            language = (variant.get(_LANGUAGE) or variant.get("lang") or "")[:2].lower()
            texts.setdefault(language, _read_text(variant.find("{*}seg")))
        if "fr" in texts and "en" in texts:
            yield BilingualParagraph(Role.BODY, 0, [(texts["fr"], texts["en"])])


def _read_segments(root: Any) -> Iterator[BilingualParagraph]:
    """Yield the units of XLIFF 2; our own have the role of the paragraph as their name."""
    order = _find_order(root.get("srcLang"), root.get("trgLang"))
    for unit in root.iter("{*}unit") if order else ():
        pairs = [
            (_read_text(segment.find("{*}source")), _read_text(segment.find("{*}target")))
            for segment in unit.iterfind("{*}segment")
        ]
        yield BilingualParagraph(
            _ROLES.get(unit.get("name", ""), Role.BODY), 0, [_put_french_first(pair, order) for pair in pairs]
        )


def _read_units(root: Any) -> Iterator[BilingualParagraph]:
    """Yield the units of XLIFF 1.2, in their segments where both sides have them."""
    for file in root.iter("{*}file"):
        order = _find_order(file.get("source-language"), file.get("target-language", "en"))
        for unit in file.iter("{*}trans-unit") if order else ():
            source, target = unit.find("{*}source"), unit.find("{*}target")
            first, second = _find_marked(unit.find("{*}seg-source")), _find_marked(target)
            if first and second and first.keys() >= second.keys():
                pairs = [(text, second.get(mark, "")) for mark, text in first.items()]
            else:
                pairs = [(_read_text(source), _read_text(target))]
            yield BilingualParagraph(Role.BODY, 0, [_put_french_first(pair, order) for pair in pairs])


def _find_order(source: str | None, target: str | None) -> int:
    """Return 1 for French with English, -1 for English with French, 0 for other languages."""
    languages = (source or "")[:2].lower(), (target or "")[:2].lower()
    return {("fr", "en"): 1, ("en", "fr"): -1}.get(languages, 0)


def _put_french_first(pair: tuple[str, str], order: int) -> tuple[str, str]:
    return pair if order == 1 else (pair[1], pair[0])


def _find_marked(element: Any) -> dict[str, str]:
    """Return the segments of a source or target by their marks."""
    marks = element.iterfind(".//{*}mrk[@mtype='seg']") if element is not None else ()
    return {mark.get("mid", ""): _read_text(mark) for mark in marks}


def _read_text(element: Any) -> str:
    """Return the text of an element without the codes of the original file."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname not in _CODES:
            parts.append(_read_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
