"""English that has no French, in a file translated in place: it stands beside the sentence it is next to."""

from __future__ import annotations

import pytest

from visavis.exports.writers.in_place.placing import Sentence, translate_tokens
from visavis.exports.writers.in_place.tokens import Words


@pytest.mark.parametrize(
    ("sentences", "english"),
    [
        ([("", "New."), ("Il dort.", "He sleeps.")], "New. He sleeps."),
        ([("Il dort.", "He sleeps."), ("", "New.")], "He sleeps. New."),
        ([("Il dort.", ""), ("", "New.")], "Il dort. New."),
        ([("", "New."), ("Il dort.", "")], "Il dort. New."),
    ],
)
def test_nothing_is_lost_in_place(sentences: list[tuple[str, str]], english: str) -> None:
    made = translate_tokens([Words("Il dort.")], [Sentence(*pair) for pair in sentences], Words(""))
    left = list(made)
    assert "".join(token.text for token in left) == english
    marked = [token.text for token in left if isinstance(token, Words) and token.french]
    assert marked == [french for french, target in sentences if french and not target]
