"""Which parts of a page are its article: what trafilatura found, and what stands among that and reads as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from visavis.model.article import Role
from visavis.readers.html.about import About, list_headline_keys, reduce_to_key
from visavis.readers.html.page import Box, PageBlock
from visavis.text.endings import ends_sentence, ends_with

_COMMENTS = re.compile(r"(?:\d+ |vos |les |voir les )?(?:commentaires?|réactions?)\b.{0,20}$", re.IGNORECASE)
_FEWEST, _FEWEST_LETTERS = 20, 300  # words, or characters where no spaces part words
_LONG = 40  # characters that are not in two places by chance
_SMALL = 0.25  # of the article: what is called furniture and holds more is the article all the same
_NEAR_TITLE = 12  # parts
#: An item of a list with a line that is a link to another page, and a text under it, is about that page.
_FEWEST_IN_TITLE, _LONGEST_CARD = 3, 120  # words


class Selection(NamedTuple):
    """The parts of the article, and how many that read as text were left out of it."""

    parts: list[PageBlock]
    left_out: int = 0


def select_article(shown: list[PageBlock], about: About) -> Selection | None:
    """Return the article among the parts of a page, or nothing where there is none."""
    texts = ["".join(part.text.split()) for part in shown]
    found = [text in about.elements or (len(text) >= _LONG and text in about.whole) for text in texts]
    sure = [
        i for i, text in enumerate(texts) if found[i] and len(text) >= _LONG and shown[i].block.role is not Role.HEADING
    ]
    few = sum(len(shown[i].text.split()) for i in sure) < _FEWEST
    if few and sum(len(texts[i]) for i in sure) < _FEWEST_LETTERS:
        return None
    return _Selector(shown, found, sure, about.title).selection()


class _Selector:
    """Decides on each part by where it stands: `sure` are the places of what is certainly the article."""

    def __init__(self, shown: list[PageBlock], found: list[bool], sure: list[int], title: str) -> None:
        self._shown, self._found, self._title = shown, found, title
        self._first, self._last = sure[0], sure[-1]
        certain = frozenset(sure)
        for i, part in enumerate(shown):
            _count(part, i in certain)
        self._lines = {shown[i].box for i in sure}
        self._sure = sum(len(shown[i].text.split()) for i in sure)
        captions = (i for i in sure if shown[i].block.role is Role.CAPTION)
        self._captioned = sum(len(shown[i].text.split()) for i in captions)
        self._root = next((box for box in list_boxes(shown[self._first]) if box.sure == self._sure), None)
        self._held = self._furniture_words(sure)
        self._signatures = {
            box.signature for i in sure for box in self._below_root(shown[i]) if box.signature and not box.furniture
        }

    def selection(self) -> Selection:
        """Return what belongs to the article, in the order of the page."""
        shown, top = self._shown, self._top()
        kept = [i for i in range(top, self._end()) if i == top or self._belongs(i)]
        kept = [
            i for i, following in zip(kept, [*kept[1:], -1], strict=True) if not self._is_bare_heading(i, following)
        ]
        title = reduce_to_key(shown[top].text) if shown[top].block.role is Role.HEADING else ""
        again = {
            i
            for i in kept
            if i != top and shown[i].block.role is Role.HEADING and reduce_to_key(shown[i].text) == title
        }
        there, titles = set(kept), list_headline_keys(self._title)
        left_out = sum(
            i not in there and reads_as_text(part) and self._is_inside(part) and reduce_to_key(part.text) not in titles
            for i, part in enumerate(shown)
        )
        return Selection([self._marked(i) for i in kept if i not in again], left_out)

    def _top(self) -> int:
        """Return the place of the title above the article or, if there is none, of the first text beside it."""
        shown = self._shown
        top = next((i for i in range(self._first, -1, -1) if is_title(shown[i], self._title)), None)
        if top is None:  # the page calls itself otherwise than its article
            near = range(self._first, max(self._first - _NEAR_TITLE, -1), -1)
            top = next((i for i in near if shown[i].block.role is Role.HEADING and shown[i].block.level == 1), None)
        if top is None:
            near = range(self._first - 1, max(self._first - 6, -1), -1)
            above = [
                i for i in near if self._is_inside(shown[i]) and self._is_beside(shown[i]) and is_standfirst(shown[i])
            ]
            return min(above, default=self._first)
        name = reduce_to_key(shown[top].text)
        above = [i for i in range(max(0, top - _NEAR_TITLE), top) if shown[i].block.role is Role.HEADING]
        return next((i for i in above if reduce_to_key(shown[i].text) == name), top)

    def _end(self) -> int:
        """Return the place after the last part that belongs to the article."""
        end = self._last + 1
        while end < len(self._shown) and self._found[end]:  # short cells and items at the end
            end += 1
        for i in range(end, len(self._shown)):
            part = self._shown[i]
            if not self._is_inside(part) or (part.block.role is Role.HEADING and _COMMENTS.match(part.text)):
                break
            if part.note or (self._is_beside(part) and self._is_text(part)):
                end = i + 1
        return end

    def _belongs(self, i: int) -> bool:
        part = self._shown[i]
        if self._found[i] or part.note:
            return True
        if part.block.role is Role.CAPTION:
            return not self._in_furniture(part)
        if i < self._first:
            return is_standfirst(part) and not self._in_furniture(part)
        return self._is_text(part) or self._stands_among(i)

    def _stands_among(self, i: int) -> bool:
        """True if a part that does not read as text, such as a link, is a paragraph among those that are sure."""
        part = self._shown[i]
        parent = part.box.parent if part.box else None
        return (
            self._first < i < self._last
            and part.block.role in {Role.BODY, Role.LIST}
            and not part.block.cell
            and len(part.text.split()) > 1
            and parent is not None
            and parent.sure > 0
            and not self._in_furniture(part)
        )

    def _is_bare_heading(self, i: int, following: int) -> bool:
        """True if a heading that trafilatura did not find has nothing under it."""
        heading = self._shown[i].block.role is Role.HEADING and not self._found[i]
        return heading and i > self._first and following != i + 1

    def _is_beside(self, part: PageBlock) -> bool:
        """True if a part is in an element with parts that are sure, or in one that is called like theirs."""
        parent = part.box.parent if part.box else None
        beside = (parent is not None and parent.sure > 0) or (part.box is not None and part.box.sure > 0)
        return beside or any(box.signature in self._signatures for box in self._below_root(part) if box.signature)

    def _is_text(self, part: PageBlock) -> bool:
        """True if what trafilatura left out among the text of the article reads as a part of it."""
        if part.block.role is Role.CAPTION or self._in_furniture(part):
            return False
        words = len(part.text.split())
        if part.box in self._lines and words >= 2:  # a line of a paragraph that is there
            return True
        outermost = self._own(part)
        if part.block.role is Role.HEADING:
            return part.linked < 0.3 and not outermost.teasers
        if part.linked > 0.5:
            alone = outermost is part.box
            return alone and part.block.role is Role.BODY and words >= 8 and ends_with(part.text, ".…")
        if outermost.teasers or outermost.linked > 0.4 * outermost.words:
            return False
        if part.block.cell or part.block.role is Role.LIST:
            return part.block.cell is not None or words >= 3
        return words >= 4 and (ends_sentence(part.text) or words >= 12)

    def _is_inside(self, part: PageBlock) -> bool:
        """True if a part is in the innermost element that holds all that is sure."""
        return any(box is self._root for box in list_boxes(part))

    def _own(self, part: PageBlock) -> Box:
        """Return the outermost element around a part that holds nothing sure."""
        own = part.box or Box(None)
        for box in self._below_root(part):
            if not box.sure:
                own = box
        return own

    def _below_root(self, part: PageBlock) -> Iterator[Box]:
        for box in list_boxes(part):
            if box is self._root:
                return
            yield box

    def _furniture_words(self, sure: list[int]) -> Counter[str]:
        """Count the sure words in elements that are called alike: a live report may be a list of "comments"."""
        held: Counter[str] = Counter()
        for i in sure:
            for signature in {box.signature for box in self._below_root(self._shown[i]) if box.furniture}:
                held[signature] += len(self._shown[i].text.split())
        return held

    def _in_furniture(self, part: PageBlock) -> bool:
        most = _SMALL * self._sure
        return any(
            box.form
            or (box.furniture and box.sure <= most and (not box.signature or self._held[box.signature] <= most))
            for box in self._below_root(part)
        )

    def _marked(self, i: int) -> PageBlock:
        """Make an aside of what is in the article but called furniture, is a note, or does not read as text."""
        part = self._shown[i]
        if part.block.role is Role.CAPTION and self._captioned * 2 > self._sure:  # the page calls its text so
            return part._replace(block=part.block._replace(role=Role.BODY))
        card = any(box.cards and box.words <= _LONGEST_CARD for box in self._below_root(part))
        beside = self._in_furniture(part) or (card and part.block.role is Role.LIST)
        beside = beside or not (self._found[i] or self._is_text(part) or not self._stands_among(i))
        return make_aside(part) if part.block.role in {Role.BODY, Role.LIST} and beside else part


def _count(part: PageBlock, sure: bool) -> None:
    words = len(part.text.split())
    for box in list_boxes(part):
        box.words += words
        box.sure += words * sure
        box.linked += part.linked * words
        box.cards += part.block.role is Role.LIST and part.away and part.linked > 0.9 and words >= _FEWEST_IN_TITLE
        box.teasers += part.block.role is Role.HEADING and part.away and part.linked > 0.7


def list_boxes(part: PageBlock) -> Iterator[Box]:
    """Yield the elements around a part, the innermost first."""
    box = part.box
    while box is not None:
        yield box
        box = box.parent


def make_aside(part: PageBlock) -> PageBlock:
    """Return a part as text around the article."""
    return part._replace(block=part.block._replace(role=Role.ASIDE, level=0))


def reads_as_text(part: PageBlock) -> bool:
    """True if a part is long enough to be missed, and no menu."""
    words = len(part.text.split())
    return part.linked < 0.7 and ((words >= 6 and ends_sentence(part.text)) or words >= 12)


def is_title(part: PageBlock, title: str) -> bool:
    """True if a part is a heading that says the page's title, with or without the name of the site."""
    if part.block.role is not Role.HEADING:
        return False
    text, wanted = reduce_to_key(part.text), reduce_to_key(title)
    same = text in list_headline_keys(title) or (len(text) >= 15 and text in wanted) or wanted in text
    return bool(wanted and text) and same and len(text) < 3 * len(wanted)


def is_standfirst(part: PageBlock) -> bool:
    """True if a part between the title and the text introduces the text."""
    words = part.text.split()
    own = part.block.role in {Role.BODY, Role.HEADING} and part.linked < 0.3
    return own and len(words) >= 8 and ends_sentence(part.text)
