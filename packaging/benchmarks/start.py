"""Measure cold starts, each in its own process, alternating for several rounds; ratios are between medians.

    python packaging/benchmarks/start.py [--rounds 7]

- until a window is visible and takes keys, compared with an empty QMainWindow of the same Qt; until it is furnished:
  menus, tool bar, opening, and those keys are answered; and until the workspace is there as well, which shows articles;
- until the first translated sentence, compared with Argos Translate on the seed article's first paragraph;
- whether the engine and the summariser have not been imported yet when the window takes keys.
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

# The programs measured: an empty Qt window, ours, Argos Translate, and our first translation.
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
from visavis.app.application import create_application, build_front_window, translate_interface
app = create_application()
translate_interface(app, QLocale.system())
window = build_front_window()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
if len(sys.argv) > 1:
    from visavis.app.composition import install_crash_reporter, add_frame
    install_crash_reporter(window)
    add_frame(window)
    app.processEvents()
    if "workspace" in sys.argv:
        window.get_workspace()
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
from visavis.pipeline import run_pipeline
from visavis.readers.open import from_text
from visavis.infrastructure.settings import Settings
from visavis.services import create_engines
for event in run_pipeline(lambda: from_text("text", sys.argv[1]), create_engines(Settings())):
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
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has compiled bytecode
    rows, imported = [], ""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "VISAVIS_DATA": folder, "VISAVIS_CONFIG": folder}
        for _ in range(rounds + 1):
            empty, window, (whole, imported) = seconds(EMPTY)[0], seconds(OURS)[0], seconds(OURS, "workspace")
            argos = seconds(ARGOS, str(Path(__file__).parent), str(Path(folder) / "argos"), paragraph)[0]
            os.environ["VISAVIS_DATA"] = tempfile.mkdtemp(dir=folder)  # an empty translation memory
            rows.append((empty, window, whole, argos, seconds(FIRST, text)[0]))
    # The first round also compiles bytecode, so leave it out.
    empty, window, whole, argos, first = (statistics.median(column) for column in zip(*rows[1:], strict=True))
    print(f"window {window:.3f} s, an empty one {empty:.3f} s: {window / empty:.2f} of it", end="; ")
    print(f"workspace {whole:.3f} s: {whole / empty:.2f}; imported then: {imported or 'none'}")
    print(f"first sentence {first:.2f} s, Argos' first paragraph {argos:.2f} s: {first / argos:.2f} of it")


if __name__ == "__main__":
    main()
