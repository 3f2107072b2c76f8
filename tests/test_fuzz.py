"""What python -m fuzz runs for minutes, for a moment; and what it has found, once and for all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzz.__main__ import NAMES, again
from fuzz.store import sequence
from fuzz.targets import TARGETS

#: What was wrong once: TARGET-WORDS.
FOUND = sorted((Path(__file__).parent / "files" / "fuzz").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_what_must_hold_holds_of_good_inputs_and_of_some_made_of_them(name: str) -> None:
    target, dice = TARGETS[name], random.Random(name)
    seeds = target.seeds()
    for data in (*seeds[:3], *(target.mutate(dice.choice(seeds), dice) for _ in range(20))):
        target.run(data)


def test_two_programs_hold_what_a_model_holds() -> None:
    sequence()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    again(path.name.split("-")[0], path)


def test_every_target_has_a_name() -> None:
    assert set(NAMES) == set(TARGETS) and {path.name.split("-")[0] for path in FOUND} <= set(NAMES)


def test_what_does_not_hold_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from visavis.engines.segmentation.french import FrenchSegmenter

    monkeypatch.setattr(FrenchSegmenter, "spans", lambda self, text: [(0, 3)])
    with pytest.raises(AssertionError, match="lost: ' là'"):
        TARGETS["segmenter"].run("Ici là".encode())
