import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.checks.degenerate import describe_fault

LONG = "Le gouvernement du Kosovo pense que les suspects à l'origine de l'attaque se sont réfugiés en Serbie."


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (LONG, "The government government government of Kosovo thinks that the suspects fled.", "a word is repeated"),
        (LONG, "The leader of France France Unbowed thinks that the suspects fled to Serbia.", "a word is repeated"),
        (LONG, "The government of Kosovo, of Kosovo, of Kosovo thinks the suspects fled.", "a phrase is repeated"),
        (LONG, "The suspects in the attack fled" + " to the north of the country" * 3, "a phrase is repeated"),
        (LONG, "The government lalalalalalalala thinks that the suspects fled to Serbia.", "a syllable is repeated"),
        (LONG, "The government thinks that the suspects have fled" + "." * 30, "a sign is repeated"),
        (LONG, "", "empty"),
        (LONG, " . .", "empty"),
        (LONG, LONG, "the French was copied"),
        (LONG.upper(), LONG.upper(), "the French was copied"),
        (LONG, "Serbia.", "much too short"),
        ("Bonjour.", "Good day to you all and to all those whom I have not yet met.", "much too long"),
    ],
)
def test_what_went_off_the_rails_is_named(source: str, target: str, reason: str) -> None:
    assert describe_fault(source, target) == reason


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (LONG, "The government of Kosovo thinks that those behind the attack fled to Serbia."),
        ("Non, non, non !", "No, no, no!"),
        ("Il y a, il y a, il y a du vent.", "There is, there is, there is wind."),
        ("Jens Stoltenberg, John Kirby et Jake Sullivan", "Jens Stoltenberg, John Kirby and Jake Sullivan"),
        ("Entre 1 et 999 999 999", "Between 1 and 999 999 999"),
        ("Partagez votre avis", "Share"),
        ("***", "***"),
        ("Le groupe Duran Duran, que tous aiment", "The group Duran Duran, that that one loves"),
        ("12,5 %", ""),
        ("Chloé", "Chloé"),
        ("Sommaire ..........", "Contents .........."),
    ],
)
def test_what_is_sound_passes(source: str, target: str) -> None:
    assert describe_fault(source, target) == ""


@given(st.text(), st.text())
def test_any_text_can_be_judged(source: str, target: str) -> None:
    assert isinstance(describe_fault(source, target), str)
