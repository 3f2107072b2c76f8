"""Several users on one machine: what is written is the user's alone, commands are no texts, documents no HTML."""

from __future__ import annotations

import ast
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel

from conftest import Done
from tiny import TINY
from visavis import paths
from visavis.gui.tips import format_tooltip
from visavis.infrastructure import log
from visavis.infrastructure.settings import Settings
from visavis.model.article import Sentence
from visavis.model.errors import StoreError
from visavis.model.glossary import Term
from visavis.services import add_term
from visavis.store.store import Store
from window_under_test import MainWindow

ROOT = Path(__file__).resolve().parent.parent
TAGGED = "<b>Budget</b><img src=http://127.0.0.1:9/a.png>"

CORRECT = """
import sys
from pathlib import Path
from visavis.model.article import Sentence
from visavis.model.passage import Passage, Status
from visavis.store.store import Store
store = Store(Path(sys.argv[1]), lambda error: sys.exit(str(error)))
for number in range(100):
    text = f"{sys.argv[2]} {number}"
    store.memory.correct([Passage(Sentence(0, 0, len(text), text), f"EN {text}", 0.0, Status.EDITED)])
"""


@pytest.mark.skipif(os.name != "posix", reason="POSIX")
def test_what_is_written_is_the_users_alone_whatever_the_umask() -> None:
    before = os.umask(0)
    try:
        Settings().save(paths.get_settings_file())
        log.start(paths.get_logs_folder(), "begun")
        add_term(Term("mairie", ("town hall",)))
        Store(paths.get_data_folder() / "store" / "store.sqlite", lambda error: None).memory.clear()
    finally:
        log.stop()
        os.umask(before)
    for place in (paths.get_config_folder(), paths.get_data_folder(), paths.get_logs_folder()):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        for path in place.rglob("*"):
            inside = path.parent.name == "glossaries"  # written as an export is, in a folder of the user's
            assert inside or stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_two_programs_correct_at_the_same_time_and_nothing_is_lost(tmp_path: Path) -> None:
    path, told = tmp_path / "store.sqlite", list[StoreError]()
    running = [subprocess.Popen([sys.executable, "-c", CORRECT, str(path), name]) for name in ("un", "deux")]
    assert [process.wait(120) for process in running] == [0, 0]
    texts = [f"{name} {number}" for name in ("un", "deux") for number in range(100)]
    store = Store(path, told.append)
    found = store.memory.recall([Sentence(0, 0, len(text), text) for text in texts], TINY)
    assert [passage.target for passage in found] == [f"EN {text}" for text in texts] and not told


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield what the program calls, and where."""
    for path in sorted((ROOT / "desktop" / "visavis").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_no_command_is_built_from_text_and_no_name_can_be_foreseen() -> None:
    wrong = []
    for place, call in calls():
        name = ast.unparse(call.func)
        shell = any(word.arg == "shell" for word in call.keywords)
        texts = name.startswith("subprocess.") and not (call.args and isinstance(call.args[0], ast.List))
        known = re.fullmatch(r"os\.(system|popen|exec\w+|spawn\w+)|tempfile\.mktemp|QDesktopServices\.openUrl", name)
        if ast.unparse(call) == "QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))":
            continue  # what was exported: a file or folder, never an address
        if shell or texts or known or name == "QProcess":
            wrong.append(f"{place} {name}")
    assert not wrong


def test_html_is_shown_only_where_the_program_has_made_it() -> None:
    """A table's cells are escaped (table_dialog.py), the clipboard's page and the printed one too."""
    takers = ("setHtml", "insertHtml", "setMarkdown", "appendHtml")
    found = {place.split(":")[0] for place, call in calls() if ast.unparse(call.func).split(".")[-1] in takers}
    assert found == {
        f"desktop/visavis/{name}.py" for name in ("gui/clipboard", "gui/dialogs/table_dialog", "exports/writers/pdf")
    }


def test_no_label_takes_what_a_document_says_for_html(window: MainWindow, tmp_path: Path, done: Done) -> None:
    path = tmp_path / "<b>x<i>.txt"
    path.write_text(f"{TAGGED}\n\nLe maire dit : « {TAGGED} ». M. {TAGGED} a {TAGGED} 12 %.\n", encoding="utf-8")
    window.open_path(path)
    done()
    window.message_bar.show_message(TAGGED)
    labels = [label for label in window.findChildren(QLabel) if "<" in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels), [one.text() for one in labels]


def test_a_tool_tip_shows_tags_as_they_stand() -> None:
    assert format_tooltip("Rien & tout") == "Rien & tout"
    assert "<img" not in format_tooltip(TAGGED) and "&lt;img" in format_tooltip(TAGGED)
    for path in sorted((ROOT / "desktop" / "visavis" / "gui").rglob("*.py")):
        for given in re.findall(r"setToolTip\((.*)\)", path.read_text(encoding="utf-8")):
            assert "tip(" in given or "self.tr(" in given or "Name" in given or given == "name", (path.name, given)


def test_of_two_hundred_files_the_first_forty_are_opened_and_said_so(
    window: MainWindow, tmp_path: Path, done: Done
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(200)]
    for path in files:
        path.write_text("Le maire a parlé. Le conseil a voté.\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    window.opening.drop(mime)
    done()
    assert window.document and window.document.article.path == str(files[0])
    assert len(window.session.articles.list) == 40
    assert window.message_bar.text == "Opened the first 40 of 200 files. Open the others when these are done."


@pytest.mark.parametrize("broken", [0, 7])
def test_one_that_cannot_be_read_hides_nothing_that_is_said_of_the_others(
    window: MainWindow, tmp_path: Path, done: Done, broken: int
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(41)]
    for path in files:
        path.write_text("Le maire a parlé. Le conseil a voté.\n", encoding="utf-8")
    files[broken].write_text("", encoding="utf-8")
    window.opening.open_paths(files)
    done()
    first, second = window.message_bar.text.split("\n")
    assert f"{broken}.txt" in first
    assert second == "Opened the first 40 of 41 files. Open the others when these are done."
    window.articles.step(1)
    assert not window.message_bar.isVisible()


def test_the_lock_has_all_that_is_installed_for_the_program_in_that_version() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = {plain(name): version for name, version in (line.split("==") for line in lines if line[:1] != "#")}
    wanted, seen = ["visavis"], set[str]()
    while wanted:
        one = metadata.distribution(wanted.pop())
        for need in one.requires or ():
            name = plain(re.split(r"[^\w.-]", need)[0])
            if "extra ==" in need or name in {*seen, "setuptools"}:  # pip freeze leaves that out
                continue
            try:
                version = metadata.version(name)
            except metadata.PackageNotFoundError:  # of another system, or Python
                continue
            seen.add(name)
            assert locked.get(name) == version, name
            wanted.append(name)
    assert len(seen) > 30


def plain(name: str) -> str:
    """Return the name of a distribution as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
