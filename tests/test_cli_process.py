"""The command line in a process of its own, with the built-in package: streams, signals, imports."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ARTICLE, SEED
from visavis import __version__

ROOT = Path(__file__).resolve().parent.parent
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX")
FULL = Path("/dev/full")


def visavis(
    *arguments: str | Path, stdin: bytes | None = None, variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command without a display."""
    return subprocess.run(
        [sys.executable, "-m", "visavis", *map(str, arguments)],
        input=b"" if stdin is None else stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(**variables or {}),
        check=False,
    )


def environment(**variables: str) -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden} | variables


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which $V is the program and $A an article."""
    return subprocess.run(
        ["bash", "-c", command],
        env=environment(V=f"{sys.executable} -m visavis", A=str(SEED), PYTHONPATH=str(ROOT / "desktop")),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_readme_s_article_is_read_without_a_display() -> None:
    done = visavis(SEED)
    out = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert done.stderr.startswith(b"visavis: no window can be opened: there is no display")
    assert out.startswith("L’OTAN est prête à envoyer davantage de soldats de la paix au Kosovo\n\n")
    assert "NATO" in out.split("\n\n")[1]
    assert "\n\nSummary\n\n" in out


def test_json_of_the_real_engines() -> None:
    done = visavis("translate", SEED, "--json", "--summary", "3")
    assert (done.returncode, done.stderr) == (0, b"")
    made = json.loads(done.stdout)
    sentences = [s for p in made["paragraphs"] for s in p["sentences"]]
    assert all(made["source"]["text"][s["start"] : s["end"]] == s["source"] for s in sentences)
    assert all(s["target"] and s["score"] < 0 and s["status"] == "machine" for s in sentences)
    assert {p["role"] for p in made["paragraphs"]} >= {"title", "body", "aside"}
    assert made["package"]["name"] == "translate-fr_en"
    assert made["package"]["origin"] == "built-in"
    assert len(made["package"]["sha256"]) == len(made["source"]["sha256"]) == 64
    chosen = [s["id"] for s in made["summary"]["sentences"]]
    roles = {s["id"]: p["role"] for p in made["paragraphs"] for s in p["sentences"]}
    assert [roles[id_] for id_ in chosen] == ["body"] * 3
    assert chosen == sorted(chosen)


def test_a_summary_of_the_real_engines() -> None:
    done = visavis("summarize", "-", "-n", "2", "--language", "both", stdin=SEED.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    french, english, empty, *_ = done.stdout.decode("utf-8").splitlines()
    assert french in SEED.read_text("utf-8")
    assert english
    assert english != french
    assert empty == ""


@pytest.mark.parametrize("variables", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_the_output_is_in_utf_8_wherever(variables: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "été.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    done = visavis("summarize", path, "--language", "fr", "--json", variables=variables)
    assert json.loads(done.stdout.decode("utf-8"))["source"]["path"] == str(path)
    done = visavis("summarize", path, "--language", "fr", variables=variables)
    assert "municipal a adopté le budget" in done.stdout.decode("utf-8")
    missing = visavis("translate", tmp_path / "où.txt", variables=variables)
    assert missing.returncode == 1
    assert missing.stderr.startswith(b"visavis: ")
    assert missing.stderr.count(b"\n") == 1
    assert visavis("translate", "--help", variables=variables).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "slow"),
    [
        (["--version"], ["PySide6", "sumy", "argostranslate", "ctranslate2", "sentencepiece", "nltk", "trafilatura"]),
        (["--help"], ["PySide6", "sumy", "argostranslate", "ctranslate2", "sentencepiece", "nltk", "trafilatura"]),
        (["translate", "none.txt"], ["PySide6", "sumy", "argostranslate", "ctranslate2"]),
        (["translate", str(SEED)], ["PySide6", "requests", "torch", "stanza"]),
        (["summarize", str(SEED)], ["PySide6", "requests", "torch", "stanza"]),
        (["summarize", str(SEED), "--language", "fr"], ["PySide6", "argostranslate", "ctranslate2"]),
    ],
    ids=lambda value: " ".join(value[:1]),
)
def test_no_more_is_imported_than_is_needed(arguments: list[str], slow: list[str]) -> None:
    code = f"""
