"""A sentence in capitals is translated as if it were in small letters, and is in capitals again."""

from __future__ import annotations

import pytest

from visavis import paths
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.capitals import is_in_capitals, lower_capitals, restore_capitals
from visavis.packages.find import find_packages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LE MAIRE A DÉMISSIONNÉ HIER", "Le maire a démissionné hier"),
        ('"L\'OTAN EST PRÊTE À ENVOYER DES SOLDATS"', '"L\'OTAN est prête à envoyer des soldats"'),
        ("Exclusif : LE MAIRE DÉMISSIONNE, selon lui.", "Exclusif : Le maire démissionne, selon lui."),
        ("SELON LE MINISTRE JEAN DUPONT", "Selon le ministre Jean Dupont"),
        ("L'ONU, l'OTAN et la SNCF", "L'ONU, l'OTAN et la SNCF"),
        ("ONU OTAN UE", "ONU OTAN UE"),
        ("Emmanuel MACRON est arrivé", "Emmanuel MACRON est arrivé"),
        ("Le maire a démissionné.", "Le maire a démissionné."),
        ("A. B. C. D.", "A. B. C. D."),
    ],
)
def test_runs_of_capitals_become_small_letters(text: str, expected: str) -> None:
    assert lower_capitals(text) == expected


def test_the_translation_is_in_capitals_where_the_sentence_is() -> None:
    assert is_in_capitals("LE MAIRE A DÉMISSIONNÉ") and not is_in_capitals("LE MAIRE a démissionné")
    assert restore_capitals("LE MAIRE A DÉMISSIONNÉ", "The mayor has resigned") == "THE MAYOR HAS RESIGNED"
    assert restore_capitals("Le maire a démissionné", "The mayor has resigned") == "The mayor has resigned"


@pytest.mark.parametrize(
    ("french", "made", "english"),
    [
        ("Condamné en appel, il part.", "condemned on appeal, he leaves.", "Condemned on appeal, he leaves."),
        ("« Condamné »", '"condemned"', '"Condemned"'),
        ("L'iPhone est là.", "iPhone is there.", "iPhone is there."),
        ("Selon franceinfo, oui.", "franceinfo says yes.", "franceinfo says yes."),
        ("le maire", "the mayor", "the mayor"),
        ("Le 3 mai", "3 May", "3 May"),
    ],
)
def test_a_sentence_begins_with_a_capital_as_in_french(french: str, made: str, english: str) -> None:
    assert restore_capitals(french, made) == english


def test_a_headline_in_capitals_is_translated() -> None:
    real = ArgosTranslator(find_packages([(paths.get_built_in_packages_folder(), "built-in")])[0], threads=1)
    headline = "LE PRÉSIDENT DE LA RÉPUBLIQUE ANNONCE UNE RÉFORME DES RETRAITES"
    ((_, hypothesis),) = next(iter(real.translate([headline])))
    assert hypothesis.text.isupper()
    assert "PRESIDENT" in hypothesis.text and "REFORM" in hypothesis.text and "PENSION" in hypothesis.text
    links = real.links(headline, hypothesis.text)
    paired = {(headline[slice(*link.source)], hypothesis.text[slice(*link.target)]) for link in links}
    assert ("PRÉSIDENT", "PRESIDENT") in paired
