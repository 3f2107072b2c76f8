"""Finding words in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Tiny
from visavis.model.document import Document
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text
from visavis.text.search import Hit, normalise_for_search, search_document


def document(text: str) -> Document:
    return collect_document(run_pipeline(lambda: from_text("a", text), Tiny().engines, "tiny", True))


def found(text: str, wanted: str) -> list[str]:
    """Return what the hits cover, French in lower case before English."""
    held = document(text)
    sentences = {s.id: (s.text, held.target(s)) for s in held.article.sentences()}
    hits = [hit for batch in search_document(held, wanted) for hit in batch]
    return [sentences[hit.sentence][hit.side][hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [
        ("ete", ["été", "ÉTÉ"]),
        ("ÉTÉ", ["été", "ÉTÉ"]),
        ("l'oeuvre d'un", ["l’œuvre d’un", "L’ŒUVRE D’UN"]),
        ("œuvre", ["œuvre", "ŒUVRE"]),
        ("12 000", ["12\u202f000", "12\u202f000"]),
        ("  en   une ", ["en\u00a0une", "EN\u00a0UNE"]),
        ("cœu", []),
        ("", []),
        ("   ", []),
    ],
)
def test_accents_case_apostrophes_and_spaces_do_not_matter(wanted: str, hits: list[str]) -> None:
    text = "Ce fut l’œuvre d’un été à 12\u202f000 euros, en\u00a0une fois."
    assert found(text, wanted) == hits


def test_a_letter_with_its_accent_apart_is_the_same_letter() -> None:
    assert normalise_for_search("E\u0301te\u0301 1,5\u00a0€") == normalise_for_search("été 1,5 €") == "ete 1,5 €"


def test_hits_come_in_reading_order_french_first() -> None:
    held = document("La ville dort. La ville.\n\nUne autre ville.")
    hits = [hit for batch in search_document(held, "ville") for hit in batch]
    assert [(hit.sentence, hit.side) for hit in hits] == [(s, side) for s in range(3) for side in range(2)]
    assert hits[0] == Hit(0, 0, 3, 8)


def test_a_long_article_is_searched_batch_by_batch() -> None:
    held = document(" ".join(f"La ville numéro {n}." for n in range(1200)))
    batches = list(search_document(held, "ville numero"))
    assert len(batches) > 3
    assert sum(map(len, batches)) == 2400


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_every_part_of_a_text_finds_itself(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    assert (
        " ".join(normalise_for_search(part).split()) in " ".join(normalise_for_search(text).split()) or not part.strip()
    )
