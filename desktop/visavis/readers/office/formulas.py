"""Formulas as text that can be read: those of Office (OMML, in Word files and in RTF) and of OpenDocument (MathML)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISES, _LOWERS = re.compile(r"[0-9+−=()ni-]+"), re.compile(r"[0-9+−=()-]+")
_ONE_TERM = re.compile(r"[\w.,\u00a0\u202f ]*|√?\([^()]*\)")
#: A number and the unit after it, which are parts of their own in a formula.
_UNIT = re.compile(r"(\d[.,]\d{1,9}|\d\d)(?=[A-Za-zµ°])")
_DEEPEST = 60
#: What describes a formula and is none of it.
_SILENT = frozenset(("annotation", "annotation-xml", "maction", "ctrlPr", "rPr", "sPre_Pr"))
#: Where OMML keeps the signs that it does not write, and what they are where it does not say.
_SIGNS = {"begChr": "(", "endChr": ")", "sepChr": "|", "chr": "∫"}


def read_formula(element: Any) -> str:
    """Return a formula in one line, such as "12,5 m³/s" or "(a + b)/2"."""
    return _UNIT.sub(r"\1 ", re.sub(r"\s+", " ", _text(element, 0)).strip(" "))


def _text(element: Any, depth: int) -> str:
    name = _name(element)
    if depth > _DEEPEST or name in _SILENT or (name.endswith("Pr") and len(name) > 2):
        return ""
    form = _FORMS.get(name)
    if form is not None:
        return form(element, depth)
    return (element.text or "" if _holds_text(element) else "") + _inside(element, depth)


def _inside(element: Any, depth: int) -> str:
    return "".join(_text(child, depth + 1) for child in element)


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else "annotation"


def _holds_text(element: Any) -> bool:
    """Tell words from the space between elements."""
    return _name(element) in {"t", "r", "mi", "mn", "mo", "ms", "mtext"} or bool((element.text or "").strip())


def _parts(element: Any, depth: int) -> list[str]:
    """Return the texts of what a form is made of, without its properties."""
    return [_text(child, depth + 1) for child in element if not _name(child).endswith("Pr")]


def _part(element: Any, name: str, depth: int) -> str:
    return next((_text(child, depth + 1) for child in element if _name(child) == name), "")


def _sign(element: Any, name: str) -> str:
    """Return the sign that the properties of a form give it."""
    for properties in element:
        for said in properties if _name(properties).endswith("Pr") else ():
            if _name(said) == name:
                values = [value for key, value in said.attrib.items() if etree.QName(key).localname == "val"]
                return values[0] if values else "".join(said.itertext()).strip()
    return _SIGNS.get(name, "")


def _raised(base: str, power: str) -> str:
    power = power.strip()
    if power in {"'", "′", "°", "*", "†"} or not power:
        return base + power
    return f"{base}{power.translate(_RAISED) if _RAISES.fullmatch(power) else '^' + _term(power)}"


def _lowered(base: str, index: str) -> str:
    index = index.strip()
    if not index:
        return base
    return f"{base}{index.translate(_LOWERED) if _LOWERS.fullmatch(index) else '_' + _term(index)}"


def _term(text: str) -> str:
    """Put what is more than one term in brackets."""
    return text.strip() if _ONE_TERM.fullmatch(text) and " " not in text.strip() else f"({text.strip()})"


def _over(above: str, below: str) -> str:
    """Write a fraction; a number with its unit above the line is one term: "12,5 m³/s"."""
    above = above.strip() if _ONE_TERM.fullmatch(above) or above[-1:] in "²³" else f"({above.strip()})"
    return f"{above}/{_term(below)}"


def _root(radicand: str, degree: str = "") -> str:
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree.strip())
    inside = radicand.strip() if re.fullmatch(r"\w+", radicand.strip()) else f"({radicand.strip()})"
    return f"{sign}{inside}" if sign else f"{degree.strip().translate(_RAISED)}√{inside}"


def _sum(element: Any, depth: int) -> str:
    limits = _raised(_lowered(_sign(element, "chr"), _part(element, "sub", depth)), _part(element, "sup", depth))
    return f"{limits} {_part(element, 'e', depth)}"


def _delimited(element: Any, depth: int) -> str:
    between = _sign(element, "sepChr").join(_parts(element, depth))
    return f"{_sign(element, 'begChr')}{between}{_sign(element, 'endChr')}"


def _two(made: Callable[[str, str], str]) -> Callable[[Any, int], str]:
    def written(element: Any, depth: int) -> str:
        first, second, *_ = *_parts(element, depth), "", ""
        return made(first, second)

    return written


def _three(element: Any, depth: int) -> str:
    base, below, above, *_ = *_parts(element, depth), "", "", ""
    return _raised(_lowered(base, below), above)


def _operator(element: Any, depth: int) -> str:
    sign = (element.text or "").strip()
    return f" {sign} " if sign in {"=", "+", "−", "×", "≤", "≥", "<", ">", "≈", "≠", "→", "⇒", "±"} else sign


def _joined(between: str) -> Callable[[Any, int], str]:
    return lambda element, depth: between.join(_parts(element, depth))


_FORMS: dict[str, Callable[[Any, int], str]] = {
    "sSup": _two(_raised),
    "sSub": _two(_lowered),
    "sSubSup": _three,
    "f": _two(_over),
    "rad": lambda element, depth: _root(_part(element, "e", depth), _part(element, "deg", depth)),
    "nary": _sum,
    "d": _delimited,
    "func": _joined(" "),
    "limLow": _two(_lowered),
    "limUpp": _two(_raised),
    "m": _joined("; "),
    "mr": _joined(", "),
    "eqArr": _joined("; "),
    "msup": _two(_raised),
    "mover": _two(_raised),
    "msub": _two(_lowered),
    "munder": _two(_lowered),
    "msubsup": _three,
    "munderover": _three,
    "mfrac": _two(_over),
    "msqrt": lambda element, depth: _root(_inside(element, depth)),
    "mroot": _two(_root),
    "mo": _operator,
    "mspace": lambda element, depth: " ",
    "mtable": _joined("; "),
    "mtr": _joined(", "),
}
