from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from visavis.analysis import key_facts, quantities
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.model.document import Document
from visavis.model.passage import Choice, Passage
from visavis.pipeline import NO_PACKAGE, segment_article
from visavis.readers.open import from_text
from window_under_test import MainWindow


def made(pairs: Sequence[tuple[str, str]]) -> Document:
    article = segment_article(from_text("a.txt", "\n\n".join(french for french, _ in pairs)), FrenchSegmenter())
    passages = {s.id: Passage(s, pairs[s.id][1], 0.0) for s in article.sentences()}
    ranking = tuple(Choice(s.id, s.id + 1, 1.0) for s in article.sentences())
    return Document(article, NO_PACKAGE, passages, ranking)


ARTICLE = made(
    [
        (
            "Vendredi, le maire Jean de La Tour a reçu 1 200 salariés.",
            "On Friday, Mayor Jean de La Tour met 1,200 workers.",
        ),
        ("Le plan de l’OTAN coûte 3,5 millions d’euros à la Serbie.", "NATO’s plan costs Serbia 3.5 million euros."),
        (
            "Selon Jean de La Tour, la hausse est de 12 % en 2024.",
            "Jean de La Tour says it rose by 12 percent in 2024.",
        ),
        ("Ils sont venus le 3 mai à 14 h 30.", "They came on 3 May at 2.30 p.m."),
    ]
)


def test_names_by_how_often_they_are_said() -> None:
    assert key_facts.find_french_facts(ARTICLE).names == ("Jean de La Tour", "OTAN", "Serbie")


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    document = made([("Manger est bon.", "Eating is good."), ("Hier, Paris dort.", "Paris sleeps.")])
    assert key_facts.find_french_facts(document).names == ("Paris",)


def test_a_family_name_counts_for_the_whole_name() -> None:
    document = made([("Le ministre Luc Roy part à Lyon.", ""), ("À Lyon, le ministre Roy a parlé avec Roy.", "")])
    assert key_facts.find_french_facts(document).names == ("Luc Roy", "Lyon")


def test_figures_with_their_units_but_no_dates_and_hours() -> None:
    assert key_facts.find_french_facts(ARTICLE).figures == ("1 200 salariés", "3,5 millions d’euros", "12 %")


def test_what_opens_a_quotation_or_is_elided_is_no_name() -> None:
    document = made([("Hier, Luc a dit : « Nous irons, d’ici là, à Paris »", "")])
    assert key_facts.find_french_facts(document).names == ("Luc", "Paris")


def test_in_english_only_what_the_translation_has_as_english_spells_it() -> None:
    assert key_facts.find_english_facts(ARTICLE) == key_facts.KeyFacts(
        ("Jean de La Tour", "NATO", "Serbia"), ("1,200 workers", "3.5 million euros", "12 percent")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La récolte pourrait baisser de 30 % par rapport à l’an dernier.", ["30 %"]),
        ("Le chantier a coûté 4,2 millions d’euros, 3 milliards de dollars, 5 millions €.", [
            "4,2 millions d’euros", "3 milliards de dollars", "5 millions €"]),
        ("Ils sont 84, dont 3 femmes ; 61 000 par an, 2,5 millions.", ["3 femmes"]),
        ("On compte 234 nouveaux cas et 173 vendredi, 12 autres.", ["234 nouveaux cas"]),
        ("Il a fait 38 °C sur 15 km et 0,5 point, à 110 km/h, en 2024 des gens.", [
            "38 °C", "15 km", "0,5 point", "110 km/h"]),
        ("Le 5 mars, 14 heures, 48 heures, 3 fois, 30 dans, 2024 morts, 12/03 jours.", ["48 heures"]),
    ],
)  # fmt: skip
def test_french_figures_are_whole(text: str, found: list[str]) -> None:
    assert [quantity.text for quantity in quantities.find_french_quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The harvest could fall by 30% compared to last year.", ["30%"]),
        ("It cost EUR 4.2 million, $3 billion, €50m, 4.2 million euros, 7 million.", [
            "EUR 4.2 million", "$3 billion", "€50m", "4.2 million euros"]),
        ("There are 84, 61,000 per year, 84 in all and 3 of the cars.", []),
        ("On Friday 234 new cases, 1,200 people, 1.5 point and 12 per cent.", [
            "234 new cases", "1,200 people", "1.5 point", "12 per cent"]),
        ("At 38 °C, 15 km, 110 km/h, in 2024 workers left; 5 was less, 9 its cars.", ["38 °C", "15 km", "110 km/h"]),
    ],
)  # fmt: skip
def test_english_figures_are_whole(text: str, found: list[str]) -> None:
    assert [quantity.text for quantity in quantities.find_english_quantities(text)] == found


def test_a_figure_that_is_whole_in_one_language_only_is_named_there_only() -> None:
    document = made([("Il y a 1 200 salariés et 30 % de retard.", "There are 1,200 and they are 30% compared late.")])
    assert key_facts.find_french_facts(document).figures == ("1 200 salariés", "30 %")
    assert key_facts.find_english_facts(document).figures == ("30%",)


def test_peoples_offices_and_numerals_are_no_names() -> None:
    document = made(
        [
            ("Hier, des Serbes et le Premier ministre ont vu les Noirs du XVIIIe siècle.", "Serbes and the Noirs."),
            ("Hier, le Britannique Lee Price a vu une Bosnienne à Lyon.", "Britannique Lee Price saw her in Lyon."),
        ]
    )
    assert key_facts.find_french_facts(document).names == ("Lee Price", "Lyon")
    assert key_facts.find_english_facts(document).names == ("Lyon",)


def test_a_french_name_that_english_has_another_for_is_none_in_english() -> None:
    document = made([("Hier, Séoul et Pékin ont signé.", "Séoul and Beijing signed.")])
    assert key_facts.find_french_facts(document).names == ("Séoul", "Pékin")
    assert key_facts.find_english_facts(document).names == ("Beijing",)


@given(st.text("0123456789 ,.%€\u00a0dmilonseu’", max_size=60))
def test_figures_are_found_in_any_text(text: str) -> None:
    for quantity in (*quantities.find_french_quantities(text), *quantities.find_english_quantities(text)):
        assert quantity.text in text and float(quantity.number) >= 0


def test_nothing_of_nothing() -> None:
    assert key_facts.find_french_facts(made([("Il pleut.", "It rains.")])) == key_facts.KeyFacts()
    assert key_facts.find_english_facts(made([("Il pleut.", "")])) == key_facts.KeyFacts()


def test_the_window_names_them_below_the_summary(window: MainWindow, qtbot: QtBot) -> None:
    line = window.summary.facts
    window.opening.open_text("b", "Le maire Dupont a parlé à Lille. Il a payé 12 euros à Dupont hier soir.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    assert line.isHidden()
    window.session.edit(0, "Mayor Dupont spoke in Lille.")
    window.session.edit(1, "He paid 12 euros to Dupont last night.")
    qtbot.waitUntil(lambda: line.text() == "Figures: 12 euros · Names: Dupont, Lille")
    assert line.isVisible()
    window.opening.open_text("c", "Un autre article, sur la pluie et le beau temps dans la ville.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    qtbot.waitUntil(line.isHidden)
