"""Checks: each compares a sentence with its translation and flags what the user must look at. None blocks anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from visavis.checks.pair import SentencePair, Span
from visavis.model import glossary
from visavis.model.article import Sentence
from visavis.model.message import Message
from visavis.model.passage import Flag, Passage

# The checks that run here; flags with other names come from an engine.
NAMES = frozenset(
    {"figure", "time", "date", "unit", "name", "negation", "quotation", "allegation", "word"}
    | {"omission", "addition", "antonym", "gender", "spelling"}
    | {"length", "repetition", "untranslated", "confidence", glossary.CHECK}
)

# Checks that an engine's own flag of a degenerate translation makes superfluous.
_OF_SHAPE = frozenset({"length", "repetition", "omission", "addition"})


def check(pair: SentencePair) -> tuple[Flag, ...]:
    """Return the flags for one translation."""
    if not pair.target.strip() or not pair.source.strip():
        return ()
    shape, *others = load_checks()
    flags = list(shape(pair))
    if any(flag.check == "untranslated" for flag in flags) and len(
        pair.french_vocabulary & pair.english_vocabulary
    ) > 0.6 * len(pair.english_vocabulary):
        return tuple(flags)  # untranslated French: comparing it makes no sense
    for one in others:
        flags += one(pair)
    return tuple(flag for flag in flags if not any(_repeats(flag, other) for other in flags))


def _repeats(flag: Flag, other: Flag) -> bool:
    """True if a flag says less than another of the same check: “€” became “$”, and “300 €” became “$300”."""
    if flag == other or flag.check != other.check:
        return False
    return _is_within(flag.source, other.source) and _is_within(flag.target, other.target)


def _is_within(span: Span | None, other: Span | None) -> bool:
    return bool(span and other and other[0] <= span[0] and span[1] <= other[1])


def check_passages(
    passages: Iterable[Passage], passages_by_id: Mapping[int, Passage], terms: glossary.Glossary | None = None
) -> Iterator[Passage]:
    """Yield passages with new flags, after the engine's own; `passages_by_id` is for the context."""
    from visavis.checks.spelling.consistency import (  # imports word lists that are slow to load
        check_spellings,
        find_spellings,
    )

    some = list(passages)
    spellings = find_spellings(some, passages_by_id)
    for passage in some:
        own = tuple(flag for flag in passage.flags if flag.check not in NAMES)
        before = passages_by_id.get(passage.sentence.id - 1)
        pair = SentencePair(
            passage.sentence.text,
            passage.target,
            passage.score if passage.package and not passage.given else None,
            SentencePair(before.sentence.text, before.target) if before else None,
        )
        degenerate = any(flag.check == "degenerate" for flag in own)
        flags = [flag for flag in check(pair) if not degenerate or flag.check not in _OF_SHAPE]
        if terms:
            flags = [flag for flag in flags if flag.check != "word" or not _is_of_term(flag, pair, terms)]
            of_terms = terms.check(pair.source, pair.target)
            flags = [flag for flag in flags if not (flag.check == "name" and _is_covered(flag, of_terms))] + [*of_terms]
        flags += check_spellings(passage, spellings[passage.sentence.id])
        yield replace(passage, flags=_keep_dismissals(passage.flags, (*own, *flags, *_flag_unmatched(passage))))


def _keep_dismissals(before: Iterable[Flag], flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Return the new flags, dismissed where the user has dismissed the same one before."""
    dismissed = {replace(flag, dismissed=False) for flag in before if flag.dismissed}
    return tuple(replace(flag, dismissed=True) if flag in dismissed else flag for flag in flags)


def _flag_unmatched(passage: Passage) -> Iterator[Flag]:
    """Yield a flag if a translation made elsewhere has no English for the French, or no French for the English."""
    if not passage.sentence.text:
        yield Flag("addition", Message("not in the French"))
    elif passage.given and not passage.target:
        yield Flag("omission", Message("not in the English"))


def _is_of_term(flag: Flag, pair: SentencePair, terms: glossary.Glossary) -> bool:
    """True if a flagged word is English that the glossary gives."""
    word = pair.target[slice(*flag.target)].lower() if flag.target else ""
    return any(word in english.lower() for term in terms.terms.values() for english in term.english)


def _is_covered(flag: Flag, others: Iterable[Flag]) -> bool:
    """True if another flag covers the same French words."""
    return any(
        flag.source and other.source and other.source[0] <= flag.source[0] and flag.source[1] <= other.source[1]
        for other in others
    )


@cache
def load_checks() -> tuple[Callable[[SentencePair], Iterable[Flag]], ...]:
    """Import the checks on first use, as their many patterns are slow to compile; return them, `shape` first."""
    from visavis.checks import allegation, dates, figures, names, negation, ordinals, quotes, shape, times, units
    from visavis.checks.meaning import antonyms, coverage, fractions, gender, measures, qualifiers, words
    from visavis.checks.spelling import english

    modules = (shape, figures, ordinals, fractions, times, dates, measures, units, names, negation, quotes, allegation)
    return tuple(one.check for one in (*modules, words, antonyms, qualifiers, gender, coverage, english))


def warm_checks() -> None:
    """Load the checks with their word lists, which takes 0.11 s; to be done while the engine starts."""
    french, english = "Mme Durand n'a pas vendu 3 400 voitures.", "Mrs Durand did not sell 3,400 cars."
    list(check_passages([Passage(Sentence(0, 0, len(french), french), english, 0.0)], {}))
