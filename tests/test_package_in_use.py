"""A package chosen in the dialog is used at once, by the open article too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import package_files as files
from conftest import ARTICLE, Build, Turnstile
from tiny import TinySummariser, TinyTranslator
from visavis import paths, services
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.packages.find import InstalledPackage
from window_under_test import MainWindow

NEW, OLD = "installed/translate-fr_en-7_1", "built-in/translate-fr_en"
ABOUT = json.loads(
    (paths.get_built_in_packages_folder() / "translate-fr_en" / "metadata.json").read_text(encoding="utf-8")
)
BUILT_IN_VERSION = ABOUT["package_version"]
Choose = Callable[[str], None]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, TinyTranslator]:
    """Put a tiny translator into the place of each package's, and return them by the packages' keys."""
    files.unpacked(paths.get_packages_folder() / "translate-fr_en-7_1")
    found: dict[str, TinyTranslator] = {}

    def engine(package: InstalledPackage, changed: int, cores: int) -> TinyTranslator:
        if package.key not in found:
            found[package.key] = TinyTranslator()
            found[package.key].package = package.info()
        return found[package.key]

    monkeypatch.setattr(services, "_engine", engine)
    monkeypatch.setattr(services, "create_summariser", lambda method: TinySummariser())
    monkeypatch.setattr(services, "METHODS", {"tiny": ""})
    return found


@pytest.fixture
def window(made: dict[str, TinyTranslator], build_window: Build) -> MainWindow:
    """Return a window that uses the packages there are."""
    return build_window(None)


def in_dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch, do: Callable[[PackagesDialog], None]) -> None:
    """Do something in the dialog of packages."""
    monkeypatch.setattr(PackagesDialog, "exec", do)
    window.acts["packages"].trigger()


def mark(dialog: PackagesDialog, key: str) -> None:
    items = (dialog.list.topLevelItem(number) for number in range(dialog.list.topLevelItemCount()))
    (item,) = (item for item in items if item and item.data(0, 256).key == key)
    dialog.list.setCurrentItem(item)


@pytest.fixture
def choose(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Return what chooses a package in the dialog."""

    def use(dialog: PackagesDialog, key: str) -> None:
        mark(dialog, key)
        dialog.use.click()

    return lambda key: in_dialog(window, monkeypatch, lambda dialog: use(dialog, key))


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000)


def origins(window: MainWindow) -> list[str]:
    assert window.document
    return [
        passage.package.origin if passage.package else "" for _, passage in sorted(window.document.passages.items())
    ]


def test_a_package_that_is_chosen_is_used_without_a_restart(
    window: MainWindow, choose: Choose, article: Path, qtbot: QtBot
) -> None:
    window.open_path(article)
    settled(window, qtbot)
    assert set(origins(window)) == {"installed"}
    choose(OLD)
    assert window.session.engines.translator().package.origin == "built-in"
    assert json.loads(paths.get_settings_file().read_text())["package"] == OLD
    assert set(origins(window)) == {"installed"}  # what was made stays, until the reader says so
    assert (window.message_bar.text, window.message_bar.action.text()) == (
        f"translate-fr_en {BUILT_IN_VERSION} is now in use.",
        "Translate again",
    )
    window.message_bar.action.click()
    settled(window, qtbot)
    assert set(origins(window)) == {"built-in"}
    assert f"translate-fr_en {BUILT_IN_VERSION} (built-in)" in window.status_bar.package.text()


def test_of_several_articles_each_stays_until_it_is_translated_again(
    window: MainWindow, choose: Choose, article: Path, qtbot: QtBot
) -> None:
    other = article.with_name("other.txt")
    other.write_text(ARTICLE.replace("maire", "préfet"), encoding="utf-8")
    for path in (other, article):
        window.open_path(path)
        settled(window, qtbot)
    choose(OLD)
    assert window.message_bar.text == (
        f"translate-fr_en {BUILT_IN_VERSION} is now in use. "
        "Articles that are open stay as they are until you translate each again."
    )
    window.message_bar.action.click()
    settled(window, qtbot)
    assert set(origins(window)) == {"built-in"}
    window.acts["next_article"].trigger()
    assert set(origins(window)) == {"installed"}


def test_what_is_being_translated_is_begun_anew_with_it(
    window: MainWindow, made: dict[str, TinyTranslator], choose: Choose, article: Path, qtbot: QtBot
) -> None:
    window.session.engines.translator()
    turnstile = made[NEW].gate = Turnstile()
    window.open_path(article)
    turnstile.let(2)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 6))
    window.session.edit(1, "The council has spoken.")
    choose(OLD)
    assert window.message_bar.text == (
        f"translate-fr_en {BUILT_IN_VERSION} is now in use. "
        "The article is being translated again with it; your corrections are kept."
    )
    turnstile.let(1)  # the batch that was under way
    settled(window, qtbot)
    assert window.document and window.document.complete and window.document.ranking
    assert origins(window) == ["built-in", "", *["built-in"] * (window.document.total - 2)]
    assert window.document.passages[1].target == "The council has spoken."


def test_what_another_package_offered_is_not_offered_any_more(
    window: MainWindow, made: dict[str, TinyTranslator], choose: Choose, article: Path, qtbot: QtBot
) -> None:
    window.open_path(article)
    settled(window, qtbot)
    assert window.document
    passage, closeup = window.document.passages[2], window.session.details
    with qtbot.waitSignal(closeup.offered):
        closeup.alternatives(passage)
    assert closeup.alternatives(passage)
    choose(OLD)
    assert closeup.alternatives(passage) is None


def test_without_the_package_that_was_chosen_the_first_is_used(
    window: MainWindow, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remove(dialog: PackagesDialog) -> None:
        mark(dialog, NEW)
        dialog.remove.click()

    choose(NEW)
    assert window.session.engines.translator().package.origin == "installed"
    monkeypatch.setattr(Dialogs, "agree", classmethod(lambda *_: True))
    in_dialog(window, monkeypatch, remove)
    assert window.session.engines.translator().package.origin == "built-in"
    assert window.settings.package == ""
