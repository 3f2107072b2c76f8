"""Sentences of an article and of a translation made elsewhere find each other."""

from __future__ import annotations

import pytest

from visavis.alignment import monotonic
from visavis.alignment.monotonic import Group
from visavis.alignment.sentences import align_sentences

BRIDGE = [
    "The city council adopted the budget on Friday evening.",
    "The session lasted more than four hours in a crowded room.",
    "Mayor Anne Vignot defended the spending on schools.",
    "The opposition voted against the text.",
    "Residents will pay a little more tax from January.",
    "The tramway will cost 42 million euros.",
]


def align(*english: str) -> list[Group]:
    """Align with the six sentences, which are their own machine translation."""
    return align_sentences([BRIDGE], [BRIDGE], [english])


def one_by_one(count: int = 6) -> list[Group]:
    return [((number,), (number,)) for number in range(count)]


def test_sentences_in_order() -> None:
    assert align(*BRIDGE) == one_by_one()


def test_a_free_translation() -> None:
    assert (
        align(
            "Late on Friday, councillors approved the city's budget.",
            "They had been sitting for over four hours.",
            "Spending on schools is justified, mayor Anne Vignot said.",
            "Opposition members rejected the text.",
            "Taxes for residents rise slightly in January.",
            "42 million: that is the price of the tram.",
        )
        == one_by_one()
    )


def test_merged_and_split() -> None:
    merged = f"{BRIDGE[0].rstrip('.')}, and the session lasted more than four hours in a crowded room."
    split = ["Mayor Anne Vignot spoke.", "She defended the spending on schools."]
    groups = align(merged, *split, *BRIDGE[3:])
    assert groups == [((0, 1), (0,)), ((2,), (1, 2)), ((3,), (3,)), ((4,), (4,)), ((5,), (5,))]


def test_dropped_and_added() -> None:
    added = "Our reporter could not reach the prefecture for comment."
    assert align(*BRIDGE[:3], added, *BRIDGE[4:]) in (
        [*one_by_one(3), ((3,), ()), ((), (3,)), ((4,), (4,)), ((5,), (5,))],
        [*one_by_one(3), ((), (3,)), ((3,), ()), ((4,), (4,)), ((5,), (5,))],
    )


def test_moved() -> None:
    groups = align(BRIDGE[5], *BRIDGE[:5])
    assert groups == [((number,), ((number + 1) % 6,)) for number in range(6)]
    groups = align(BRIDGE[1], BRIDGE[0], *BRIDGE[2:])
    assert groups[:2] == [((0,), (1,)), ((1,), (0,))]


def test_the_same_number_of_paragraphs_keeps_them_together() -> None:
    french = [BRIDGE[:2], BRIDGE[2:4], BRIDGE[4:]]
    english = [BRIDGE[:2], ["A word on sports.", "The text was rejected."], BRIDGE[4:]]
    groups = align_sentences(french, french, english)
    assert groups[:2] == one_by_one(2)
    assert groups[-2:] == [((4,), (4,)), ((5,), (5,))]
    assert ((3,), (3,)) in groups


def test_the_same_number_of_paragraphs_may_be_an_accident() -> None:
    french = [[sentence] for sentence in BRIDGE]
    english = [*french[1:5], ["The tramway will cost money:"], ["42 million euros."]]
    groups = align_sentences(french, french, english)
    assert groups == [((0,), ()), *(((number,), (number - 1,)) for number in range(1, 5)), ((5,), (4, 5))]


def test_no_english_and_empty_sentences() -> None:
    assert align() == [((number,), ()) for number in range(6)]
    assert align_sentences([["…"]], [["…"]], [["–"]]) in ([((0,), (0,))], [((0,), ()), ((), (0,))])


def test_a_book_is_compared_near_the_diagonal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monotonic, "_BAND", 40)
    book = [f"Sentence {number} tells of {number * 7919 % 10_007} things." for number in range(400)]
    groups = align_sentences([book], [book], [book[:200] + book[210:]])
    lost = [((number,), ()) for number in range(200, 210)]
    assert groups[199:211] == [((199,), (199,)), *lost, ((210,), (200,))]
    assert groups[-1] == ((399,), (389,))
