"""The user's own terms are used, not only flagged: put in for words that the glossary names, where that is safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from visavis.checks import check_passages
from visavis.model.glossary import Glossary, apply_fix
from visavis.model.passage import Flag, Passage, Status

MOST = 8  # terms of a sentence


def is_by_machine(passage: Passage) -> bool:
    """True if the words are the engine's, which may be put right."""
    return bool(passage.package) and passage.status is Status.MACHINE and not passage.recalled


def list_unused_terms(passage: Passage, glossary: Glossary | None) -> list[Flag]:
    """Return the open flags of the user's own terms."""
    if not glossary:
        return []
    return [flag for flag in passage.open_flags if glossary.is_own(flag, passage.sentence.text)]


def record_terms(passage: Passage, before: Passage, glossary: Glossary | None) -> Passage:
    """Return a passage that remembers which of the user's own terms it has and the one before had not."""
    if not glossary:
        return passage
    text = passage.sentence.text
    had = glossary.find_own(text, before.target)
    used = [words for french, words in glossary.find_own(text, passage.target).items() if words and not had[french]]
    return replace(passage, terms=tuple(dict.fromkeys((*before.terms, *used))))


def use_terms(
    passages: Iterable[Passage], passages_by_id: Mapping[int, Passage], glossary: Glossary | None
) -> Iterator[Passage]:
    """Yield checked passages, the user's own terms put into those of a machine, checked again."""
    for passage in passages:
        best = passage
        for _ in range(MOST if glossary and is_by_machine(passage) else 0):
            flag = _find_sure_flag(best, glossary)
            if not flag:
                break
            changed = replace(best, target=apply_fix(best.target, flag))
            (checked,) = check_passages([changed], passages_by_id, glossary)
            if len(checked.open_flags) >= len(best.open_flags):
                break
            best = record_terms(checked, best, glossary)
        yield best


def _find_sure_flag(passage: Passage, glossary: Glossary | None) -> Flag | None:
    """Return the flag of a term that can be put in; none where number or case are not clear."""
    text, target = passage.sentence.text, passage.target
    flags = list_unused_terms(passage, glossary)
    return next((flag for flag in flags if glossary and glossary.is_sure(flag, text, target)), None)
