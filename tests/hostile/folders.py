"""Translate a folder of bad things: cd tests && python -m hostile.folders

Names that no terminal shows, links in a ring, pipes that never open, folders that are called as files: what is an
article must be translated, all else be told or left out, nothing outside be read or written. Exits with 1 otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ARTICLE = "Le pont est fermé.\n\nLe conseil municipal a voté mardi soir la rénovation du vieux pont de la commune.\n"
_SECRET = "Ce texte est ailleurs, et personne ne l’a demandé."
GOOD = (
    "a.txt",
    "été.txt",
    "deux\nlignes.txt",
    "\x1b[2J.txt",
    "-r.txt",
    "--to.txt",
    "'; rm -rf .txt",
    "%s {0} $HOME.txt",
    "\u202etxt.sdrawkcab.txt",
    "n" * 240 + ".txt",
    "/".join(["deep"] * 60) + "/a.txt",
    "folder.docx/inside.txt",
)
_PATIENCE = 300  # seconds


def make_folder(top: Path, outside: Path) -> None:
    """Fill a folder with articles and with what is none."""
    for name in GOOD:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_ARTICLE, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(top) + b"/latin-\xe9t\xe9.txt")).write_text(_ARTICLE, encoding="utf-8")
    (top / "broken.docx").write_bytes(b"PK\x03\x04 no zip")
    (top / "empty.txt").touch()
    (top / "nothing.txt").symlink_to("nowhere")
    (top / "itself.txt").symlink_to("itself.txt")
    (top / "ring").symlink_to(top)
    (top / "out").symlink_to(outside)
    os.mkfifo(top / "pipe.txt")
    os.mkfifo(top / "pipe.ppt")
    (top / "zero.txt").symlink_to("/dev/zero")


def main() -> int:
    """Translate the folder, and print what came of it."""
    with tempfile.TemporaryDirectory() as made:
        top, outside, into = (Path(made) / name for name in ("articles", "outside", "english"))
        outside.mkdir()
        (outside / "secret.txt").write_text(_SECRET, encoding="utf-8")
        make_folder(top, outside)
        before = sorted(outside.iterdir())
        command = [sys.executable, "-m", "visavis", "translate", str(top), "-r", "-o", str(into), "--to", "txt"]
        began = time.monotonic()
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        seconds = time.monotonic() - began
        told = done.stderr.decode("utf-8", "replace")
        written = [path for path in into.rglob("*") if path.is_file()]
        wrong = ["a traceback"] if "Traceback" in told else []
        wrong += ["a sign for the terminal"] if "\x1b" in told else []
        wrong += ["outside was written to"] if sorted(outside.iterdir()) != before else []
        wrong += [f"{len(written)} translations, not {len(GOOD) + 1}"] if len(written) != len(GOOD) + 1 else []
        wrong += [f"exit code {done.returncode}"] if done.returncode != 1 else []
        print(f"{len(written)} translated, {told.count('visavis: ')} told, {seconds:.0f} s\n{told}", end="")
        print("\n".join(f"wrong: {what}" for what in wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
