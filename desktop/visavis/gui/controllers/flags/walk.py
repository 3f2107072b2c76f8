"""The way from flag to flag, and where on it one is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from visavis.gui.flag_filter import FlagFilter
from visavis.gui.messages import describe_flag
from visavis.gui.panels.location_list import LocationEntry
from visavis.model.document import Document
from visavis.model.passage import Flag, Passage
from visavis.text.search import Hit

Spot = tuple[int, int]  # sentence id, and the index of one of its open flags


def find_next_flag(passages: Mapping[int, Passage], start: Spot, by: int, wanted: FlagFilter) -> Spot | None:
    """Return the open flag after (1) or before (-1) a spot, wrapping around; None if there are none wanted."""
    sentence, number = start
    ids = sorted(passages)
    at = bisect_left(ids, sentence)
    here = [sentence] if sentence in passages else []
    others = [*ids[at + len(here) :], *ids[:at]]
    for id_ in [*here, *(others if by > 0 else others[::-1]), *here]:
        numbers = [n for n, flag in enumerate(passages[id_].open_flags) if wanted.accepts(flag)]
        if id_ == sentence and here:  # first what lies beyond the spot, at last what lies before it
            numbers, here = [n for n in numbers if (n > number if by > 0 else n < number)], []
        if numbers:
            return id_, numbers[0] if by > 0 else numbers[-1]
    return None


def count_flags(passages: Mapping[int, Passage], spot: Spot, wanted: FlagFilter) -> tuple[int, int]:
    """Return the place of a flag among those wanted, beginning with 1, and their number."""
    spots = [
        (id_, number)
        for id_, passage in passages.items()
        for number, flag in enumerate(passage.open_flags)
        if wanted.accepts(flag) or (id_, number) == spot
    ]
    return 1 + sum(one < spot for one in spots), len(spots)


def find_flag_at(passage: Passage, side: int, offset: int) -> int | None:
    """Return the index of the open flag that is underlined at an offset of one side, the shortest; None if none is."""
    length = len(passage.target if side else passage.sentence.text) or 1  # an ellipsis stands for what is missing
    found = []
    for number, flag in enumerate(passage.open_flags):
        start, end = (flag.source, flag.target)[side] or (0, length)
        if start <= offset < end:
            found.append((end - start, number))
    return min(found)[1] if found else None


def list_entries(document: Document, fix: str, wanted: FlagFilter) -> Iterator[list[LocationEntry]]:
    """Yield the entries of all flags wanted."""
    yield [
        make_entry(passage, number, flag, fix)
        for _, passage in sorted(document.passages.items())
        for number, flag in enumerate(passage.open_flags)
        if wanted.accepts(flag)
    ]


def make_entry(passage: Passage, number: int, flag: Flag, fix: str) -> LocationEntry:
    """Return the entry of a flag; `fix` is the template that says how it is put right."""
    spans = ((0, flag.source), (1, flag.target))
    places = tuple(Hit(passage.sentence.id, side, *span) for side, span in spans if span)
    reason = describe_flag(flag)
    note = f"{reason} ({fix.format(flag.fix)})" if flag.fix and flag.target else reason
    lines = (reason, passage.target or passage.sentence.text)
    return LocationEntry(lines, note, passage.sentence.id, places, number, flag.rank)
