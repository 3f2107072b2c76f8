"""Carries translations over to a new version of an article."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from visavis.model.article import Sentence
from visavis.model.passage import Passage


def carry_over(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[Passage]:
    """Return the passages of unchanged sentences, at their new positions.

    Equal sentences are told apart by their neighbours; a sentence that was moved is matched by its text alone. Only
    sentences that have passages are compared, so gaps in the old version do no harm.
    """
    old = [passage.sentence.text for passage in passages]
    new = [sentence.text for sentence in sentences]
    ids = [passage.sentence.id for passage in passages]
    if old == [new[id_] for id_ in ids if id_ < len(new)]:
        return [replace(passage, sentence=sentences[id_]) for passage, id_ in zip(passages, ids, strict=True)]
    from difflib import SequenceMatcher  # seldom needed

    passages_by_id: dict[int, Passage] = {}
    used: set[int] = set()
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            passages_by_id[block.b + offset] = passages[block.a + offset]
            used.add(block.a + offset)
    left: dict[str, deque[Passage]] = defaultdict(deque)
    for number, passage in enumerate(passages):
        if number not in used:
            left[passage.sentence.text].append(passage)
    for number, text in enumerate(new):
        if number not in passages_by_id and left.get(text):
            passages_by_id[number] = left[text].popleft()
    return [replace(passages_by_id[number], sentence=sentences[number]) for number in sorted(passages_by_id)]
