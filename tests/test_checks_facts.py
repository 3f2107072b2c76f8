"""Facts that passed silently when they were turned: hours, votes, results, sentences, names and ordinals."""

from __future__ import annotations

import pytest

from visavis.checks import check
from visavis.checks.name_words import is_slip
from visavis.checks.pair import SentencePair


def flagged(source: str, target: str) -> set[str]:
    return {flag.check for flag in check(SentencePair(source, target))}


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("time", "Il est parti à 6 heures.", "He left at 6 p.m."),
        ("time", "Il est parti à 6 heures du matin.", "He left at 6 p.m."),
        ("time", "Il s’est levé à six heures du matin.", "He got up at six in the evening."),
        ("time", "Le train arrive à 6 heures du soir.", "The train arrives at 6 a.m."),
        ("antonym", "Les députés ont voté contre la réforme.", "MPs voted in favour of the reform."),
        ("omission", "L’opposition a voté contre la motion.", "The opposition voted for the motion."),
        ("antonym", "Le pays importe son pétrole de Russie.", "The country exports its oil from Russia."),
        ("antonym", "Le chômage a reculé de 3 % en un an.", "Unemployment rose by 3% in a year."),
        ("antonym", "Lyon a battu Nantes 3-1.", "Lyon lost to Nantes 3-1."),
        ("omission", "Il a été condamné à deux ans de prison avec sursis.", "He was sentenced to two years in prison."),
        ("omission", "L’auteur présumé a été arrêté.", "The author was arrested."),
        ("name", "La ministre Rachida Dati a démissionné.", "Minister Rashida Dati resigned."),
        ("name", "Le député Bernard Dulac a voté.", "MP Bernard Dulak voted."),
        ("figure", "Il a été élu pour un second mandat.", "He was elected for a third term."),
        ("figure", "C’est la première fois qu’il perd.", "It is the second time he has lost."),
        ("figure", "Le roi Louis XIV est mort à Versailles.", "King Louis XV died in Versailles."),
        ("figure", "Le château date du XVIIIe siècle.", "The castle dates from the 17th century."),
        ("figure", "Les ventes ont triplé en cinq ans.", "Sales doubled in five years."),
        ("unit", "Ils réclament des milliards de dollars.", "They are claiming billions of euros."),
        ("unit", "Le climat se réchauffe de 2 °C.", "The climate is warming by 2°F."),
        ("date", "Vu mercredi midi, puis mercredi soir.", "Seen on Sunday noon, then on Wednesday evening."),
    ],
)
def test_a_fact_that_is_turned_is_flagged(name: str, source: str, target: str) -> None:
    assert name in flagged(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il est parti à 6 heures.", "He left at 6 a.m."),
        ("Il est parti à 6 heures du matin.", "He left at six in the morning."),
        ("Le train arrive à 6 heures du soir.", "The train arrives at 18:00."),
        ("Ce soir, il dîne à 8 heures.", "Tonight he is having dinner at 8 p.m."),
        ("Il a travaillé 6 heures hier.", "He worked for 6 hours yesterday."),
        ("Ils ont perdu contre Lyon.", "They lost to Lyon."),
        ("Lyon a été battu par Nantes.", "Lyon lost to Nantes."),
        ("Peu importe le prix.", "The price does not matter."),
        ("Il n’est pas certain qu’il vienne.", "It is uncertain whether he will come."),
        ("Il a été condamné à deux ans de prison avec sursis.", "He was given a two-year suspended sentence."),
        ("Les troupes de Bachar al-Assad sont parties.", "The troops of Bashar al-Assad have left."),
        ("Le ministre Charipov a parlé.", "Minister Sharipov spoke."),
        ("Rien n’est certain, tout sauf simple.", "Nothing is certain, and it is far from simple."),
        ("Le maire a voté contre.", "The mayor voted no."),
        ("C’est une frappe préventive.", "It is a pre-emptive strike."),
        ("Attendez jusqu’à dix-huit heures.", "Wait till six."),
        ("Les ventes ont doublé en un an.", "Sales were twice as high after a year."),
        ("La zone euro prête des dollars.", "The eurozone is lending dollars."),
        ("La réunion a lieu mercredi, comme chaque mercredi.", "The meeting is on Wednesday, as always."),
    ],
)
def test_a_fact_that_is_kept_is_let_pass(source: str, target: str) -> None:
    assert not flagged(source, target)


@pytest.mark.parametrize(("name", "word"), [("Rachida", "Rashida"), ("Dulac", "Dulak"), ("Michel", "Mychel")])
def test_a_letter_within_a_name_is_a_slip(name: str, word: str) -> None:
    assert is_slip(name, word)


@pytest.mark.parametrize(
    ("name", "word"), [("Bachar", "Bashar"), ("Charipov", "Sharipov"), ("Elisabeth", "Elizabeth"), ("Leyla", "Leila")]
)
def test_a_spelling_of_the_press_is_no_slip(name: str, word: str) -> None:
    assert not is_slip(name, word)


def test_each_antonym_of_a_sentence_is_flagged_once() -> None:
    pair = SentencePair("La gauche juge le texte trop faible.", "The right considers the bill too strong.")
    assert [flag.check for flag in check(pair)] == ["antonym", "antonym"]


def test_a_unit_is_told_once() -> None:
    flags = check(SentencePair("Il a payé 300 euros.", "He paid $300."))
    assert [flag.check for flag in flags] == ["unit"]
