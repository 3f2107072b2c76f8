"""Names that the engine misspelt are written as in the French."""

from __future__ import annotations

import pytest

from visavis.checks import check_passages
from visavis.model.article import Sentence
from visavis.model.passage import PackageInfo, Passage, Status
from visavis.repair.names import repair_names

PACKAGE = PackageInfo("translate-fr_en", "1.0", "built-in", "0" * 64)


def repaired(french: str, english: str, status: Status = Status.MACHINE, recalled: bool = False) -> Passage:
    passage = Passage(Sentence(0, 0, len(french), french), english, -0.2, status, package=PACKAGE, recalled=recalled)
    (made,) = repair_names(check_passages([passage], {}), {}, None)
    return made


@pytest.mark.parametrize(
    ("french", "english", "wanted"),
    [
        (
            "Il a été transféré à la base de Quantico par Jens Stoltenberg.",
            "He was moved to the Qantico base by Jens Stoltenberg.",
            "He was moved to the Quantico base by Jens Stoltenberg.",
        ),
        (
            "Les patients de la maison Victor-Gadbois y vivent.",
            "The patients of the Victor-Gadbis house live there.",
            "The patients of the Victor-Gadbois house live there.",
        ),
        ("Les cigarettes Marlboro sont chères.", "Marlmbo cigarettes cost a lot.", "Marlboro cigarettes cost a lot."),
        ("Selon Vladimir Poutine, la Russie tient.", "According to Vladimir Putin, Russia holds.", None),
        ("Le Conseil de Paris a voté.", "The Paris Council has voted.", None),
    ],
)
def test_a_misspelt_name_is_put_right_and_no_other(french: str, english: str, wanted: str | None) -> None:
    made = repaired(french, english)
    assert made.target == (wanted or english)
    assert not made.flags


@pytest.mark.parametrize(("status", "recalled"), [(Status.EDITED, False), (Status.MACHINE, True)])
def test_what_a_user_has_written_is_left_alone(status: Status, recalled: bool) -> None:
    made = repaired("Il vit à Quantico.", "He lives at Qantico.", status, recalled)
    assert made.target == "He lives at Qantico."
    assert [flag.check for flag in made.flags] == ["name"]
