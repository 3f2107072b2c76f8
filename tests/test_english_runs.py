"""English in the French, such as a title, stays letter by letter."""

from __future__ import annotations

import pytest

from visavis.engines.translation.english_runs import restore_english


@pytest.mark.parametrize(
    ("source", "target", "restored"),
    [
        (
            "Le film Once Upon a Time in Hollywood est sorti.",
            "The film Once Upon Time in Hollywood was released.",
            "The film Once Upon a Time in Hollywood was released.",
        ),
        (
            "Elle a repris I Will Always Love You, puis elle est partie.",
            "She resumed I Will always Love You, then she left.",
            "She resumed I Will Always Love You, then she left.",
        ),
        (
            "La chanson Smells Like Teen Spirit a été jouée.",
            "The song Smells Like Teen spirit was played.",
            "The song Smells Like Teen Spirit was played.",
        ),
    ],
)
def test_a_title_is_put_back(source: str, target: str, restored: str) -> None:
    assert restore_english(source, target) == restored


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le film Il Était Une Fois est sorti.", "The film Il Etait Une Fois was released."),
        ("Selon Jean Paul Martin, tout va bien.", "According to Jean-Paul Martin, all is well."),
        ("Selon Center for American Progress, non.", "According to the Center for American Progress, no."),
        ("Le film The Lord of the Rings est sorti.", "The famous film was released."),
    ],
)
def test_what_is_no_english_or_too_unlike_is_left(source: str, target: str) -> None:
    assert restore_english(source, target) == target
