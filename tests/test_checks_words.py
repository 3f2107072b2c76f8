"""Words in neither language, and French words that were left in the English."""

from __future__ import annotations

import time

import pytest

from visavis.checks import check, check_passages
from visavis.checks.meaning.english_words import is_english
from visavis.checks.pair import SentencePair
from visavis.model.article import Sentence
from visavis.model.glossary import Glossary, Term
from visavis.model.passage import PackageInfo, Passage


def flags_on(source: str, target: str) -> list[tuple[str, str]]:
    """Return the check and the English words of each flag."""
    return [(f.check, target[slice(*f.target)] if f.target else "") for f in check(SentencePair(source, target))]


@pytest.mark.parametrize("word", ["infrontements", "marjuana", "monaster", "governmention"])
def test_a_word_in_neither_language_is_flagged(word: str) -> None:
    assert flags_on("Il y a eu des heurts.", f"There were {word} there.") == [("word", word)]


@pytest.mark.parametrize(
    "target",
    [
        "The colour and the color of travellers and travelers.",
        "He didn’t say, they weren't asked and it wasn’t so.",
        "The crewmembers were cyberbullying him recreationally.",
        "See visavis.example/infrontements or write to marjuana@monaster.org.",
        "Mr Monaster and the al-Qaeda leader met in Xanadouville.",
        "It is a well-known state-of-the-art, half-finished jihadist podcast.",
    ],
)
def test_an_english_word_a_name_and_an_address_are_none(target: str) -> None:
    assert "word" not in {name for name, _ in flags_on("Il dort.", target)}


def test_english_that_the_glossary_gives_is_no_unknown_word() -> None:
    package = PackageInfo("translate-fr_en", "1.0", "built-in", "0" * 64)
    passage = Passage(Sentence(0, 0, 8, "Il vape."), "He is a cloudophile now.", -0.2, package=package)
    (bare,) = check_passages([passage], {})
    (given,) = check_passages([passage], {}, Glossary([Term("nuageur", ("cloudophile",))]))
    assert [flag.check for flag in bare.flags] == ["word"]
    assert not given.flags


@pytest.mark.parametrize("word", ["homebuilders", "canyoning", "sexualised", "hyperthymesia"])
def test_a_word_made_of_english_ones_or_a_learned_one_is_let_pass(word: str) -> None:
    assert not flags_on("Des constructeurs, le canyoning, l’hyperthymésie.", f"It is about {word}.")


def test_a_rare_word_that_the_french_has_too_is_no_unknown_word() -> None:
    assert not flags_on("Un plat de tuzemsky et du houmous.", "A dish of tuzemsky and houmous.")


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("Il revient après une saison difficile.", "He is back after a saison difficile.", "saison difficile"),
        ("L’armée avance avec des chars.", "The army advances with chars.", "chars"),
        ("Les prochains jours seront décisifs.", "The prochains days will be decisive.", "prochains"),
        ("Un rassemblement avec des élus.", "A rally avec local councillors.", "avec"),
        ("C’est un rôle « majeur » pour lui.", "It is a “majeur” role for him.", "majeur"),
    ],
)
def test_a_french_word_left_inside_a_sentence_is_flagged(source: str, target: str, left: str) -> None:
    assert flags_on(source, target) == [("untranslated", left)]


def test_a_sentence_is_looked_up_fast() -> None:
    from visavis.checks.meaning.words import check as check_words

    sentence = "The prime minister said on Tuesday that the government would not change its policy. " * 2
    assert is_english("government")  # the list is loaded
    began = time.process_time()
    for i in range(200):
        list(check_words(SentencePair(f"Il dort {i}.", sentence)))
    assert (time.process_time() - began) / 200 < 0.005


def test_a_piece_of_a_french_word_is_no_copy() -> None:
    assert flags_on("Il a été tué dans une embuscade.", "He was killed in a busca.") == [("word", "busca")]
    assert flags_on("C’est l’ubérisation du travail.", "It is the uberis of work.") == []
