import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

import package_files as files
from visavis.app.application import translate_interface
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.infrastructure.network_guard import Contact
from visavis.infrastructure.settings import Settings
from visavis.model.errors import InstallError
from visavis.packages.download import Progress
from visavis.packages.find import INSTALLED, read_package
from visavis.packages.library import PackageLibrary
from visavis.session.job import Job


@contextlib.contextmanager
def permitted(host: str, proxy: str = "") -> Iterator[Contact]:
    yield Contact(host, datetime.now(timezone.utc), proxy)


def fine(folder: Path) -> None:
    assert read_package(folder, INSTALLED)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PackagesDialog:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    monkeypatch.setattr(Dialogs, "agree", classmethod(lambda *_: True))
    made = PackagesDialog(PackageLibrary(fine, permitted, tmp_path / "packages"), Settings())
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: PackagesDialog) -> list[list[str]]:
    items = (dialog.list.topLevelItem(number) for number in range(dialog.list.topLevelItemCount()))
    return [[item.text(column) for column in range(7)] for item in items if item]


def test_all_columns_are_seen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Wide:
        def availableSize(self) -> QSize:
            return QSize(3000, 2000)

    monkeypatch.setattr(PackagesDialog, "screen", lambda dialog: Wide())
    made = PackagesDialog(PackageLibrary(fine, permitted, tmp_path / "packages"), Settings())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    assert made.list.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en_GB", "fr_FR"])
