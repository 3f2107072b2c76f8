"""A translation made elsewhere as a document: with the real engine, and what its exports say of it."""

from __future__ import annotations

from dataclasses import replace

from exporting import DAY
from visavis.analysis.sentence_counts import count_sentences
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.provenance import describe_provenance, format_provenance
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.given_translation import align_translation, check_translation, pair_segments
from visavis.infrastructure.settings import Settings
from visavis.model.document import Document
from visavis.model.glossary import Glossary
from visavis.model.passage import Status
from visavis.pipeline import recheck_passages, segment_article
from visavis.readers.open import from_text
from visavis.services import create_engines

FRENCH = """Le maire a présenté le budget. Il coûtera 42 millions d’euros.

L’opposition a voté contre vendredi. La séance a duré quatre heures."""
ENGLISH = [
    ["The mayor unveiled the budget, which will cost 42 million euros."],
    ["The sitting went on for four hours.", "On Friday, the opposition had voted against."],
]


def test_the_real_engine_is_the_bridge() -> None:
    engines = create_engines(Settings())
    article = segment_article(from_text("fr.txt", FRENCH), engines.segmenter)
    groups = align_translation(article, ENGLISH, engines)
    assert groups == [((0, 1), (0,)), ((2,), (2,)), ((3,), (1,))]


def given() -> Document:
    article = segment_article(from_text("fr.txt", FRENCH), FrenchSegmenter())
    groups = [((0,), (0,)), ((1,), ()), ((), (1,)), ((2,), (2,)), ((3,), ())]
    return check_translation(article, ENGLISH, groups, "folder/agency.docx", Glossary())


def test_added_english_stands_in_its_own_paragraph() -> None:
    document = given()
    first, second = document.article.paragraphs
    assert [sentence.text for sentence in first.sentences] == [
        "Le maire a présenté le budget.",
        "Il coûtera 42 millions d’euros.",
    ]
    assert second.sentences[0].text == ""
    assert second.sentences[0].start == second.start
    assert document.paragraph_target(second) == " ".join(ENGLISH[1])


def test_checking_again_keeps_what_has_no_counterpart() -> None:
    passages = given().passages
    kinds = [flag.check for one in passages.values() for flag in one.flags if not (flag.source or flag.target)]
    assert kinds == ["omission", "addition", "omission"]
    assert [event.passages for event in recheck_passages(passages, Glossary())] == [()]


def test_exports_say_whose_translation_it_is() -> None:
    document = given()
    lines = format_provenance(document, DAY)
    assert lines[0].startswith("Translation from French made elsewhere, checked by Vis-à-vis")
    assert lines[1] == "Translation: agency.docx."
    assert "Passages: 0 machine, 5 made elsewhere, 0 edited; 0 verified." in lines
    assert describe_provenance(document, DAY)["machine_translation"] is False
    for name in ("tmx", "xliff", "docx", "html", "txt"):
        assert FORMATS[name].write(document, Options(Layout.TRANSLATION, 0, True, DAY))


def test_given_passages_are_counted_apart_and_not_the_users() -> None:
    document = given()
    counts = count_sentences(document)
    assert (counts.total, counts.done, counts.machine, counts.given, counts.edited) == (5, 5, 0, 5, 0)
    passage = document.passages[0]
    assert not passage.human
    document.passages[0] = replace(passage, status=Status.VERIFIED)
    assert count_sentences(document).verified == 1


def test_segments_without_english_have_none() -> None:
    assert pair_segments([["One.", ""], ["Three."]]) == [((0,), (0,)), ((1,), ()), ((2,), (2,))]
