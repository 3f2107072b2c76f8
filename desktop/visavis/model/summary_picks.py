"""The user's changes to a summary: sentences pinned, removed and reordered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from visavis.model.passage import Choice


@dataclass(frozen=True, slots=True)
class SummaryPicks:
    """Sentence ids: always in the summary, never in the summary, and the order of those that were moved."""

    pinned: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    order: tuple[int, ...] = ()

    def choose(self, ranking: Sequence[Choice], count: int) -> list[Choice]:
        """Return the pinned sentences and the best of the others, `count` in all (more if more are pinned)."""
        pinned = [choice for choice in ranking if choice.id in self.pinned]
        others = [choice for choice in ranking if choice.id not in (*self.pinned, *self.dropped)]
        chosen = {choice.id: choice for choice in pinned + others[: max(0, count - len(pinned))]}
        return [chosen[id_] for id_ in self._ordered(chosen)]

    def pin(self, sentence: int) -> SummaryPicks:
        """Pin a sentence to the summary, or unpin it."""
        if sentence in self.pinned:
            return replace(self, pinned=_without(self.pinned, sentence))
        return replace(self, pinned=(*self.pinned, sentence), dropped=_without(self.dropped, sentence))

    def drop(self, sentence: int) -> SummaryPicks:
        """Remove a sentence from the summary; the next best takes its place."""
        return replace(self, pinned=_without(self.pinned, sentence), dropped=(*self.dropped, sentence))

    def move(self, shown: Sequence[int], sentence: int, by: int) -> SummaryPicks:
        """Move one of the sentences `shown` up (-1) or down (1)."""
        order = _without(shown, sentence)
        at = min(max(shown.index(sentence) + by, 0), len(order))
        return replace(self, order=(*order[:at], sentence, *order[at:]))

    def as_dict(self) -> dict[str, list[int]]:
        """Return the picks as plain values for saving."""
        return {"pinned": list(self.pinned), "dropped": list(self.dropped), "order": list(self.order)}

    @classmethod
    def from_dict(cls, saved: object) -> SummaryPicks:
        """Read picks saved with `as_dict`; missing or invalid values are ignored."""
        values: Mapping[str, Any] = saved if isinstance(saved, Mapping) else {}
        lists = {name: values.get(name) for name in ("pinned", "dropped", "order")}
        return cls(**{n: tuple(i for i in v if type(i) is int) for n, v in lists.items() if isinstance(v, list)})

    def _ordered(self, ids: Collection[int]) -> list[int]:
        """Return the sentences in reading order, with the moved ones where the user put them."""
        placed = [id_ for id_ in self.order if id_ in ids]
        for id_ in sorted(set(ids) - set(placed)):
            at = next((place for place, other in enumerate(placed) if other > id_), len(placed))
            placed.insert(at, id_)
        return placed


def _without(ids: Sequence[int], sentence: int) -> tuple[int, ...]:
    return tuple(id_ for id_ in ids if id_ != sentence)
