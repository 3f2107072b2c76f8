"""Links sentences that the translation put in another order, which an alignment in order leaves alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from visavis.alignment.likeness import Likeness
from visavis.alignment.monotonic import Group

# A pair out of order has to be more alike than one in order, which its neighbours speak for.
_THRESHOLD = 0.12


def link_moved(groups: Sequence[Group], likeness: Likeness) -> list[Group]:
    """Return the groups with neighbours that changed places told apart, and sentences that moved linked."""
    separated = [part for group in groups for part in _separate(group, likeness)]
    links = _find_links(separated, likeness)
    moved = {number for _, english in links for number in english}
    joined = {number: (french, english) for french, english in links for number in french}
    result: list[Group] = []
    for french, english in separated:
        if not english and french[0] in joined:
            if joined[french[0]][0][0] == french[0]:
                result.append(joined[french[0]])
        elif french or english[0] not in moved:
            result.append((french, english))
    return result


def _separate(group: Group, likeness: Likeness) -> list[Group]:
    """Return two pairs for a group of two and two sentences, straight or crossed, unless they are really mixed."""
    french, english = group
    if len(french) != 2 or len(english) != 2:
        return [group]
    alike = [likeness.compare(number, 1, english[0], english[1] + 1, 1) for number in french]
    straight, crossed = (float(alike[0][0]), float(alike[1][1])), (float(alike[0][1]), float(alike[1][0]))
    best = max(straight, crossed, key=sum)
    if min(best) < _THRESHOLD:
        return [group]
    order = english if best == straight else english[::-1]
    return [((first,), (second,)) for first, second in zip(french, order, strict=True)]


def _find_links(groups: Sequence[Group], likeness: Likeness) -> list[Group]:
    """Return links between sentences without a counterpart, the most alike first taken."""
    french = sorted(group[0] for group, other in groups if group and not other)
    english = sorted(other[0] for group, other in groups if other and not group)
    if not french or not english:
        return []
    found: list[tuple[float, Group]] = []
    for size, other_size in product((1, 2), repeat=2):
        starts, other_starts = _find_runs(french, size), _find_runs(english, other_size)
        for first in starts:
            alike = likeness.compare(first, size, 0, english[-1] + 2 - other_size, other_size)
            for start in other_starts:
                if alike[start] >= _THRESHOLD:
                    link = (tuple(range(first, first + size)), tuple(range(start, start + other_size)))
                    found.append((float(alike[start]) * (size + other_size) / 2, link))
    links: list[Group] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, (group, other) in sorted(found, reverse=True):
        if taken[0].isdisjoint(group) and taken[1].isdisjoint(other):
            links.append((group, other))
            taken[0].update(group)
            taken[1].update(other)
    return links


def _find_runs(numbers: Sequence[int], size: int) -> list[int]:
    """Return the numbers that begin a run of `size` consecutive ones."""
    known = set(numbers)
    return [number for number in numbers if known.issuperset(range(number, number + size))]
