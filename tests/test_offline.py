"""A whole session makes no connection, counted at the system calls."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "otan-kosovo.txt"

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from visavis.cli import main as cli
from visavis.app.application import create_application, build_window
from visavis.exports.writers import txt
from visavis.exports.atomic_write import write_atomically
cli.guard.install()
app = create_application(["visavis"])
window = build_window(cli.guard)
work = window.workspace
window.show()
def busy(now):
    if not now and work.document and work.document.complete and work.document.ranking:
        work.export.copy_summary(__import__("visavis.exports.excerpts.summary", fromlist=["Language"]).Language.BOTH)
        write_atomically(Path(sys.argv[2]), txt.format_text(work.document))
        window.close()
        app.quit()
work.session.busy.connect(busy)
window.open_path(Path(sys.argv[1]))
QTimer.singleShot(60_000, app.quit)
app.exec()
assert not cli.guard.refused, cli.guard.refused
"""

CONNECTING = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError:
    pass
"""


def connections(command: list[str], tmp_path: Path) -> list[str]:
    """Run a command under strace and return its system calls that reach for another machine."""
    strace = shutil.which("strace")
    if strace is None:
        assert not os.environ.get("CI"), "CI must have strace"
        pytest.skip("strace is not installed")
    log = tmp_path / "calls"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for folder in ("VISAVIS_DATA", "VISAVIS_CONFIG"):
        environment[folder] = str(tmp_path / folder)
    traced = [strace, "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,bind", "-o", str(log), *command]
    subprocess.run(traced, check=True, capture_output=True, cwd=ROOT, env=environment)
    return [line for line in log.read_text().splitlines() if re.search(r"AF_INET6?\b", line)]


def test_strace_would_notice_a_connection(tmp_path: Path) -> None:
    assert connections([sys.executable, "-c", CONNECTING], tmp_path)


def test_the_command_line_makes_no_connection(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    command = [sys.executable, "-m", "visavis", "translate", str(SEED), "--summary", "3", "-o", str(out)]
    assert connections(command, tmp_path) == []
    assert "NATO" in out.read_text()


def test_a_session_in_the_window_and_another_one_make_no_connection(tmp_path: Path) -> None:
    for name in ("first.txt", "second.txt"):
        command = [sys.executable, "-c", WINDOW, str(SEED), str(tmp_path / name)]
        assert connections(command, tmp_path) == []
        assert "NATO" in (tmp_path / name).read_text()
