"""Bold and italic: exact in French; in English where it is certain which words are meant."""

import pytest

from visavis.exports.emphasis import PENDING, TextSpan, flatten_text, list_english_spans, list_french_spans
from visavis.model.article import Article, Paragraph, Role, Run, Sentence
from visavis.model.document import Document
from visavis.model.passage import PackageInfo, Passage

NAMES = {"b": (True, False), "i": (False, True), "bi": (True, True)}


def document(pairs: list[tuple[str, str]], *marked: tuple[str, str]) -> Document:
    """Return a paragraph of sentences with their translations; `marked` are words of it and how they are set."""
    text, sentences, passages = "", [], {}
    for number, (source, target) in enumerate(pairs):
        text += " " * bool(number)
        sentences.append(Sentence(number, len(text), len(text) + len(source), source))
        passages[number] = Passage(sentences[-1], target, 0.0)
        text += source
    runs = tuple(Run(text.index(words), text.index(words) + len(words), *NAMES[style]) for words, style in marked)
    paragraph = Paragraph(0, Role.BODY, 0, len(text), tuple(sentences), runs=runs)
    article = Article("x.docx", "", text, (paragraph,))
    return Document(article, PackageInfo("", "", "", ""), {i: p for i, p in passages.items() if p.target})


def shown(spans: tuple[TextSpan, ...]) -> str:
    """Return spans with signs around what is set otherwise."""
    return "".join(
        ("*" * (s.italic + 2 * s.bold)).join(["", s.text, ""]) if s.bold or s.italic else s.text for s in spans
    )


def carried(source: str, target: str, words: str, style: str = "b") -> str:
    made = document([(source, target)], (words, style))
    return shown(list_english_spans(made, made.article.paragraphs[0]))


def test_french_is_as_it_was() -> None:
    made = document([("Un mot gras et penché.", "x")], ("mot gras", "b"), ("gras et", "i"))
    assert shown(list_french_spans(made.article, made.article.paragraphs[0])) == "Un **mot *****gras**** et* penché."


@pytest.mark.parametrize("words", ["Elle a parlé.", "Elle a parlé", "«\u00a0Elle a parlé.\u00a0»"])
def test_a_whole_sentence_is_carried_over(words: str) -> None:
    assert carried("«\u00a0Elle a parlé.\u00a0»", "“She spoke.”", words) == "**“She spoke.”**"


def test_a_run_over_two_sentences_sets_both_and_what_is_between() -> None:
    made = document([("Un. ", "One."), ("Deux.", "Two."), ("Trois.", "Three.")], ("Un.  Deux.", "i"))
    assert shown(list_english_spans(made, made.article.paragraphs[0])) == "*One. Two.* Three."


def test_several_runs_can_cover_a_sentence() -> None:
    made = document([("Elle, il, nous.", "She, he, we.")], ("Elle, ", "bi"), ("il, nous.", "b"))
    assert shown(list_english_spans(made, made.article.paragraphs[0])) == "**She, he, we.**"


@pytest.mark.parametrize(
    ("source", "target", "words", "wanted"),
    [
        ("La maire Anne Vignot est là.", "Mayor Anne Vignot is here.", "Anne Vignot", "Mayor **Anne Vignot** is here."),
        ("La maire (Anne) est là.", "The mayor (Anne) is here.", "(Anne) ", "The mayor (**Anne**) is here."),
        ("Il y en a 42 ici.", "There are 42 here, not 142.", "42", "There are **42** here, not 142."),
        ("Le budget est là.", "The budget is here.", "budget", "The **budget** is here."),
        ("De Paris à Paris.", "From Paris to Paris.", "à Paris", "From Paris to Paris."),
        ("Il a dit non.", "He said a thing.", "a", "He said a thing."),
        ("On est là.", "On we go.", "est", "On we go."),
        ("Le Parisien est là.", "Parisians are here.", "Parisien", "Parisians are here."),
    ],
)
def test_words_in_a_sentence_are_carried_over_if_they_stand_there(
    source: str, target: str, words: str, wanted: str
) -> None:
    assert carried(source, target, words) == wanted


def test_the_second_of_two_stays_the_second() -> None:
    made = document([("Oui Paris, non Paris vraiment.", "Yes Paris, no Paris really.")], ("Paris vraiment", "b"))
    start = made.article.text.rindex("Paris")
    run = Run(start, start + 5, bold=True)
    paragraph = made.article.paragraphs[0]
    twice = Paragraph(0, Role.BODY, paragraph.start, paragraph.end, paragraph.sentences, runs=(run,))
    assert shown(list_english_spans(made, twice)) == "Yes Paris, no **Paris** really."


def test_what_is_not_translated_is_marked_once() -> None:
    made = document([("Un.", ""), ("Deux.", ""), ("Trois.", "Three."), ("Quatre.", "")])
    assert shown(list_english_spans(made, made.article.paragraphs[0])) == f"{PENDING} Three. {PENDING}"


def test_a_text_is_one_line_whose_bound_spaces_stay() -> None:
    assert flatten_text("a \n\t b\u00a0! c\u202f? \x00\x1b\ud800\ufffe\x85\u2029d") == "a b\u00a0! c\u202f? d"
