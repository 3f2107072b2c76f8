"""For whom a pronoun stands that speaks, and how English attributes a quotation."""

from __future__ import annotations

import pytest

from tiny import TINY
from visavis.analysis.attribution import format_attribution, format_french_attribution
from visavis.analysis.persons import find_persons
from visavis.analysis.quotations import Quotation, find_quotations
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.model.document import Document
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import from_text

BRIDGE = (
    "« C’est le travail de trois générations », dit Jeanne Cabanel.\n\n"
    "Le pont suspendu rouvrira aux piétons le 15 juin, a annoncé lundi la présidente du département.\n\n"
    "« Nous tenons enfin une date », a-t-elle déclaré devant une centaine de riverains."
)


def last(text: str, *targets: str) -> tuple[Quotation, Document]:
    """Return the last quotation of a text, and its document, whose last sentences are translated so."""
    article = segment_article(from_text("x", text), FrenchSegmenter())
    said = list(article.sentences())[-len(targets) :] if targets else []
    passages = {s.id: Passage(s, target, -0.1) for s, target in zip(said, targets, strict=True)}
    return find_quotations(article)[-1], Document(article, TINY, passages)


def test_the_speaker_is_the_one_of_the_sentence_before_in_her_role() -> None:
    announced = "The suspended bridge will reopen on 15 June, announced the president of the Department on Monday."
    quotation, document = last(BRIDGE, announced, "“We finally have a date,” she said in front of a hundred people.")
    assert quotation.speaker == "la présidente du département"
    assert format_attribution(quotation, document) == "the president of the Department said"
    assert format_french_attribution(quotation) == "la présidente du département, a-t-elle déclaré"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mme Le Pen s’est exprimée jeudi.\n\n« Nous sommes prêts », assure-t-elle.", "Mme Le Pen"),
        ("John Kirby est arrivé. « Nous sommes prêts à partir », a-t-il dit.", "John Kirby"),
        ("Mme Le Pen a vu M. Macron. « Nous sommes prêts à partir », a-t-elle dit.", "Mme Le Pen"),
        ("Le chef de la Maison Blanche est là. « Nous sommes prêts », a-t-il dit.", "Le chef de la Maison Blanche"),
        ("La vigneronne arpente ses rangs avec Paul Martin. « Il pleut trop », soupire-t-elle.", "La vigneronne"),
        ("« Non », a dit la maire, Anne Durand. « Il faut attendre », a-t-elle ajouté.", "la maire, Anne Durand"),
        ("« Non », a dit Paul Martin. « Jamais », a-t-il ajouté. « Il faut voir », a-t-il repris.", "Paul Martin"),
        ("Selon la préfète de l’Aude, tout va. « Il faut attendre ici », a-t-elle dit.", "la préfète de l’Aude"),
        ("Les syndicats ont annoncé une grève. « Nous irons au bout », ont-ils dit.", "Les syndicats"),
        ("Anne Durand a vu Marie Petit. Celle-ci est là. « Je pars demain soir », a-t-elle dit.", ""),
        ("Anne Durand a vu Marie Petit. « Je pars demain matin », a dit celle-ci.", ""),
        ("Le chauffeur de bus de la ligne 4 a affirmé son désaccord. « Je pars demain », a-t-il dit.", "Le chauffeur"),
        ("Invitée, Anne Durand est là. « Il faut voir », a-t-elle dit.", "Anne Durand"),
        # Nobody, or somebody else, is named near.
        ("« Nous sommes prêts », ont-ils dit à John Kirby.", ""),
        ("Jeanne Cabanel est là. Il pleut sur la ville. « Nous partons demain », a-t-elle dit.", ""),
        ("Anne Durand a vu Marie Petit. « Je pars demain matin », a-t-elle dit.", ""),
        ("Paul Martin est là. « Je pars demain matin », a-t-elle dit.", ""),
        ("Les élus sont là. « Je pars demain matin », a-t-il dit.", ""),
        ("La réunion a duré. « Je pars demain matin », a-t-elle dit.", ""),
        ("Elle l’a dit sur France Info. « Je pars demain matin », a-t-elle dit.", ""),
        ("Le général De Gaulle est la cible du président du parti. « Je pars demain », a-t-il lancé.", ""),
        ("« Non », a ajouté celle qui vit avec Anne Durand. « Je pars demain matin », a-t-elle dit.", ""),
        ("Un père peut crier. « Je pars demain matin », a-t-il dit.", ""),
        ("La présentatrice a parlé de la ministre. « Je pars demain », a-t-elle dit.", ""),
        ("Selon lui, « tout va très bien ici ».", ""),
        ("Paul Martin est là. « Je pars demain matin », dit-on.", ""),
        ("Elle a vu Paul Roy, a révélé vendredi le quotidien. « Je pars demain », a-t-il dit.", "le quotidien"),
    ],
)
def test_a_pronoun_stands_for_the_one_named_near_who_agrees(text: str, speaker: str) -> None:
    found = last(text)[0].speaker
    assert found.startswith(speaker) if speaker else not found


