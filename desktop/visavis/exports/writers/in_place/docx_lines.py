"""The lines of a Word file's paragraph as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from visavis.exports.writers.in_place.tokens import Kind, Mark, Side, Token, Words, list_stretches

RUN, PROPERTIES, OF_PARAGRAPH, TEXT = qn("w:r"), qn("w:rPr"), qn("w:pPr"), qn("w:t")
LINK, SIMPLE_FIELD, CONTROL, CONTENT = (qn(f"w:{name}") for name in ("hyperlink", "fldSimple", "sdt", "sdtContent"))
_FIELD, _INSTRUCTION, _INSTRUCTIONS = qn("w:fldChar"), qn("w:instr"), qn("w:instrText")
#: What is taken away, leaving what is in it: a file that is translated holds no tracked changes.
_UNWRAPPED = frozenset(qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo"))
_DROPPED = frozenset(
    qn(f"w:{name}")
    for name in "pPr del moveFrom proofErr moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd".split()  # noqa: SIM905
)
_STALE = frozenset((PROPERTIES, qn("w:lastRenderedPageBreak"), qn("w:softHyphen")))
_BREAKS = frozenset(qn(f"w:{name}") for name in ("br", "cr", "tab", "ptab"))
_TO_THE_EYE = frozenset(
    qn(f"w:{name}")
    for name in "b i u vertAlign caps smallCaps strike color highlight shd rStyle".split()  # noqa: SIM905
)
_RAISING = frozenset(qn(f"w:{name}") for name in ("vertAlign", "position", "rStyle"))
_PLAIN_VALUES = frozenset(("0", "false", "off", "none", "auto", "baseline"))
_UNREADABLE = "□"


@dataclass(eq=False)
class _Field:
    """A field that has begun: its runs so far, what it shows, and how many fields its instruction holds open."""

    nodes: list[Any]
    instruction: str = ""
    kind: Kind = Kind.FIELD
    shows: bool = False
    inner: int = 0


def list_tokens(paragraphs: Iterable[Any], seen: dict[Any, Any]) -> Iterator[Token]:
    """Yield what stands in paragraphs that go on in each other, of whose parts `seen` says what the reader saw."""
    fields: list[_Field] = []
    for token in (token for paragraph in paragraphs for token in _within(paragraph, seen)):
        part, node = _field_part(token), token.node if isinstance(token, Mark) else []
        field = fields[-1] if fields else None
        if field and not field.shows and not (part in {"separate", "end"} and not field.inner):
            if isinstance(token, Words):
                yield token  # shown in the midst of an instruction
            else:
                field.nodes += node
                field.instruction += "".join(text.text or "" for run in node for text in run.iter(_INSTRUCTIONS))
                field.inner += (part == "begin") - (part == "end")
        elif part == "begin":
            fields.append(_Field(list(node)))
        elif part == "separate" and field:
            field.shows = True
            field.kind = Kind.LINK if "HYPERLINK" in field.instruction.upper() else Kind.FIELD
            yield Mark([*field.nodes, *node], field.kind, Side.OPEN, field)
        elif part == "end" and field:
            fields.pop()
            yield Mark(node, field.kind, Side.CLOSE, field) if field.shows else Mark([*field.nodes, *node])
        else:
            yield token
    yield from (Mark(field.nodes) for field in fields if not field.shows)


def _field_part(token: Token) -> str:
    """Return "begin", "separate" or "end" where a token is that part of a field."""
    found = token.node[0].find(_FIELD) if isinstance(token, Mark) and token.node else None
    return str(found.get(qn("w:fldCharType"), "")) if found is not None else ""


def _within(around: Any, seen: dict[Any, Any]) -> Iterator[Token]:
    for element in list(around.iterchildren("{*}*")):
        tag = element.tag
        if tag == RUN:
            yield from _run(element, seen)
        elif tag in _UNWRAPPED:
            yield from _within(element, seen)
        elif tag in _DROPPED:
            continue
        elif tag in {LINK, SIMPLE_FIELD} or (tag == CONTROL and any(part in seen for part in element.iter())):
            field = tag == SIMPLE_FIELD and "HYPERLINK" not in element.get(_INSTRUCTION, "").upper()
            kind = Kind.FIELD if field else Kind.LINK
            yield Mark([element], kind, Side.OPEN, element)
            content = element.find(CONTENT) if tag == CONTROL else element
            yield from _within(content, seen) if content is not None else ()
            yield Mark([], kind, Side.CLOSE, element)
        elif formulas := [seen[part] for part in element.iter() if part in seen]:
            yield Mark([element], Kind.SHOWN, text="".join(inline.whole for inline in formulas))
        elif tag.endswith(("Start", "End")):
            side = Side.OPEN if tag.endswith("Start") else Side.CLOSE
            pair = tag.removesuffix("Start").removesuffix("End"), element.get(qn("w:id"))
            yield Mark([element], Kind.RANGE, side, pair)
        else:
            yield Mark([element])


def _run(run: Any, seen: dict[Any, Any]) -> Iterator[Token]:
    look = run.find(PROPERTIES)
    for part in list(run.iterchildren("{*}*")):
        if part.tag in _STALE:
            continue
        inline = seen.get(part)
        if inline is None:
            yield Mark([wrap_in_run(part, look)])
        elif part.tag in _BREAKS:
            yield Mark([wrap_in_run(part, look)], Kind.BREAK, text=" ")
        elif _UNREADABLE in inline.whole and part.tag != TEXT:
            yield Mark([wrap_in_run(part, look)], Kind.SHOWN, text=inline.whole)
        else:
            yield from _words(inline, look)


def _words(inline: Any, look: Any) -> Iterator[Token]:
    """Yield the words of a text and, as marks, the calls of notes that were typed in it."""
    for text, left, power in list_stretches(inline.whole, inline.text):
        own = _lowered(look) if power else look
        yield Words(text, own, _name(own)) if left else Mark([_call(text, look)])


def _lowered(look: Any) -> Any:
    """Return a look without what raises its words: the signs of a power are raised themselves."""
    lowered = deepcopy(look)
    for raising in [child for child in lowered if child.tag in _RAISING]:
        lowered.remove(raising)
    return lowered


def _call(text: str, look: Any) -> Any:
    part = OxmlElement("w:t")
    part.text = text
    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return wrap_in_run(part, look)


def wrap_in_run(part: Any, look: Any) -> Any:
    """Return a run that holds a part only."""
    run = OxmlElement("w:r")
    if look is not None:
        run.append(deepcopy(look))
    run.append(part)
    return run


def _name(look: Any) -> str:
    """Return what of a look is seen at once, and so may be carried over to single words."""
    children = look.iterchildren("{*}*") if look is not None else ()
    said = ((child.tag, child.get(qn("w:val"), "")) for child in children if child.tag in _TO_THE_EYE)
    return " ".join(sorted(f"{tag}={value}" for tag, value in said if value.lower() not in _PLAIN_VALUES))
