"""The styles and the lists of a Word file: what a paragraph is, how its words are set, which number it bears."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from visavis.model.article import Role
from visavis.readers.docx.paragraphs import OFF, get_number, get_related_part, list_paragraphs
from visavis.readers.office_styles import find_role, format_number

_VALUE, _STYLE = qn("w:val"), qn("w:styleId")
_RUN, _PARAGRAPH, _ASCII, _LATIN = qn("w:rPr"), qn("w:pPr"), qn("w:ascii"), qn("w:hAnsi")
_SAID = {qn(f"w:{name}"): name for name in ("b", "i", "vanish", "vertAlign", "position")}
_SAID |= {qn("w:rStyle"): "style", qn("w:rFonts"): "font"}
_STYLES = {name: qn(name) for name in ("w:pStyle", "w:rStyle")}
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "bullet": "", "none": ""}
_BODY_TEXT = 9  # the outline's level of what is no heading


class Look(NamedTuple):
    """How the words of a run are set."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    raised: bool = False
    font: str = ""


_PLAIN = Look()


class Styles:
    """The styles by their ids, each with those it is based on."""

    def __init__(self, file: Any) -> None:
        root = get_related_part(file, RELATIONSHIP_TYPE.STYLES)
        styles = root.findall(qn("w:style")) if root is not None else []
        self._styles = {style.get(_STYLE): style for style in styles}
        self._chains: dict[str, list[Any]] = {}
        self._looks: dict[Any, dict[str, str]] = {}

    def chain(self, properties: Any, tag: str) -> list[Any]:
        """Return the style that the properties of a paragraph or run name, and those it is based on."""
        named = properties.find(_STYLES[tag]) if properties is not None else None
        first = named.get(_VALUE, "") if named is not None else ""
        if first not in self._chains:
            styles: list[Any] = []
            style = self._styles.get(first)
            while style is not None and style not in styles and len(styles) < 20:
                styles.append(style)
                based = style.find(qn("w:basedOn"))
                style = self._styles.get(based.get(_VALUE)) if based is not None else None
            self._chains[first] = styles
        return self._chains[first]

    def role(self, paragraph: Any) -> tuple[Role, int]:
        """Return the role and level of a paragraph by its style and its place in the outline; lists by their styles."""
        own = paragraph.find(qn("w:pPr"))
        chain = self.chain(own, "w:pStyle")
        named = [style.find(qn("w:name")) for style in chain]
        names = [name.get(_VALUE, "") for name in named if name is not None]
        if not names and own is not None and (style := own.find(qn("w:pStyle"))) is not None:
            names = [style.get(_VALUE, "")]  # the file does not hold that style
        role, level = find_role(names)
        if role in {Role.BODY, Role.LIST, Role.HEADING}:
            for properties in (own, *(style.find(qn("w:pPr")) for style in chain)):
                outline = get_number(properties, "w:outlineLvl", -1)
                if outline >= 0:
                    return (Role.HEADING, outline + 1) if outline < _BODY_TEXT else (role, level)
        return role, level

    def numbered(self, paragraph: Any) -> tuple[int, int]:
        """Return the list that a paragraph is in, 0 for none, and its level there, from 0."""
        own = paragraph.find(qn("w:pPr"))
        for properties in (own, *(style.find(qn("w:pPr")) for style in self.chain(own, "w:pStyle"))):
            said = properties.find(qn("w:numPr")) if properties is not None else None
            if said is not None and said.find(qn("w:numId")) is not None:
                return get_number(said, "w:numId"), get_number(said, "w:ilvl")
        return 0, 0

    def base(self, paragraph: Any) -> dict[str, str]:
        """Return what a paragraph's style says of its words; it only hides them or sets them in a font."""
        said = dict[str, str]()
        for style in self.chain(paragraph.find(_PARAGRAPH), "w:pStyle"):
            of_all = self._of_style(style)
            said = {**{name: of_all[name] for name in ("font", "vanish") if name in of_all}, **said}
        return said

    def look(self, run: Any, base: dict[str, str]) -> Look:
        """Return how a run is set by itself, by its character style, or by its paragraph's style."""
        own = run.find(_RUN)
        said = _said(own) if own is not None else {}
        if "style" in said:
            for style in self.chain(own, "w:rStyle"):
                said = {**self._of_style(style), **said}
        if base:
            said = {**base, **said}
        if not said:
            return _PLAIN
        bold, italic, hidden, raised = (said.get(name) == "on" for name in ("b", "i", "vanish", "raised"))
        return Look(bold, italic, hidden, raised, said.get("font", ""))

    def _of_style(self, style: Any) -> dict[str, str]:
        if style not in self._looks:
            own = style.find(_RUN)
            self._looks[style] = _said(own) if own is not None else {}
        return self._looks[style]