def test_the_dialog_fits_a_small_screen_and_is_closed_by_a_button(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    translators, font = translate_interface(qapp, QLocale(language)), qapp.font()
    large = QFont(font)
    large.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(large)
    try:
        made = PackagesDialog(PackageLibrary(fine, permitted, tmp_path / "packages"), Settings())
        qtbot.addWidget(made)
        made.show()
        assert made.minimumSizeHint().width() <= 800
        box = made.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        box.button(QDialogButtonBox.StandardButton.Close).click()
        assert not made.isVisible()
    finally:
        qapp.setFont(font)
        for translator in translators:
            qapp.removeTranslator(translator)


def mark(dialog: PackagesDialog, number: int) -> None:
    item = dialog.list.topLevelItem(number)
    assert item
    dialog.list.setCurrentItem(item)


def done(dialog: PackagesDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.job is None, timeout=20_000)


def install(dialog: PackagesDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.argosmodel"
    path.write_bytes(files.packed())
    monkeypatch.setattr(Dialogs, "package_path", classmethod(lambda *_: path))
    dialog.install.click()
    done(dialog, qtbot)


def test_the_built_in_package_is_listed_as_in_use(dialog: PackagesDialog) -> None:
    ((name, _, origin, size, quality, _, used),) = rows(dialog)
    assert (name, origin, used) == ("translate-fr_en", "built-in", "in use")
    assert size.endswith(" MB")
    assert "check every line" in quality
    assert not dialog.remove.isEnabled()
    assert not dialog.progress.isVisible()


def test_install_use_verify_remove(
    dialog: PackagesDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(dialog, qtbot, tmp_path, monkeypatch)
    assert dialog.note.text() == "The package is installed and in use."
    first = rows(dialog)[0]
    assert (first[1], first[2], first[5], first[6]) == ("7.1", "installed here", "MIT", "in use")
    dialog.verify.click()
    done(dialog, qtbot)
    assert dialog.note.text() == "translate-fr_en 7.1 is intact and works."
    mark(dialog, 1)
    dialog.use.click()
    assert dialog.settings.package == "built-in/translate-fr_en"
    assert [row[6] for row in rows(dialog)] == ["", "in use"]
    mark(dialog, 0)
    dialog.remove.click()
    assert len(rows(dialog)) == 1


def test_a_bad_file_is_said(
    dialog: PackagesDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.argosmodel"
    path.write_text("<html>")
    monkeypatch.setattr(Dialogs, "package_path", classmethod(lambda *_: path))
    dialog.install.click()
    done(dialog, qtbot)
    assert dialog.note.text() == f"{path}: it is a web page, not a language package"
    assert len(rows(dialog)) == 1


def test_a_missing_file_and_no_file(dialog: PackagesDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Dialogs, "package_path", classmethod(lambda *_: None))
    dialog.install.click()
    assert dialog.note.text() == ""
    monkeypatch.setattr(Dialogs, "package_path", classmethod(lambda *_: tmp_path / "gone"))
    dialog.install.click()
    assert "there is no such file" in dialog.note.text()


def steps_of(
    dialog: PackagesDialog, monkeypatch: pytest.MonkeyPatch, steps: Callable[[PackageLibrary], Iterator[Any]]
) -> None:
    monkeypatch.setattr(PackageLibrary, "download", steps)


def test_a_download_shows_bytes_speed_and_time_and_can_be_cancelled(
    dialog: PackagesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    dialog.cancel.clicked.connect(go.set)

    def steps(shelf: PackageLibrary) -> Iterator[Progress]:
        yield Progress(20_000_000, 60_000_000, 4_000_000)
        assert go.wait(20)
        yield Progress(20_000_000, 60_000_000, 4_000_000)

    steps_of(dialog, monkeypatch, steps)
    dialog.download.click()
    qtbot.waitUntil(lambda: dialog.note.text() != "", timeout=5000)
    assert dialog.note.text() == "20.0 of 60.0 MB · 4.0 MB/s · 10 s left"
    assert dialog.progress.value() == 333
    assert not dialog.download.isEnabled()
    dialog.cancel.click()
    done(dialog, qtbot)
    assert dialog.note.text().startswith("Cancelled. The part already downloaded is kept")
    assert dialog.download.isEnabled()


def test_what_is_cancelled_is_said(
    dialog: PackagesDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = Job.start
    monkeypatch.setattr(Job, "start", lambda job: None)

    def cancelled(button: QPushButton) -> str:
        """Cancel what a button does before its first step is done."""
        button.click()
        dialog.cancel.click()
        assert dialog.job
        start(dialog.job)
        done(dialog, qtbot)
        return dialog.note.text()

    path = tmp_path / "a.argosmodel"
    path.write_bytes(files.packed())
    monkeypatch.setattr(Dialogs, "package_path", classmethod(lambda *_: path))
    assert cancelled(dialog.install) == "Cancelled. Nothing was installed."
    ((name, version, *_),) = rows(dialog)
    assert cancelled(dialog.verify) == f"Cancelled. {name} {version} was not verified."
    steps_of(dialog, monkeypatch, lambda shelf: iter(()))
    assert cancelled(dialog.download) == "Cancelled before any data arrived."


def test_a_cancellation_that_comes_too_late_is_not_told(
    dialog: PackagesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    dialog.cancel.clicked.connect(go.set)

    def steps(shelf: PackageLibrary) -> Iterator[float]:
        yield 0.9
        assert go.wait(20)
        yield 1.0

    steps_of(dialog, monkeypatch, steps)
    dialog.download.click()
    qtbot.waitUntil(lambda: dialog.progress.value() == 900, timeout=20_000)
    dialog.cancel.click()
    done(dialog, qtbot)
    assert dialog.note.text() == "The full-quality package is installed and in use."


def test_before_a_download_all_hosts_are_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Dialogs, "agree", classmethod(lambda cls, parent, title, question, yes: asked.append(question)))
    for index in ("", "https://mirror.example/index.json"):
        made = PackagesDialog(PackageLibrary(fine, permitted, tmp_path / "packages", index=index), Settings())
        qtbot.addWidget(made)
        made.download.click()
    official, mirror = asked
    assert official.startswith("67 MB will be downloaded from argos-net.com. If that fails, raw.githubusercontent.com")
    assert mirror.startswith("mirror.example will be asked for the address of the package; 67 MB")
    assert "argos-net.com" not in mirror
    assert all(question.endswith("Your articles are never sent.") for question in asked)


def test_a_failed_download_is_said(dialog: PackagesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(shelf: PackageLibrary) -> Iterator[Progress]:
        yield Progress(1, 2, 1)
        raise InstallError("", "The package could not be downloaded (x: it answers 404).")

    steps_of(dialog, monkeypatch, steps)
    dialog.download.click()
    done(dialog, qtbot)
    assert dialog.note.text() == "The package could not be downloaded (x: it answers 404)."
    monkeypatch.setattr(PackageLibrary, "download", lambda shelf: iter(int("x") for _ in "x"))
    dialog.download.click()
    done(dialog, qtbot)
    assert dialog.note.text() == "Something went wrong (ValueError). Try again; your work is kept."


def test_closing_ends_the_work(dialog: PackagesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []
    closing = threading.Event()

    def steps(shelf: PackageLibrary) -> Iterator[float]:
        try:
            yield 0.5
            assert closing.wait(20)
            yield 0.6
        finally:
            ended.append(True)

    steps_of(dialog, monkeypatch, steps)
    dialog.download.click()

    def cancel(job: Job) -> None:
        job._stop.set()
        closing.set()

    monkeypatch.setattr(Job, "cancel", cancel)
    dialog.close()
    assert ended
