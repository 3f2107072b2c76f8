"""The settings in one place: each holds at once, can be taken back, and has a default."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSpinBox

from visavis.gui.preferences.catalogue import list_pages
from visavis.gui.preferences.dialog import PreferencesDialog
from visavis.infrastructure.settings import Settings
from window_under_test import MainWindow

# Not for the user to set there: what the window keeps by itself, and what has a dialog of its own.
ELSEWHERE = {"window", "last_folder", "package", "package_index", "font_points", "font_family", "method"}


def show(window: MainWindow) -> PreferencesDialog:
    window.acts["settings"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    return dialog


def test_every_setting_is_there() -> None:
    shown = {preference.name for page in list_pages() for preference in page.preferences}
    assert shown | ELSEWHERE == {one.name for one in fields(Settings)}


def test_what_is_changed_holds_at_once_and_is_taken_back(window: MainWindow) -> None:
    dialog = show(window)
    assert not dialog.undo.isEnabled()
    look, _ = dialog.editors["languages"]
    assert isinstance(look, QComboBox)
    look.setCurrentIndex(2)
    look.activated.emit(2)
    assert window.settings.languages == "en" and window.acts["show_en"].isChecked()
    memory, _ = dialog.editors["memory"]
    assert isinstance(memory, QCheckBox)
    memory.setChecked(False)
    words, _ = dialog.editors["summary_words"]
    assert isinstance(words, QSpinBox)
    words.setValue(60)
    assert (window.settings.memory, window.settings.summary_words) == (False, 60)
    dialog.undo.click()
    assert (window.settings.languages, window.settings.memory, window.settings.summary_words) == ("both", True, 100)
    assert memory.isChecked() and look.currentIndex() == 0 and words.value() == 100


def test_the_dialog_follows_the_window_and_defaults_come_back(window: MainWindow) -> None:
    dialog = show(window)
    window.acts["bullets"].trigger()
    bullets, _ = dialog.editors["summary_bullets"]
    assert isinstance(bullets, QCheckBox) and not bullets.isChecked()
    dialog.defaults.click()
    assert window.settings.summary_bullets and bullets.isChecked()


def test_a_page_leads_to_the_dialogs_that_belong_there(window: MainWindow) -> None:
    dialog = show(window)
    texts = [button.text() for button in dialog.findChildren(QPushButton)]
    assert "Language packages…" in texts and "Glossary…" in texts