class Lists:
    """The numbers that Word shows before the items of numbered lists."""

    def __init__(self, file: Any) -> None:
        root = get_related_part(file, RELATIONSHIP_TYPE.NUMBERING)
        self._levels: dict[int, dict[int, Any]] = {}
        self._kinds: dict[int, int] = {}
        self._starts: dict[int, dict[int, int]] = {}
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        for kind in root.findall(qn("w:abstractNum")):
            self._levels[_id(kind, "w:abstractNumId")] = {
                _id(level, "w:ilvl"): level for level in kind.findall(qn("w:lvl"))
            }
        for made_list in root.findall(qn("w:num")):
            number = _id(made_list, "w:numId")
            self._kinds[number] = get_number(made_list, "w:abstractNumId")
            self._starts[number] = {
                _id(change, "w:ilvl"): get_number(change, "w:startOverride")
                for change in made_list.findall(qn("w:lvlOverride"))
                if change.find(qn("w:startOverride")) is not None
            }

    def marker(self, number: int, depth: int) -> str:
        """Count an item, and return what stands before it, such as "2. "; nothing for a bullet."""
        levels = self._levels.get(self._kinds.get(number, -1), {})
        if depth not in levels:
            return ""
        counts = self._counts[self._kinds[number]]
        for level, start in self._starts.pop(number, {}).items():  # when the list begins
            counts[level] = start - 1
        counts[depth] = counts.get(depth, _start(levels[depth]) - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if not _format(levels[depth]):
            return ""

        def shown(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            own = levels.get(level)
            return format_number(counts.get(level, _start(own)), _format(own)) if own is not None else ""

        text = levels[depth].find(qn("w:lvlText"))
        written = re.sub(r"%([1-9])", shown, text.get(_VALUE, "")[:30] if text is not None else "").strip()
        return f"{written} " if any(map(str.isalnum, written)) else ""


def number_paragraphs(file: Any, styles: Styles) -> dict[str, str]:
    """Return the numbers before the paragraphs that have one, by their addresses."""
    lists, numbers = Lists(file), dict[str, str]()
    for key, paragraph in list_paragraphs(file):
        number, depth = styles.numbered(paragraph)
        if key and key not in numbers and number and styles.role(paragraph)[0] in {Role.BODY, Role.LIST}:
            numbers[key] = lists.marker(number, depth)
    return {key: marker for key, marker in numbers.items() if marker}


def _said(properties: Any) -> dict[str, str]:
    """Return what properties say of the words: whether something is on, a style, and the name of a font for signs."""
    said = dict[str, str]()
    for element in properties:
        name = _SAID.get(element.tag)
        if name is None:
            continue
        value = element.get(_VALUE, "")
        if name == "font":
            if font := element.get(_ASCII) or element.get(_LATIN):
                said["font"] = font
        elif name == "vertAlign":
            said["raised"] = "on" if value == "superscript" else "off"
        elif name == "position":
            said.setdefault("raised", "on" if value.isdecimal() and value.strip("0") else "off")
        else:
            said[name] = "off" if value.lower() in OFF else "on"
    return said


def _id(element: Any, name: str) -> int:
    raw = element.get(qn(name), "")
    return int(raw) if raw.isdecimal() and len(raw) < 10 else -1


def _start(level: Any) -> int:
    return get_number(level, "w:start", 1)


def _format(level: Any) -> str:
    kind = level.find(qn("w:numFmt")) if level is not None else None
    return _FORMATS.get(kind.get(_VALUE, ""), "1") if kind is not None else "1"
