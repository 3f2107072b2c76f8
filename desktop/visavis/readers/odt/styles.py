"""The styles and lists of an OpenDocument text: what a paragraph is, how its words are set, which number it bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from visavis.model.article import Role
from visavis.readers.office_styles import find_role, format_number

_SPACES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def qualify_name(name: str) -> str:
    """Return the full name of an element or attribute of OpenDocument, such as "text:p"."""
    prefix, local = name.split(":")
    return f"{{{_SPACES[prefix]}}}{local}"


class TextLook(NamedTuple):
    """How words are set; None where a style does not say."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None


class Styles:
    """The styles of a file by family and name; those that the program made itself are told from those with a name."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._made: set[tuple[str, str]] = set()
        self._lists: dict[str, dict[int, Any]] = {}
        self._looks: dict[tuple[str, str], TextLook] = {}
        self._spans: dict[tuple[TextLook, str], TextLook] = {}
        fonts = (face for root in roots for face in root.iter(qualify_name("style:font-face")))
        self._fonts = {
            face.get(qualify_name("style:name"), ""): face.get(qualify_name("svg:font-family"), "") for face in fonts
        }
        for root in roots:
            for style in root.iter(qualify_name("style:style")):
                key = style.get(qualify_name("style:family"), ""), style.get(qualify_name("style:name"), "")
                self._styles[key] = style
                if style.getparent().tag == qualify_name("office:automatic-styles"):
                    self._made.add(key)
            for style in root.iter(qualify_name("text:list-style")):
                levels = {get_number(level, "text:level", 1): level for level in style}
                self._lists[style.get(qualify_name("style:name"), "")] = levels

    def role(self, paragraph: Any) -> tuple[Role, int]:
        """Return the role and level of a paragraph by its style; lists are told by what it is in."""
        named = paragraph.get(qualify_name("text:style-name"), "")  # though the file may not hold that style
        chain = self._chain("paragraph", named)
        role, level = find_role([named, *(style.get(qualify_name("style:name"), "") for style in chain)])
        if paragraph.tag == qualify_name("text:h") and role is not Role.TITLE:
            return Role.HEADING, get_number(paragraph, "text:outline-level", 1)
        return role, level

    def look(self, family: str, name: str) -> TextLook:
        """Return how a style sets its words; one of paragraphs that has a name of its own sets no emphasis."""
        if (family, name) not in self._looks:
            self._looks[family, name] = self._look(family, name)
        return self._looks[family, name]

    def _look(self, family: str, name: str) -> TextLook:
        found = TextLook()
        for style in self._chain(family, name):
            said = style.find(qualify_name("style:text-properties"))
            if said is None:
                continue
            more = _under(found, said, self._fonts)
            if family == "paragraph" and (family, style.get(qualify_name("style:name"), "")) not in self._made:
                more = more._replace(bold=found.bold, italic=found.italic)
            found = more
        return found

    def within(self, around: TextLook, name: str) -> TextLook:
        """Return how words are set in a span of a style, in what is set in another way."""
        key = around, name
        if key not in self._spans:
            said = {kind: value for kind, value in self.look("text", name)._asdict().items() if value is not None}
            self._spans[key] = around._replace(**said)
        return self._spans[key]

    def seen_at_once(self, spans: Iterable[str]) -> str:
        """Return what the styles of spans do to words that every eye sees, as letters: bold, italic, raised."""
        looks = [self.look("text", name) for name in spans][::-1]
        return "".join(
            letter * choose_first(getattr(look, kind) for look in looks)
            for letter, kind in (("b", "bold"), ("i", "italic"), ("r", "raised"))
        )

    def list_of(self, paragraph: Any) -> str:
        """Return the name of the list style that a paragraph's style brings."""
        chain = self._chain("paragraph", paragraph.get(qualify_name("text:style-name"), ""))
        return next((name for style in chain if (name := style.get(qualify_name("style:list-style-name"), ""))), "")

    def level(self, list_style: str, depth: int) -> Any:
        """Return how a list style sets its items at a depth, from 1, or None."""
        return self._lists.get(list_style, {}).get(depth)

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        for _ in range(20):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(qualify_name("style:parent-style-name"), "")


def format_marker(level: Any, count: int) -> str:
    """Return what stands before an item, such as "2. "; nothing for a bullet."""
    style = level.get(qualify_name("style:num-format"), "")
    if level.tag != qualify_name("text:list-level-style-number") or not style:
        return ""
    before, after = (level.get(qualify_name(f"style:num-{end}"), "")[:10] for end in ("prefix", "suffix"))
    return f"{(before + format_number(count, style) + after).strip()} "


def get_number(element: Any, name: str, default: int = 0) -> int:
    """Return the number that an attribute holds."""
    raw = element.get(qualify_name(name), "")
    return int(raw) if raw.isdecimal() and len(raw) < 7 else default


def choose_first(values: Iterable[bool | None]) -> bool:
    """Return the first that says something."""
    return next((value for value in values if value is not None), False)


def _under(look: TextLook, said: Any, fonts: dict[str, str]) -> TextLook:
    """Fill in what a look leaves open by what a style says."""
    weight, slant = said.get(qualify_name("fo:font-weight")), said.get(qualify_name("fo:font-style"))
    heavy = weight == "bold" or (weight or "").startswith(("6", "7", "8", "9"))
    display, position = said.get(qualify_name("text:display")), said.get(qualify_name("style:text-position"))
    font = said.get(qualify_name("style:font-name")) or said.get(qualify_name("fo:font-family"))
    return TextLook(
        heavy if look.bold is None and weight else look.bold,
        slant in {"italic", "oblique"} if look.italic is None and slant else look.italic,
        display == "none" if look.hidden is None and display else look.hidden,
        _is_raised(position) if look.raised is None and position else look.raised,
        fonts.get(font, font).strip("'\"") if look.font is None and font else look.font,
    )


def _is_raised(position: str) -> bool:
    """True if a position, such as "super 58%" or "33% 58%", is above the line."""
    height = position.split(maxsplit=1)[0] if position.strip() else ""
    return height == "super" or (height[:1].isdigit() and height.strip("0.%") != "")
