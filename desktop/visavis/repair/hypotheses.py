"""The translation heeds its checks: where the engine's first hypothesis has a grave flag, one without is taken.

So is one with the user's own terms, where the first has others.

newstest2013, package 0.7: 322 grave flags become 240, at 1.14 times the processor time
(packaging/benchmarks/hypotheses.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from visavis.checks import check_passages
from visavis.model.glossary import Glossary
from visavis.model.passage import Hypothesis, Passage
from visavis.model.ports import Translator
from visavis.repair.names import repair_names
from visavis.repair.terms import is_by_machine, list_unused_terms, record_terms

BEAM = 6
# Words of a sentence. Longer ones would be helped as often, but then all takes more than 1.15 times as long: with a
# beam of 8 and no limit 1.5 times, for 40 % fewer grave flags.
LONGEST = 30
MARGIN = 0.3  # of the mean log-probability: a hypothesis much less likely than the first is not taken


def choose_hypotheses(
    passages: Sequence[Passage],
    passages_by_id: Mapping[int, Passage],
    glossary: Glossary | None,
    translator: Translator,
    grave: bool = True,
) -> list[Passage]:
    """Return checked passages, other hypotheses in place of those with grave flags or without the user's own terms.

    Without `grave` only the terms count as a reason. Raises EngineFailed.
    """

    def is_worth_asking(passage: Passage) -> bool:
        reason = (grave and count_grave_flags(passage)) or list_unused_terms(passage, glossary)
        return is_by_machine(passage) and bool(reason) and len(passage.sentence.text.split()) <= LONGEST

    def choose(passage: Passage, beam: Sequence[Hypothesis]) -> Passage:
        best = min(
            (passage, *_check_hypotheses(passage, beam, passages_by_id, glossary)),
            key=lambda one: (count_grave_flags(one), len(list_unused_terms(one, glossary)), -one.score),
        )
        return best if best is passage else record_terms(best, passage, glossary)

    asked = [passage for passage in passages if is_worth_asking(passage)]
    beams = translator.hypotheses([passage.sentence.text for passage in asked], BEAM) if asked else []
    chosen = {passage.sentence.id: choose(passage, beam) for passage, beam in zip(asked, beams, strict=True)}
    return [chosen.get(passage.sentence.id, passage) for passage in passages]


def count_grave_flags(passage: Passage) -> int:
    """Count the flags that say that the meaning may be wrong."""
    return sum(flag.rank == 1 for flag in passage.flags)


def _check_hypotheses(
    passage: Passage, beam: Sequence[Hypothesis], passages_by_id: Mapping[int, Passage], glossary: Glossary | None
) -> Iterator[Passage]:
    """Yield the hypotheses that are likely enough, checked."""
    others = [
        replace(passage, target=one.text, score=one.score, flags=one.flags, hypothesis=number)
        for number, one in enumerate(beam)
        if number and one.score >= passage.score - MARGIN
    ]
    return repair_names(check_passages(others, passages_by_id, glossary), passages_by_id, glossary)
