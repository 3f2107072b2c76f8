import pytest

from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.model.passage import Choice
from visavis.model.summary_length import USUAL, count_summary_sentences

TEXTS = ["Un deux trois.", "Un — deux.", "Un deux trois quatre.", "Un."] * 3
SENTENCES = tuple(Sentence(i, 0, len(text), text) for i, text in enumerate(TEXTS))
ARTICLE = Article("a.txt", "0" * 64, "", (Paragraph(0, Role.BODY, 0, 0, SENTENCES),))
RANKING = [Choice(i, i + 1, -float(i)) for i in range(12)]


@pytest.mark.parametrize(("asked", "count"), [(1, 1), (5, 5), (12, 12), (99, 12), (0, 1), (-3, 1)])
def test_a_number_of_sentences_stays_between_one_and_all(asked: int, count: int) -> None:
    assert count_summary_sentences(ARTICLE, RANKING, sentences=asked) == count


@pytest.mark.parametrize(("percent", "count"), [(0, 1), (1, 1), (25, 3), (50, 6), (100, 12), (500, 12)])
def test_a_percentage_is_of_the_sentences_that_may_be_chosen(percent: float, count: int) -> None:
    assert count_summary_sentences(ARTICLE, RANKING, percent=percent) == count


@pytest.mark.parametrize(("words", "count"), [(0, 1), (3, 1), (4, 1), (5, 2), (8, 2), (9, 3), (10, 4), (30, 12)])
def test_the_best_sentences_together_keep_within_the_words(words: int, count: int) -> None:
    assert count_summary_sentences(ARTICLE, RANKING, words=words) == count


def test_without_a_wish_the_length_is_the_usual_one() -> None:
    assert count_summary_sentences(ARTICLE, RANKING) == USUAL


def test_nothing_to_choose_from_makes_an_empty_summary() -> None:
    assert count_summary_sentences(ARTICLE, [], sentences=3) == count_summary_sentences(ARTICLE, [], words=50) == 0
