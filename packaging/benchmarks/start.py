"""Measure cold starts, each a process of its own, in turn, several rounds; the ratios are those of the medians.

    python packaging/benchmarks/start.py [--rounds 7]

- from nothing to a window on the screen that takes keys, against an empty QMainWindow of the same Qt; and until all
  that works in it is there and those keys are answered;
- from nothing to the first translated sentence, against Argos Translate's of the seed's first paragraph;
- whether engine and summariser are still to be imported when the window takes keys.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from texts import SEED

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS = """
import sys
from PySide6.QtCore import QLocale, QTimer
from visavis.app.application import application, front, translate_interface
app = application()
translate_interface(app, QLocale.system())
window = front()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
if "workspace" in sys.argv:
    from visavis.app.composition import watch, wire
    watch(window)
    wire(window)
    app.processEvents()
slow = {"argostranslate", "ctranslate2", "sentencepiece", "sumy", "numpy", "trafilatura"}
print(*sorted(slow & set(sys.modules)))
sys.stdout.flush()
import os
os._exit(0)
"""
ARGOS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from plain import load
print(load(Path(sys.argv[2]), 0).translate(sys.argv[3]))
"""
FIRST = """
import sys
from visavis.model.events import Translated
from visavis.pipeline import run
from visavis.readers.open import from_text
from visavis.infrastructure.settings import Settings
from visavis.services import engines
for event in run(lambda: from_text("text", sys.argv[1]), engines(Settings())):
    if isinstance(event, Translated):
        print(event.passages[0].target)
        break
"""


def seconds(code: str, *arguments: str) -> tuple[float, str]:
    """Run a program; return how long it took and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return time.perf_counter() - begin, done.stdout.strip()


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    text = SEED.read_text(encoding="utf-8")
    paragraph = text.split("\n\n")[2]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    rows, imported = [], ""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "VISAVIS_DATA": folder, "VISAVIS_CONFIG": folder}
        for _ in range(rounds + 1):
            empty, window, (whole, imported) = seconds(EMPTY)[0], seconds(OURS)[0], seconds(OURS, "workspace")
            argos = seconds(ARGOS, str(Path(__file__).parent), str(Path(folder) / "argos"), paragraph)[0]
            os.environ["VISAVIS_DATA"] = tempfile.mkdtemp(dir=folder)  # nothing remembered
            rows.append((empty, window, whole, argos, seconds(FIRST, text)[0]))
    # The first round compiles what is not compiled yet.
    empty, window, whole, argos, first = (statistics.median(column) for column in zip(*rows[1:], strict=True))
    print(f"window {window:.3f} s, an empty one {empty:.3f} s: {window / empty:.2f} of it", end="; ")
    print(f"workspace {whole:.3f} s: {whole / empty:.2f}; imported then: {imported or 'none'}")
    print(f"first sentence {first:.2f} s, Argos' first paragraph {argos:.2f} s: {first / argos:.2f} of it")


if __name__ == "__main__":
    main()