@pytest.mark.parametrize(
    ("pronoun", "english", "french"),
    [
        ("a-t-elle", "she (unresolved) said", "elle (non identifiée), a-t-elle dit"),
        ("a-t-il", "he (unresolved) said", "il (non identifié), a-t-il dit"),
        ("ont-ils", "they (unresolved) said", "ils (non identifiés), ont-ils dit"),
        ("ont-elles", "they (unresolved) said", "elles (non identifiées), ont-elles dit"),
    ],
)
def test_who_is_not_named_is_said_not_to_be(pronoun: str, english: str, french: str) -> None:
    quotation, document = last(f"« Je pars demain matin », {pronoun} dit.")
    assert (format_attribution(quotation, document), format_french_attribution(quotation)) == (english, french)


@pytest.mark.parametrize(
    ("text", "target", "english"),
    [
        (
            "« Nous demandons la paix », a déclaré John Kirby, porte-parole du Conseil de sécurité nationale.",
            "“We are asking for peace,” said John Kirby, spokesman for the National Security Council.",
            "John Kirby, spokesman for the National Security Council, said",
        ),
        (
            "« Nous partons », a dit John Kirby, très ému.",
            "“We are leaving,” said John Kirby, very moved.",
            "John Kirby said",
        ),
        (
            "Selon les États-Unis, « la Serbie se réarme depuis un mois ».",
            "According to the United States, “Serbia has been rearming for a month”.",
            "according to the United States",
        ),
        ("D’après l’AFP, « la Serbie se réarme ».", "According to AFP, “Serbia is rearming”.", "according to AFP"),
        (
            "« La ville paiera », a répondu le ministre de l’Intérieur, Gérald Darmanin, lors d’un déplacement.",
            "“The city will pay,” replied the Interior Minister, Gérald Darmanin, on a visit.",
            "the Interior Minister, Gérald Darmanin, replied",
        ),
        (
            "« La ville paiera », a répondu le ministre de l’Intérieur, Gérald Darmanin.",
            "“The city will pay,” replied Gérald Darmanin, the Minister of the Interior.",
            "Gérald Darmanin, the Minister of the Interior, replied",
        ),
        (
            "« Il faut agir », a dit Mme Le Pen.",
            "“We must act,” Mrs Le Pen said.",
            "Mrs Le Pen said",
        ),
        ("« Il faut agir », a dit M. Dupont.", "“We must act.”", "Mr Dupont said"),
        (
            "« Il faut agir », a dit le maire de Lyon.",
            "“We must act,” the mayor of Lyon said on Monday.",
            "the mayor of Lyon said",
        ),
        ("« Il faut agir », a dit le maire de Lyon.", "“We must act.”", "the mayor of Lyon said"),
        ("« Il faut agir », explique un avocat.", "", "a lawyer explained"),
        (
            "« Il faut agir », a dit la maire, face à la maire de Lyon.",
            "“We must act,” the mayor said, facing the mayor of Lyon.",
            "the mayor said",
        ),
        (
            "« Il faut agir », a dit la directrice de l’école du village.",
            "“We must act.”",
            "« la directrice de l’école du village » said",
        ),
        (
            "Selon l’ONG française Planète Amazone, « le village est touché ».",
            "According to the French NGO, Planet Amazone, “the village is affected”.",
            "according to the French NGO, Planet Amazone",
        ),
        ("Jean Martin : « Je ne regrette rien de cela. »", "Jean Martin: “I regret nothing.”", "Jean Martin"),
        ("« Le vent se lève et la mer monte. » Personne ne bouge.", "“The wind is rising.”", ""),
    ],
)
def test_attribution_is_in_english_words_and_order(text: str, target: str, english: str) -> None:
    assert format_attribution(*last(text, *([target] if target else []))) == english


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("« Il faut agir », a dit le maire de Lyon.", "a dit le maire de Lyon"),
        ("Le maire de Lyon a dit : « Il faut agir ».", "a dit le maire de Lyon"),
        ("Selon les États-Unis, « la Serbie se réarme depuis un mois ».", "selon les États-Unis"),
        ("Elle a ajouté : « Il faut agir vite ».", "elle (non identifiée) a ajouté"),
    ],
)
def test_attribution_is_as_the_article_has_it_in_french(text: str, french: str) -> None:
    assert format_french_attribution(last(text)[0]) == french


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le PDG de Système U parle.", [("Le PDG de Système U", "m", False)]),
        ("L’avocate et le chef de la diplomatie française, ici.", [
            ("L’avocate", "f", False), ("le chef de la diplomatie française", "m", False)]),
        ("Des députés et Jean-Claude Roy.", [("Des députés", "m", True), ("Jean-Claude Roy", "m", False)]),
        ("La scientifique de 32 ans.", [("La scientifique", "f", False)]),
        ("Xi Jinping, la porte, le pont.", [("Xi Jinping", "", False)]),
        ("Hier Marine Le Pen, à la Ligue Nationale Unie.", [("Marine Le Pen", "f", False)]),
        ("La Maison Blanche. Vendredi Patricia Ibeaho Bouya.", [("Patricia Ibeaho Bouya", "f", False)]),
        ("On parle du maire de Lyon.", [("le maire de Lyon", "m", False)]),
        ("Selon LREM Olivia Grégoire.", [("Olivia Grégoire", "f", False)]),
        ("Aya Majzoub, chercheuse ; Ana Ng.", [("Aya Majzoub", "f", False), ("Ana Ng", "f", False)]),
        ("Yaa Gyasi est née là.", [("Yaa Gyasi", "f", False)]),
    ],
)  # fmt: skip
def test_people_are_known_by_name_or_office(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert [(person.text, person.gender, person.plural) for person in find_persons(text)] == found
