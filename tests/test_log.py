"""The log and the diagnosis: enough to find a fault, private, and without a word of a document."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Tiny
from visavis import diagnostics, paths
from visavis.app.file_open_events import FileOpenFilter
from visavis.cli import main as cli
from visavis.infrastructure import log
from visavis.infrastructure.fault_trace import format_trace
from visavis.model.errors import InputError

SECRET = "Le maire a défendu les dépenses"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    log.stop()


def written() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(paths.get_logs_folder().iterdir()))


def fail() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


def caught(act: Callable[[], object]) -> Exception:
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("it did not fail")


def test_a_trace_tells_kinds_and_places_of_an_error_and_its_cause_and_no_words() -> None:
    trace = format_trace(caught(fail))
    assert trace.index("ValueError") < trace.index("caused:") < trace.index("KeyError")
    assert re.search(r"test_log:\d+ in fail\n", trace)
    assert SECRET not in trace and "home" not in trace and __file__ not in trace


def test_an_error_that_is_its_own_cause_has_an_end() -> None:
    error = caught(fail)
    error.__cause__ = error
    assert format_trace(error).count("KeyError") == 1


def test_the_log_is_private_and_rotates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LARGEST", 1000)
    log.start(paths.get_logs_folder(), "begun")
    for number in range(100):
        log.note(f"entry {number} of a hundred")
    files = sorted(path.name for path in paths.get_logs_folder().iterdir())
    assert files == ["visavis.log", "visavis.log.1", "visavis.log.2", "visavis.log.3"]
    assert "entry 99" in written() and "begun" not in written()
    for path in paths.get_logs_folder().iterdir():
        assert path.stat().st_size <= 1000
        assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sys.platform == "win32" or stat.S_IMODE(paths.get_logs_folder().stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    log.start(tmp_path / "file" / "logs", "begun")
    log.note("unheard")
    log.start(paths.get_logs_folder(), "begun")
    monkeypatch.setattr("logging.StreamHandler.flush", lambda self: 1 / 0)
    log.note("unwritten")
    monkeypatch.undo()
    assert capfd.readouterr().err == ""


def test_the_log_of_a_session_holds_no_text(
    build_window: Build, tiny: Tiny, article: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.start(paths.get_logs_folder(), diagnostics.list_versions())
    window = build_window(tiny.engines)
    window.open_path(article)
    qtbot.waitUntil(lambda: bool(window.document and window.document.complete and not window.session.is_busy))
    monkeypatch.setattr(tiny.translator, "translate", lambda _: fail())
    with qtbot.waitSignal(window.session.failed):
        window.session.retranslate()
    with qtbot.waitSignal(window.session.unread):
        window.open_path(article.with_name("Budget de la ville.txt"))
    log.stop()
    text = written()
    assert "opened a txt of" in text and "KeyError" in text and "InputError" in text
    words = set(re.findall(r"\w{6,}", ARTICLE))
    assert not [word for word in words if word in text] and "Budget" not in text


def test_a_fault_on_the_command_line_is_logged(monkeypatch: pytest.MonkeyPatch, article: Path) -> None:
    monkeypatch.setattr(cli, "load_document", lambda *_, **__: fail())
    assert cli.run(["translate", str(article)]) == 1
    assert "KeyError" in written() and "visavis 0" in written() and SECRET not in written()


def test_where_a_library_brings_the_program_down_is_written() -> None:
    code = "import faulthandler; from visavis import paths; from visavis.infrastructure import log; "
    code += "log.start(paths.get_logs_folder(), ''); log.watch(paths.get_logs_folder()); "
    died = subprocess.run([sys.executable, "-c", f"{code}faulthandler._sigsegv()"], check=False, capture_output=True)
    assert died.returncode and not died.stderr
    assert "Segmentation fault" in (paths.get_logs_folder() / "fatal.log").read_text(encoding="utf-8")


def test_the_diagnosis_names_versions_paths_and_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--diagnose"]) == 0
    out = capsys.readouterr().out
    for line in (r"visavis \d+\.\d+\.\d+ \(installed\)", r"ctranslate2 \d.*", r"log .*", r"window .*"):
        assert re.search(f"^{line}$", out, re.MULTILINE), line
    assert re.search(r"^package translate-fr_en \S+ \(built-in\) [0-9a-f]{64}$", out, re.MULTILINE)


def test_the_diagnosis_bears_what_is_missing_and_hides_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("VISAVIS_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setattr(diagnostics, "LIBRARIES", ("no-such-library",))
    monkeypatch.setattr(diagnostics, "find_packages", list)
    told = diagnostics.describe_installation()
    assert "no-such-library missing" in told and "package none" in told
    assert f"settings {Path('~') / 'settings'} (not there)" in told and str(tmp_path) not in told.split("settings")[1]


def test_an_error_of_ours_is_logged_by_its_kind() -> None:
    log.start(paths.get_logs_folder(), "begun")
    log.fault(InputError("Budget.txt", SECRET))
    assert "InputError" in written() and SECRET not in written() and "Budget" not in written()


def test_macos_asks_for_a_file(qtbot: QtBot) -> None:
    from PySide6.QtCore import QCoreApplication, QObject
    from PySide6.QtGui import QFileOpenEvent

    target, asked = QObject(), FileOpenFilter()
    target.installEventFilter(asked)
    with qtbot.waitSignal(asked.file) as heard:
        QCoreApplication.sendEvent(target, QFileOpenEvent("/tmp/article.txt"))
    assert heard.args == ["/tmp/article.txt"]
