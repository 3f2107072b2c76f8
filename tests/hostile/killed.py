"""Kill writing programs repeatedly at random moments: cd tests && python -m hostile.killed [KILLS].

After each kill, an export must be one of two versions written alternately, to the last byte; saved work must be intact
and lack no correction older than a second; a package must be the old or the new one. Then the disk is filled up.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

from exporting import sample
from hostile import killed_package, killed_work
from visavis.exports.atomic_write import write_atomically
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.model.errors import OutputError

FORMS = ("docx", "html", "txt")
WHOLE = ("old", "new", "all there")


def contents(name: str) -> list[bytes]:
    """Return two exports of the sample; the text is made long, so that a write takes a while."""
    made = [FORMATS[name].write(sample(), Options(layout)) for layout in (Layout.TRANSLATION, Layout.INTERLEAVED)]
    return [data * 500 for data in made] if name == "txt" else made


def export(folder: Path) -> None:
    """Overwrite an export with two versions alternately, forever; print when it begins."""
    old, new = (folder / "old").read_bytes(), (folder / "new").read_bytes()
    print("begun", flush=True)
    while True:
        for data in (new, old):
            write_atomically(folder / "export", data)


def kill(name: str, folder: Path, dice: random.Random) -> str:
    """Kill a program that exports; return which version the file is: "old", "new" or "neither"."""
    both = dict(zip(("old", "new"), contents(name), strict=True))
    for which, data in both.items():
        (folder / which).write_bytes(data)
    write_atomically(folder / "export", both["old"])
    command = [sys.executable, "-m", "hostile.killed", "export", str(folder)]
    with subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE) as program:
        assert program.stdout
        program.stdout.readline()
        time.sleep(dice.random() / 20)
        program.kill()
    left = (folder / "export").read_bytes()
    return next((which for which, data in both.items() if data == left), "neither")


def fill(folder: Path) -> str:
    """Export to a small disk until it is full; return the error message, or "not whole"."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(folder)], check=True)
    try:
        write_atomically(folder / "export", "ancien\n")
        try:
            write_atomically(folder / "export", bytes(1_000_000))
        except OutputError as error:
            whole = (folder / "export").read_text(encoding="utf-8") == "ancien\n"
            return error.reason if whole and os.listdir(folder) == ["export"] else "not whole"  # noqa: PTH208
        return "it was written"
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def main(kills: int) -> int:
    """Kill each kind of program repeatedly, then fill a disk (as root); print the results."""
    left: Counter[tuple[str, str]] = Counter()
    for number in range(kills):
        dice, form = random.Random(number), FORMS[number % len(FORMS)]
        for what, killed in (
            (f"export to {form}", partial(kill, form)),
            ("autosave", killed_work.kill),
            ("installation", killed_package.kill),
        ):
            with tempfile.TemporaryDirectory() as folder:
                left[what, killed(Path(folder), dice)] += 1
    for (what, found), times in sorted(left.items()):
        print(f"{what}: {found}: {times}")
    if os.geteuid() == 0:
        with tempfile.TemporaryDirectory() as folder:
            print(f"full disk: {fill(Path(folder))}")
    return any(found not in WHOLE for _, found in left)


if __name__ == "__main__":
    programs = {"export": export, "correct": killed_work.correct, "install": killed_package.replace}
    if sys.argv[1:] and sys.argv[1] in programs:
        programs[sys.argv[1]](Path(sys.argv[2]))
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 50))