import sys
from visavis.cli import main as cli
code = cli.run({arguments!r})
found = {{name.partition(".")[0] for name in sys.modules}}
print(*sorted(found & set({slow!r})), file=sys.stderr)
sys.exit(code if code != 1 else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr.decode().splitlines()[-1] == ""


@POSIX
@pytest.mark.parametrize("command", ["$V translate $A --json", "$V --help", "$V packages list"])
def test_a_reader_that_leaves_is_no_error_to_tell(command: str) -> None:
    done = shell(f"{command} | true; exit ${{PIPESTATUS[0]}}")
    assert done.stderr == ""
    assert done.returncode in (0, 1)  # it may have been quicker than its reader


@POSIX
def test_a_pipe_without_a_reader() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "visavis", "summarize", str(SEED), "--language", "fr"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, env=environment(), check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


@POSIX
def test_head() -> None:
    done = shell("$V translate $A --bilingual | head -1")
    assert (done.stdout, done.stderr) == (f"{SEED.read_text('utf-8').splitlines()[0]}\n", "")


@pytest.mark.skipif(not FULL.exists(), reason="Linux")
@pytest.mark.parametrize("command", ["summarize $A --language fr", "--version", "--help", "packages list"])
def test_a_full_disk(command: str) -> None:
    done = shell(f"$V {command} > /dev/full")
    assert done.returncode == 1
    assert re.fullmatch(r"visavis: standard output: .*no space left on device\n", done.stderr)


@POSIX
def test_closed_streams() -> None:
    done = shell("$V summarize $A --language fr >&-")
    assert (done.returncode, done.stderr) == (1, "visavis: standard output: it is closed\n")
    done = shell("$V translate - <&-")
    assert (done.returncode, done.stderr) == (1, "visavis: standard input: it is closed\n")
    done = shell("$V translate none.txt 2>&-")
    assert (done.returncode, done.stdout) == (1, "")
    done = shell("$V --version <&- 2>&-")
    assert (done.returncode, done.stdout) == (0, f"visavis {__version__}\n")


@POSIX
def test_a_device_is_written_into_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("Le maire parle.", encoding="utf-8")
    done = shell(f"cd {tmp_path} && cat pipe & cd {tmp_path} && $V translate a.txt -o pipe && wait && test -p pipe")
    assert (done.returncode, done.stderr) == (0, "")
    assert "mayor" in done.stdout.lower()


def watched(path: Path, act: re.Pattern[bytes], number: int) -> tuple[int, bytes, bytes]:
    """Translate with a terminal for standard error; send a signal once what is there matches `act`."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "visavis", "translate", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT, env=environment())
    os.close(theirs)
    seen = b""
    try:
        while True:
            try:
                more = os.read(ours, 1000)
            except OSError as error:  # Linux's word for the end of a terminal
                assert error.errno == errno.EIO
                break
            if not more:
                break
            before, seen = seen, seen + more
            if number and act.search(seen) and not act.search(before):
                process.send_signal(number)
        out, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        os.close(ours)
    return process.returncode, out, seen


@POSIX
def test_progress_is_shown_on_a_terminal_and_leaves_nothing_there() -> None:
    code, out, seen = watched(SEED, re.compile(b"$"), 0)
    assert code == 0
    assert b"NATO" in out
    steps = [int(percent) for percent in re.findall(rb"(\d+) %", seen)]
    assert steps[0] == 0
    assert steps == sorted(steps)
    assert len(steps) > 1
    assert seen.endswith(b"\r\x1b[K")
    assert b"\n" not in seen


@POSIX
def test_ctrl_c_ends_a_translation(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Le maire a reçu {n} lettres de la ville et de ses {n} écoles." for n in range(4000)))
    code, out, seen = watched(path, re.compile(rb"[1-9]\d* %"), signal.SIGINT)
    assert (code, out) == (130, b"")
    assert b"Traceback" not in seen
    assert seen.endswith(b"\r\x1b[K")
    assert not re.search(rb"\n", seen)
