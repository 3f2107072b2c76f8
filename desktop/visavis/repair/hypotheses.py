"""The translation heeds its checks: where the engine's first hypothesis has a grave flag, one without is taken.

So is one with the user's own terms, where the first has others.

From a flagged word on the engine is asked for other words: those before it stay. That takes as long as asking for whole
sentences, but the beam is not spent on words that nobody doubts (packaging/benchmarks/README.md).
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

BEAM = 4
# Words of a sentence. Longer ones would be helped as often, but then all takes more than 1.15 times as long.
LONGEST = 38
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

    def count_faults(passage: Passage) -> tuple[int, int]:
        return count_grave_flags(passage), len(list_unused_terms(passage, glossary))

    def choose(passage: Passage, beam: Sequence[Hypothesis], begin: str) -> Passage:
        best = passage
        for one in _list_likely(passage, beam, begin):  # best first, so that the first without a fault ends it
            (checked,) = repair_names(check_passages([one], passages_by_id, glossary), passages_by_id, glossary)
            best = min(best, checked, key=count_faults)
            if not any(count_faults(best)):
                break
        return best if best is passage else record_terms(best, passage, glossary)

    asked = [passage for passage in passages if is_worth_asking(passage)]
    begins = [_find_sound_beginning(passage) for passage in asked]
    beams = translator.hypotheses([passage.sentence.text for passage in asked], BEAM, begins) if asked else []
    together = zip(asked, beams, begins, strict=True)
    chosen = {passage.sentence.id: choose(passage, beam, begin) for passage, beam, begin in together}
    return [chosen.get(passage.sentence.id, passage) for passage in passages]


def count_grave_flags(passage: Passage) -> int:
    """Count the flags that say that the meaning may be wrong."""
    return sum(flag.rank == 1 for flag in passage.flags)


def _find_sound_beginning(passage: Passage) -> str:
    """Return the English before the word of the first grave flag; nothing if none has a place there."""
    places = [flag.target[0] for flag in passage.flags if flag.rank == 1 and flag.target]
    before = passage.target[: min(places)] if places else ""
    return before[: 1 + before.rfind(" ")].strip()


def _list_likely(passage: Passage, beam: Sequence[Hypothesis], begin: str) -> Iterator[Passage]:
    """Yield the hypotheses that are other words and likely enough, as passages."""
    likeliest = beam[0].score if begin and beam else passage.score
    share = 1 - len(begin) / len(passage.target) if passage.target else 1
    for number, one in enumerate(beam):
        score = passage.score + (one.score - likeliest) * share
        if one.text != passage.target and score >= passage.score - MARGIN:
            yield replace(passage, target=one.text, score=score, flags=one.flags, hypothesis=number or 1)
