"""What people say and how names are spelt: quotations, one spelling in an article, English in the French."""

from __future__ import annotations

import pytest

from visavis.checks import check, check_passages
from visavis.checks.pair import SentencePair
from visavis.model.article import Sentence
from visavis.model.passage import Flag, Passage


def flagged(source: str, target: str) -> set[str]:
    return {flag.check for flag in check(SentencePair(source, target))}


def check_article(*pairs: tuple[str, str]) -> list[tuple[Flag, ...]]:
    passages = {i: Passage(Sentence(i, 0, 0, source), target, 0.0) for i, (source, target) in enumerate(pairs)}
    return [passage.flags for passage in check_passages(passages.values(), passages)]


def test_two_spellings_of_a_name_in_an_article_are_flagged() -> None:
    first, second, third, fourth = check_article(
        ("Volodymyr Zelensky a parlé.", "Volodymyr Zelenskyy spoke."),
        ("Kiev a vu Zelensky hier.", "Kyiv saw Zelensky yesterday."),
        ("Zelensky est parti.", "Zelenskyy has left."),
        ("Il aime Kiev.", "He loves Kiev."),
    )
    assert not first and not third
    assert [(flag.check, flag.fix) for flag in (*second, *fourth)] == [("spelling", "Zelenskyy"), ("spelling", "Kyiv")]


def test_two_names_of_two_people_are_let_pass() -> None:
    assert not any(
        check_article(("Martin est parti.", "Martin has left."), ("Martine est restée.", "Martine has stayed."))
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("« Je suis innocent », a-t-il dit.", "“He is innocent,” he said."),
        (
            "« Nous avons gagné et nous gagnerons encore les prochaines élections », dit-elle.",
            "“We won,” she says, and they will win the next elections again.",
        ),
        (
            "Il veut protéger « la vraie nature de la famille » et « promouvoir sa morale et ses valeurs ».",
            "He wants to protect “the true nature of the family, and promote its morals and values”.",
        ),
        ("Le film « No Country for Old Men » sort mercredi.", "The film “No Land for Old Men” is out on Wednesday."),
    ],
)
def test_a_quotation_that_is_changed_is_flagged(source: str, target: str) -> None:
    assert "quotation" in flagged(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("« Je suis innocent », a-t-il dit.", "“I am innocent,” he said."),
        ("« Je le connais, il est honnête », a-t-elle dit.", "“He is honest, I know him,” she said."),
        ("Il a crié « The show must go on » avant de partir.", "He shouted “The show must go on” before leaving."),
        ("Le Committee to Protect Journalists a protesté.", "The Committee to Protect Journalists protested."),
        ("Le prix « Les personnalités de notre ville »", "The People of Our City prize"),
    ],
)
def test_a_quotation_that_stays_is_let_pass(source: str, target: str) -> None:
    assert not flagged(source, target)


@pytest.mark.parametrize(
    ("source", "target", "fix"),
    [
        ("Il habite en Afrique depuis longtemps.", "He has long lived in Afreca.", "Africa"),
        ("Le Kenya a gagné la course.", "Kena won the race.", "Kenya"),
        ("Alonso a gagné la course.", "Alenso won the race.", "Alonso"),
        ("La France a gagné la partie.", "Fraoce won the game.", "France"),
        ("La Commission revoit le texte.", "The Commision is reviewing the text.", "Commission"),
        ("Catherine Ashton est à Vienne.", "Catherine Aston is in Vienna.", "Ashton"),
        ("L’Europe va mal.", "Euroue is doing badly.", "Europe"),
        ("Facebook a été condamné.", "Farebook has been convicted.", "Facebook"),
    ],
)
def test_a_letter_that_is_wrong_in_a_name_is_flagged(source: str, target: str, fix: str) -> None:
    assert [flag.fix for flag in check(SentencePair(source, target)) if flag.check == "name"] == [fix]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Fetissov dirige le club de Moscou.", "Fetisov heads the Moscow club."),
        ("Charipov a quitté le Honduras.", "Sharipov left Honduras."),
        ("Victor Baranets est russe.", "Viktor Baranets is Russian."),
        ("Il est né au Honduras.", "He is a Honduran."),
        ("Le professeur Mokrzyckiego enseigne ici.", "Professor Mokrzycki teaches here."),
        ("Il a étudié à l’université de Washington.", "He studied at UW."),
    ],
)
def test_a_name_as_english_has_it_is_let_pass(source: str, target: str) -> None:
    assert not flagged(source, target)


def test_a_headline_in_capitals_is_no_other_spelling() -> None:
    flags = check_article(("Zelensky arrive.", "Zelensky arrives."), ("ZELENSKY ARRIVE.", "ZELENSKY ARRIVES."))
    assert not any(flag.check == "spelling" for of in flags for flag in of)
