"""The dialog of the glossary: terms shown, found, added, imported, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from visavis import services
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.gui.window_context import GlossaryFiles
from visavis.model.glossary import Term
from window_under_test import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot) -> GlossaryDialog:
    made = GlossaryDialog(
        GlossaryFiles(services.load_glossary, services.import_glossary, services.add_term, services.remove_term)
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.topLevelItemCount() > 100)
    return made


def rows(dialog: GlossaryDialog) -> dict[str, tuple[str, str]]:
    """Return what is shown, by the French."""
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {item.text(0): (item.text(1), item.text(2)) for item in items if item and not item.isHidden()}


def test_terms_are_shown_in_order_and_found_without_accents(dialog: GlossaryDialog) -> None:
    shown = rows(dialog)
    assert shown["OTAN"][0].startswith("NATO, ")
    dialog.wanted.setText("conseil d'etat")
    found = rows(dialog)
    assert 1 <= len(found) < 10
    assert all("conseil d" in " ".join([french, *cells]).lower() for french, cells in found.items())
    dialog.wanted.clear()
    assert rows(dialog) == shown


def test_a_term_is_added_and_decides(dialog: GlossaryDialog, qtbot: QtBot) -> None:
    assert not dialog.add.isEnabled()
    for french, english, avoid in (("OTAN", "the Alliance, NATO", "OTAN"), ("maire délégué", "deputy mayor", "")):
        dialog.french.setText(french)
        dialog.english.setText(english)
        dialog.avoid.setText(avoid)
        QTest.mouseClick(dialog.add, LEFT)
        qtbot.waitUntil(lambda french=french: dialog.note.text() == f"“{french}” has been added to the glossary.")  # type: ignore[misc]
        assert not dialog.french.text()
    assert rows(dialog)["OTAN"] == ("the Alliance, NATO", "OTAN")
    flags = services.load_glossary().check("L’OTAN se réunit.", "OTAN meets.")
    assert [(flag.fix, flag.target) for flag in flags] == [("The Alliance", (0, 4))]
    assert rows(dialog)["maire délégué"] == ("deputy mayor", "")
    items = [item for row in range(dialog.list.topLevelItemCount()) if (item := dialog.list.topLevelItem(row))]
    lists = {item.text(0): item.text(3) for item in items}
    assert lists["OTAN"] == lists["maire délégué"] == "your own"
    assert set(lists.values()) == {"your own", "built in"} and lists["ONU"] == "built in"


def select(dialog: GlossaryDialog, french: str) -> None:
    (item,) = dialog.list.findItems(french, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)


def own_terms() -> dict[str, str]:
    return {term.french: term.english[0] for term in services.load_glossary().terms.values() if term.own}


def test_a_selected_term_is_changed_and_deleted(dialog: GlossaryDialog, qtbot: QtBot) -> None:
    services.add_term(Term("maire délégué", ("deputy mayor",)))
    built_in = rows(dialog)["OTAN"]
    assert not dialog.change.isEnabled() and not dialog.delete.isEnabled()
    select(dialog, "OTAN")
    assert (dialog.french.text(), dialog.english.text(), dialog.avoid.text()) == ("OTAN", *built_in)
    assert not dialog.delete.isEnabled()  # it is built in
    dialog.english.setText("the Alliance")
    QTest.mouseClick(dialog.change, LEFT)
    qtbot.waitUntil(lambda: dialog.note.text() == "“OTAN” has been changed.")
    assert own_terms() == {"maire délégué": "deputy mayor", "OTAN": "the Alliance"}
    select(dialog, "maire délégué")
    dialog.french.setText("maire adjoint")
    QTest.mouseClick(dialog.change, LEFT)
    qtbot.waitUntil(lambda: dialog.note.text() == "“maire adjoint” has been changed.")
    assert own_terms() == {"maire adjoint": "deputy mayor", "OTAN": "the Alliance"}
    for french in ("OTAN", "maire adjoint"):
        select(dialog, french)
        QTest.mouseClick(dialog.delete, LEFT)
        qtbot.waitUntil(lambda french=french: dialog.note.text() == f"“{french}” has been deleted from your glossary.")  # type: ignore[misc]
    assert own_terms() == {}
    assert rows(dialog)["OTAN"] == built_in
    assert "maire adjoint" not in rows(dialog)
    assert dialog.changed and not dialog.french.text() and not dialog.change.isEnabled()


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".tbx"])
def test_what_is_exported_can_be_imported(
    dialog: GlossaryDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    before = rows(dialog)
    out = tmp_path / f"terms{suffix}"
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: (out, 0))
    QTest.mouseClick(dialog.give_out, LEFT)
    qtbot.waitUntil(lambda: dialog.note.text() == f"Saved as terms{suffix}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    QTest.mouseClick(dialog.take_in, LEFT)
    qtbot.waitUntil(lambda: dialog.note.text() == f"terms{suffix} has been imported.")
    assert rows(dialog) == before


def test_a_list_that_cannot_be_read_is_named(
    dialog: GlossaryDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dialogs, "glossary_path", lambda parent: None)
    QTest.mouseClick(dialog.take_in, LEFT)
    bad = tmp_path / "bad.csv"
    bad.write_text("un terme sans anglais\n", encoding="utf-8")
    monkeypatch.setattr(Dialogs, "glossary_path", lambda parent: bad)
    QTest.mouseClick(dialog.take_in, LEFT)
    qtbot.waitUntil(lambda: dialog.note.text().startswith("bad.csv: line 1 needs"))


def test_the_menu_opens_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[GlossaryDialog] = []
    monkeypatch.setattr(GlossaryDialog, "exec", lambda dialog: opened.append(dialog))  # noqa: PLW0108
    window.acts["glossary"].trigger()
    assert opened
    assert opened[0].parent() is window
