"""Calls of footnotes in a web page: the small numbers that link a word to a note, and are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from visavis.readers.html.elements import list_kinds
from visavis.readers.office.note_calls import find_exponent, may_hold_typed_calls, without_typed_calls

#: What stands in a text being gathered where a call was, and between its pieces: no page may contain these.
CALL, _BORDER = "\ufdd0", "\ufdd1"
_ROLES = frozenset(("doc-noteref", "doc-backlink", "noteref", "backlink"))
_SIGNS = re.compile(r"sd(?:foot|end)note(?:sym|anc)|Mso(?:Foot|End)noteReference")  # of LibreOffice and Word
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?(?:call|ref|link)|noteref|appel-?(?:de-?)?note|renvoi|reference|fn-?ref)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"#[\w-]*?(?:ft?n|edn|nb|nh|nbp|note|cite|ref|bdp|appel|renvoi|reference|biblio)[\w:.-]*\d|#\w{0,3}\d+$",
    re.IGNORECASE,
)
_NAMED_FRAGMENT = re.compile(r"#.*(?:ft?n|edn|nb|nh|note|cite|ref|bdp|appel|renvoi|biblio)", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*")
_BRACKETED = re.compile(r"\s*(?:\[\s*(?:note\s*)?[\w*†]{1,4}\s*\]|\(\s*\d{1,3}\s*\))\s*", re.IGNORECASE)
_STARS = re.compile(r"\s*[*†‡§]{1,4}\s*")
_LETTER = re.compile(r"\s*(?:[a-z]|[ivx]{1,5}|(?:note|n\.)\s*\d{1,3})\s*", re.IGNORECASE)
_BACK = re.compile(r"\s*(?:↩\ufe0e?|↑|\^|⤴|retour(?: au texte)?)\s*", re.IGNORECASE)
#: After these a small number is a power, or part of a formula: m², km³, kg/m³, CO².
_UNIT = re.compile(r"(?:^|[\s\d/·.×(*=\u00a0\u202f-])(?:[A-Za-zµμ]|[cdhkmnµμ]m|dam|mc|kg|ft|in|yd|CO|NO|SO|CH|NH)$")
_LONG_UNIT = re.compile(r"(?:mètres?|pieds?)$")
_PRICE, _CENTS = re.compile(r"(?:€|\beuros?|\bEUR|[$£])\s?$"), re.compile(r"\d\d")  # 12 €⁹⁹
NEAR = 20  #: signs before a small number that tell whether it is a power
_POWER_BASE = re.compile(r"(?:^|[^\d\s.,\u00a0\u202f]|(?<![\d])[\s\u00a0\u202f]|[×x*·]\s?)(?:10|\d)$")
_POWERS = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")


class Span(NamedTuple):
    """A stretch of text in a block that is being gathered, set in one way; `power` says that it is an exponent."""

    text: str
    bold: bool = False
    italic: bool = False
    linked: bool = False
    power: bool = False


def is_raised(element: HtmlElement) -> bool:
    """True if an element is set above the line."""
    return element.tag == "sup" or "vertical-align:super" in element.get("style", "").replace(" ", "").lower()


def is_call(element: HtmlElement, before: str) -> bool:
    """True if an element is a call of a note, or the link back from one; `before` is the text it stands after."""
    if list_kinds(element) & _ROLES or _SIGNS.match(element.get("class", "")):
        return True
    raised = is_raised(element)
    if not raised and (element.tag != "a" or "#" not in element.get("href", "")):
        return False
    text = element.text_content() if len(element) < 8 else ""
    if not 0 < len(text.strip()) <= 12:
        return False
    return _is_raised_call(element, text, before) if raised else _is_linked_call(element, text)


def _is_linked_call(link: HtmlElement, text: str) -> bool:
    href = link.get("href", "")
    if _BRACKETED.fullmatch(text) or _STARS.fullmatch(text) or _BACK.fullmatch(text):
        return True
    if _NUMBERS.fullmatch(text):
        return bool(_FRAGMENT.search(href)) or any(is_raised(inner) for inner in link.iter("sup", "span"))
    return bool(_LETTER.fullmatch(text) and _NAMED_FRAGMENT.search(href))


def _is_raised_call(element: HtmlElement, text: str, before: str) -> bool:
    if _BRACKETED.fullmatch(text) or _STARS.fullmatch(text):
        return True
    linked = next(element.iter("a"), None) is not None
    named = bool(_CLASSES.search(element.get("class", "")))
    if _CENTS.fullmatch(text.strip()) and _PRICE.search(before[-8:]):
        return False
    if _NUMBERS.fullmatch(text):
        isotope = (not before or before[-1].isspace()) and (element.tail or "")[:1].isupper()
        return linked or named or not (isotope or _is_power(text, before))
    return (linked or named) and (_LETTER.fullmatch(text) is not None or text.strip() in {",", ";", "-"})


def is_number_of_note(text: str, before: str) -> bool:
    """True if a small raised number, or star, is the call of a note; `before` is the text it stands after."""
    return _is_number(text) and not (_NUMBERS.fullmatch(text) and _is_power(text, before))


def _is_number(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_NUMBERS, _BRACKETED, _STARS))


def _is_power(text: str, before: str) -> bool:
    near = before[-NEAR:]
    if _LONG_UNIT.search(near):
        return text.strip() in {"2", "3"}
    return text.strip() != "1" and (_UNIT.search(near) is not None or _POWER_BASE.search(near) is not None)


def read_exponent(element: HtmlElement, before: str) -> str:
    """Return the power that a small number after a figure is, in its own signs: 10³ is not 103; or nothing."""
    text = element.text_content().strip() if is_raised(element) and len(element) == 0 else ""
    power = re.fullmatch(r"[-−–+]?\d{1,3}", text) and (
        before[-1:].isdigit() or (text in {"2", "3"} and _LONG_UNIT.search(before[-20:]))
    )
    return text.translate(_POWERS) if power else ""


def read_exponent_before_call(element: HtmlElement, before: str) -> str:
    """Return the exponent with which a raised element begins that goes on as the call of a note; or nothing."""
    if not is_raised(element):
        return ""
    text = element.text_content().strip() if len(element) < 8 else ""
    count = find_exponent(before, text)
    return text[:count] if count and _is_number(text[count:]) else ""


def find_called_ids(page: HtmlElement) -> frozenset[str]:
    """Return the names of the places in a page that calls of notes lead down to; the links back lead up."""
    found, above = {""}, set()
    if not page.xpath("boolean(.//a[contains(@href, '#')])"):
        return frozenset()
    for element in page.xpath(".//*[@id or @name or self::a]"):
        above |= {element.get("id", ""), element.get("name", "")}
        _, sign, place = element.get("href", "").rpartition("#") if element.tag == "a" else ("", "", "")
        if sign and place not in above | found:
            raised = any(map(is_raised, element.iterancestors("sup", "span")))
            found |= {place} if raised or is_call(element, "") else set()
    return frozenset(found - {""})


def without_calls(spans: Sequence[Span]) -> tuple[list[Span], bool]:
    """Take the calls out of a block, with brackets and commas around calls only; say if it began with one, as notes do.

    Calls that were typed, as "2 400 tonnes¹", are taken out too.
    """
    whole = "".join(span.text for span in spans)
    if CALL not in whole and not may_hold_typed_calls(whole):
        return list(spans), False
    kept, labelled, _ = without_typed_calls(["^" if span.power else span.text for span in spans])
    spans = [span if span.power else span._replace(text=text) for span, text in zip(spans, kept, strict=True)]
    if not any(span.text == CALL for span in spans):
        return spans, labelled
    gap = rf"[\s{_BORDER}]*"
    text = _BORDER.join(span.text.replace(_BORDER, "") for span in spans)
    for pattern in (
        rf"(?<={CALL}){gap}[,;–-]{gap}(?={CALL})",
        rf"\s*[\[(]{gap}(?:{CALL}{gap})+[\])]",
        rf"[\s{_BORDER}]*{CALL}(?={gap}(?:[.,…)\]]|$))",
    ):
        text = re.sub(pattern, lambda found: _BORDER * found[0].count(_BORDER), text)
    texts = text.replace(CALL, "").split(_BORDER)
    return [span._replace(text=left) for span, left in zip(spans, texts, strict=True)], labelled
