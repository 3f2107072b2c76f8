from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.model.document import Document
from visavis.model.events import Opened, Ranked, Started, Translated, apply_event
from visavis.model.message import Message
from visavis.model.passage import Choice, Flag, PackageInfo, Passage
from visavis.model.summary_picks import SummaryPicks

TEXT = "Il dort. Elle rit."
SENTENCES = (Sentence(0, 0, 8, "Il dort."), Sentence(1, 9, 18, "Elle rit."))
ARTICLE = Article("a.txt", "0" * 64, TEXT, (Paragraph(0, Role.BODY, 0, 18, SENTENCES),))


def test_a_document_grows_by_events() -> None:
    document = Document(ARTICLE, PackageInfo("", "", "", ""))
    apply_event(document, Opened(ARTICLE, "fr"))
    apply_event(document, Started(PackageInfo("translate-fr_en", "1", "built-in", "f" * 64)))
    apply_event(document, Translated((Passage(SENTENCES[1], "She laughs.", -0.2),)))
    assert not document.complete
    assert document.paragraph_target(ARTICLE.paragraphs[0]) == "She laughs."
    apply_event(document, Translated((Passage(SENTENCES[0], "He sleeps.", -0.1),)))
    apply_event(document, Ranked("lexrank", (Choice(1, 1, 0.9), Choice(0, 2, 0.1))))
    assert document.complete
    assert document.paragraph_target(ARTICLE.paragraphs[0]) == "He sleeps. She laughs."
    assert list(document.chosen(1)) == [(SENTENCES[1], "She laughs.")]
    assert [c.id for c in document.summary(2).choices] == [0, 1]


def test_a_summary_holds_no_sentence_that_will_have_no_english() -> None:
    ranking = (Choice(0, 1, 0.9), Choice(1, 2, 0.1))
    english = {1: Passage(SENTENCES[1], "She laughs.", -0.2)}
    document = Document(ARTICLE, PackageInfo("", "", "", ""), english, ranking)
    assert [s.id for s, _ in document.chosen(1)] == [0], "it is being translated"
    failed = Passage(SENTENCES[0], "Il dort.", 0.0, flags=(Flag("untranslated", Message("")),))
    document.passages = english | {0: failed}
    assert [s.id for s, _ in document.chosen(1)] == [1]
    document.passages, document.translation_path = english, "a.en.txt"
    assert [s.id for s, _ in document.chosen(1)] == [1]
    document.picks = SummaryPicks(pinned=(0,))
    assert [s.id for s, _ in document.chosen(1)] == [0], "the user wants it"
