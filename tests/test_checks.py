"""The checks: what a reader must look at again, and what she must not be bothered with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.checks import NAMES, check, check_passages
from visavis.checks.pair import SentencePair
from visavis.model.article import Sentence
from visavis.model.glossary import apply_fix
from visavis.model.passage import Flag, PackageInfo, Passage

PACKAGE = PackageInfo("translate-fr_en", "1.0", "built-in", "0" * 64)


def flagged(source: str, target: str) -> set[str]:
    return {flag.check for flag in check(SentencePair(source, target))}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le coup d’État a échoué.", "The coup d’état failed."),
        ("Le plateau de la boutique est unique.", "The boutique’s plateau is unique."),
        ("N’est-il pas trop tard pour agir ?", "Is it too late to act?"),
        ("Le chantier a coûté 3,5 millions d’euros.", "The works cost 3.5 million euros."),
        ("La séance a commencé à 14 h 30.", "The sitting began at 2:30 pm."),
        ("Il avait quatre-vingt-dix ans.", "He was ninety years old."),
        ("Elle a vécu au XXe siècle.", "She lived in the 20th century."),
        ("La dette atteint 2,8 milliards d’euros.", "The debt stands at €2.8 billion."),
        ("Il a septante ans et son frère nonante.", "He is seventy and his brother ninety."),
        ("Près de deux millions et demi de foyers", "Nearly two and a half million homes"),
        ("Un million et demi de foyers", "One and a half million homes"),
        ("Elle a vécu au XXIe siècle.", "She lived in the twenty-first century."),
        ("Les bureaux ouvrent à 8 h.", "The offices open at 8."),
        ("Il serait mort à Pékin, selon Londres.", "He is said to have died in Beijing, according to London."),
    ],
)
def test_a_right_translation_is_let_pass(source: str, target: str) -> None:
    assert not flagged(source, target)


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("figure", "Le chantier a coûté 3,5 millions d’euros.", "The works cost 3.5 billion euros."),
        ("time", "La séance a commencé à 14 h 30.", "The sitting began at 4:30 pm."),
        ("date", "Il viendra le 12 mars.", "He will come on 12 May."),
        ("unit", "Les prix ont monté de 12 %.", "Prices rose by 12 euros."),
        ("name", "Le ministre a rencontré Jens Stoltenberg.", "The minister met Jens Steltonberg."),
        ("figure", "Il manque deux mille milliards d’euros.", "Two billion euros are missing."),
        ("unit", "Il a emprunté 75.000 GBP.", "He borrowed €75,000."),
        ("unit", "Respectivement 81, 84 et 89 pour cent.", "81 euros, 84 percent and 89 percent respectively."),
        ("name", "La Banque centrale a cédé.", "The Cenral Bank gave in."),
        (
            "name",
            "L’Europe et la France veulent une Europe forte.",
            "Europe and France want a strong Eurpe.",
        ),
        ("name", "Il a grandi en Ukraine puis à Séville.", "He grew up in Ukraine, then in Trebonia."),
        ("negation", "Le maire n’a pas signé le décret.", "The mayor signed the decree."),
        ("negation", "Elle a été licenciée sans indemnité.", "She was dismissed with compensation."),
        ("quotation", "« Nous partons dès demain matin », dit-il.", "He says they leave tomorrow morning."),
        ("allegation", "Il aurait tué trois voisins.", "He killed three neighbours."),
        ("allegation", "Le sénateur n'aurait pas menti.", "The senator did not lie."),
        ("untranslated", "Il a subi un long interrogatoire.", "He underwent a long interrogatoire."),
        ("repetition", "La pluie a inondé les caves.", "The rain flooded cellars in the in the town."),
        ("repetition", "Il a obtenu 3,5 % des voix (3,5 %).", "He got 3.5% of votes (3.5%%)."),
        ("untranslated", "Il est en garde à vue depuis hier.", "He has been in garde à vue since yesterday."),
    ],
)
def test_a_wrong_one_is_flagged(name: str, source: str, target: str) -> None:
    assert flagged(source, target) == {name}


def test_a_flag_says_why_and_where() -> None:
    source, target = "Il y a eu 35 000 morts.", "There were 53,000 dead."
    (flag,) = check(SentencePair(source, target))
    assert flag.detail == "“35 000” became “53,000”"
    assert flag.source and flag.target
    assert (source[slice(*flag.source)], target[slice(*flag.target)]) == ("35 000", "53,000")


def test_passages_are_flagged_again_and_an_engine_keeps_its_own_flags() -> None:
    own, old = Flag("unknown", "a character has no translation"), Flag("figure", "“3” is not in the translation")
    first = Passage(Sentence(0, 0, 7, "Il dort."), "It was a long day.", -0.2, flags=(own, old), package=PACKAGE)
    second = Passage(Sentence(1, 8, 20, "Elle veille."), "It was a long day.", -1.4, package=PACKAGE)
    one, other = check_passages([first, second], {0: first, 1: second})
    assert one.flags == (own,)
    assert [flag.check for flag in other.flags] == ["repetition", "confidence"]


_TEXT = st.text() | st.text(alphabet="«»\"'’ 0123456789h:,.%€ \n") | st.from_regex(
    r"(?:(?:ne|pas|aurait tué|deux|cent|mille|vingt|quatre|Paris|14 h 30|XXe siècle|mars|« |»|12,5 %|un million) ){0,9}"
)  # fmt: skip


@given(_TEXT, _TEXT)
def test_no_text_is_too_strange(source: str, target: str) -> None:
    for flag in check(SentencePair(source, target, -0.5, SentencePair(target, source))):
        assert flag.check in NAMES
        assert flag.detail
        for place, text in ((flag.source, source), (flag.target, target)):
            assert place is None or 0 <= place[0] < place[1] <= len(text)


@pytest.mark.parametrize("word", ["cent ", "mille ", "1 ", "1", "« ", "ne ", "aurait ", "XX", "de ", "A-b"])
def test_a_word_said_without_end_can_be_checked(word: str) -> None:
    assert all(flag.check in NAMES for flag in check(SentencePair(word * 3000, word.upper() * 3000)))


@given(st.lists(st.sampled_from(["12", "3,5", "1 200", "80"]), min_size=1, max_size=5))
def test_the_same_figures_are_no_matter(figures: list[str]) -> None:
    english = [figure.replace(",", ".").replace(" ", ",") for figure in figures]
    found = check(SentencePair(" ; ".join(figures), "; ".join(english)))
    assert not [flag for flag in found if flag.check == "figure"]


def test_a_sign_that_is_doubled_can_be_put_right() -> None:
    source, target = "Les Verts (3,5 %) sont derrière.", "The Greens (3.5 %%) are behind."
    (flag,) = [flag for flag in check(SentencePair(source, target)) if flag.check == "repetition"]
    assert apply_fix(target, flag) == "The Greens (3.5 %) are behind."
    assert "repetition" not in flagged("Le signe %% est écrit deux fois.", "The sign %% is written twice.")
