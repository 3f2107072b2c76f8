"""What the markup tells to be beside an article: messages from elsewhere, notes, teasers, lists of links."""

from __future__ import annotations

from itertools import pairwise, takewhile

from visavis.model.article import Role
from visavis.readers.html.article import list_boxes, make_aside
from visavis.readers.html.page import Box, PageBlock
from visavis.text.endings import ends_sentence

_LINKED = 0.7
_LONGEST_TEASER = 60  # words under a heading that is a link
_FEWEST_TEASERS = 2
_SMALLEST = 4  # times as many words has an article as a card in it


def mark_asides(parts: list[PageBlock]) -> list[PageBlock]:
    """Return the parts of an article, those that stand beside it as asides."""
    asides = (
        _teasers(parts)
        | _cards(parts)
        | {i for i, part in enumerate(parts) if part.note or part.embedded or _is_link_item(part)}
    )
    return [make_aside(part) if i in asides and _may_be(part) else part for i, part in enumerate(parts)]


def _may_be(part: PageBlock) -> bool:
    return part.block.role in {Role.BODY, Role.LIST, Role.HEADING} and not part.block.cell


def _leads_away(part: PageBlock) -> bool:
    return part.block.role is Role.HEADING and part.away and part.linked >= _LINKED


def _is_link_item(part: PageBlock) -> bool:
    """True if an item of a list is but a link."""
    return part.block.role is Role.LIST and part.linked >= _LINKED and not ends_sentence(part.text)


def _teasers(parts: list[PageBlock]) -> set[int]:
    """Return the places of headings that are links to other pages, two or more near each other, with their texts."""
    links = [i for i, part in enumerate(parts) if _leads_away(part)]
    found: set[int] = set()
    group: list[int] = []
    for i in [*links, None]:
        if i is not None and (not group or all(map(_is_short, parts[group[-1] + 1 : i]))):
            group.append(i)
            continue
        if len(group) >= _FEWEST_TEASERS and not _go_on(parts, group):
            found |= _around(parts, group)
        group = [i] if i is not None else []
    return found if _are_fewer(parts, found) else set()


def _go_on(parts: list[PageBlock], group: list[int]) -> bool:
    """True if linked headings stand among the article's own paragraphs, which go on after them: they are subheads."""
    box = parts[group[0]].box
    among = box is not None and any(part.box and part.box.parent is box.parent for part in parts[: group[0]])
    text = _count_text(parts[group[-1] + 1 :])
    return among and text > max(_count_text(parts[before + 1 : after]) for before, after in pairwise(group))


def _count_text(parts: list[PageBlock]) -> int:
    """Count the paragraphs before the next heading that are no links."""
    text = takewhile(lambda part: part.block.role is not Role.HEADING, parts)
    return sum(part.linked < _LINKED for part in text)


def _are_fewer(parts: list[PageBlock], places: set[int]) -> bool:
    """True if some parts have fewer words than all others: what holds most of an article's words is the article."""
    words = [len(part.text.split()) for part in parts]
    return 2 * sum(words[i] for i in places) < sum(words)


def _cards(parts: list[PageBlock]) -> set[int]:
    """Return the places of what is in one small element with a heading that is a link to another page."""
    words = sum(len(part.text.split()) for part in parts)
    cards: dict[Box, list[int]] = {
        part.box.parent: [] for part in parts if _leads_away(part) and part.box and part.box.parent
    }
    for i, part in enumerate(parts if cards else []):
        for box in list_boxes(part):
            if box in cards:
                cards[box].append(i)
    said = {card: sum(len(parts[i].text.split()) for i in inside) for card, inside in cards.items()}
    small = (inside for card, inside in cards.items() if said[card] <= min(_LONGEST_TEASER, words / _SMALLEST))
    found = {i for inside in small for i in inside}
    return found if _are_fewer(parts, found) else set()


def _around(parts: list[PageBlock], group: list[int]) -> set[int]:
    """Return a group of teasers with the label above them and the text of the last."""
    first, last = group[0], group[-1]
    if first and parts[first - 1].block.role is Role.HEADING:
        first -= 1
    gaps = [after - before for before, after in pairwise(group)]
    most = max(gaps) - 1
    for part in parts[last + 1 : last + 1 + most]:
        if part.block.role is Role.HEADING or not _is_short(part):
            break
        last += 1
    return set(range(first, last + 1))


def _is_short(part: PageBlock) -> bool:
    return len(part.text.split()) <= _LONGEST_TEASER and (part.block.role is not Role.HEADING or part.away)
