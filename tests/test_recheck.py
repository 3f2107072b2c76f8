"""Checking again after the glossary has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from visavis import services
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.model.events import Checked
from visavis.model.glossary import Term
from visavis.model.passage import Status
from window_under_test import MainWindow

TRAM = Term("tramway", ("light rail",), ("tramway",))


@pytest.fixture
def window(build_window: Build, tiny: Tiny, article: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with the article translated, by engines that know the user's glossary."""
    made = build_window(replace(tiny.engines, glossary=services.load_glossary))
    made.open_path(article)
    qtbot.waitUntil(lambda: made.session.is_idle, timeout=15_000)
    return made


def fixes(window: MainWindow) -> list[tuple[int, str | None]]:
    assert window.document
    return [(id_, f.fix) for id_, p in sorted(window.document.passages.items()) for f in p.flags if f.fix]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.is_idle)


def test_a_new_term_is_flagged_in_the_article_on_the_desk(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def use(dialog: GlossaryDialog) -> int:
        dialog.french.setText(TRAM.french)
        dialog.english.setText(", ".join(TRAM.english))
        dialog.avoid.setText(", ".join(TRAM.avoid))
        dialog.add.click()
        qtbot.waitUntil(lambda: bool(dialog.note.text()))
        return 0

    before = fixes(window)
    window.session.verify(6)
    monkeypatch.setattr(GlossaryDialog, "exec", use)
    window.acts["glossary"].trigger()
    settled(window, qtbot)
    assert sorted({*fixes(window)} - {*before}) == [(6, "light rail")]
    assert window.document
    assert window.document.passages[6].status is Status.VERIFIED
    window.acts["glossary"].trigger()  # the same term again changes nothing
    settled(window, qtbot)
    assert sorted({*fixes(window)} - {*before}) == [(6, "light rail")]


def test_what_is_written_meanwhile_stays(window: MainWindow, qtbot: QtBot) -> None:
    services.add_term(TRAM)
    window.session.recheck()
    window.session.edit(6, "The light rail will cost two million euros.")
    settled(window, qtbot)
    assert window.document
    passage = window.document.passages[6]
    assert (passage.target, passage.status) == ("The light rail will cost two million euros.", Status.EDITED)
    assert not [flag for flag in passage.flags if flag.check == "glossary"]


def test_only_what_changes_is_told(window: MainWindow, qtbot: QtBot) -> None:
    told: list[Checked] = []
    window.session.grew.connect(lambda event: told.append(event) if isinstance(event, Checked) else None)
    window.session.recheck()
    settled(window, qtbot)
    assert [passage for event in told for passage in event.passages] == []


def test_a_name_spelt_otherwise_in_one_sentence_is_looked_at_again_in_those_after_it(
    build_window: Build, tmp_path: Path, tiny: Tiny, qtbot: QtBot
) -> None:
    path = tmp_path / "kiev.txt"
    path.write_text("La ville\n\nLe ministre a vu Zelensky hier.\n\nLe soir, Zelensky est parti.\n", encoding="utf-8")
    made = build_window(tiny.engines)
    made.open_path(path)
    qtbot.waitUntil(lambda: not made.session.is_busy and made.session.is_idle, timeout=15_000)

    def spellings() -> list[int]:
        assert made.document
        return [id_ for id_, p in made.document.passages.items() if any(f.check == "spelling" for f in p.flags)]

    made.session.edit(1, "The minister saw Zelensky yesterday.")
    made.session.edit(2, "In the evening, Zelensky left.")
    settled(made, qtbot)
    assert not spellings()
    made.session.edit(1, "The minister saw Zelenskyy yesterday.")
    qtbot.waitUntil(lambda: spellings() == [2])
    made.session.undo()
    qtbot.waitUntil(lambda: not spellings())
