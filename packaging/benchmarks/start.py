"""Measure cold starts, each in its own process, alternating for several rounds; ratios are between medians.

    python packaging/benchmarks/start.py [--rounds 7]

- until a window is visible and takes keys, compared with an empty QMainWindow of the same Qt; until it is furnished:
  menus, tool bar, opening, and those keys are answered; and until the workspace is there as well, which shows articles;
- until the first translated sentence, the engine started before all else as the window does, compared with Argos
  Translate on the seed article's first paragraph;
- whether the engine and the summariser have not been imported yet when the window takes keys.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

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
from visavis.infrastructure.settings import Settings
from visavis.services import create_engines
engines = create_engines(Settings())
engines.prepare()
from visavis.model.events import Translated
from visavis.pipeline import run_pipeline
from visavis.readers.open import from_text
for event in run_pipeline(lambda: from_text("text", sys.argv[1]), engines):
    if isinstance(event, Translated):
        print(event.passages[0].target)
        break
"""


class Run(NamedTuple):
    """How long a program took by the clock and of the processor, in seconds, and what it printed."""

    clock: float
    processor: float
    printed: str


def run(code: str, *arguments: str) -> Run:
    """Run a program."""
    begin, used = time.perf_counter(), processor_time()
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return Run(time.perf_counter() - begin, processor_time() - used, done.stdout.strip())


def processor_time() -> float:
    """Return what the programs run so far have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare_clocks(name: str, ours: Sequence[Run], other: Sequence[Run]) -> None:
    """Print the medians by the clock."""
    clock, of_other = (statistics.median(one.clock for one in runs) for runs in (ours, other))
    print(f"{name}: {clock:.3f} s, {of_other:.3f} s: {clock / of_other:.2f}")


def compare_processor(ours: Sequence[Run], other: Sequence[Run]) -> None:
    """Print the least time of the processor, which other work on the machine blurs less."""
    least, of_least = (min(one.processor for one in runs) for runs in (ours, other))
    print(f"    of the processor {least:.3f} s, {of_least:.3f} s: {least / of_least:.2f}")


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    text = SEED.read_text(encoding="utf-8")
    paragraph = text.split("\n\n")[2]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has compiled bytecode
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "VISAVIS_DATA": folder, "VISAVIS_CONFIG": folder}
        for _ in range(rounds + 1):
            windows = run(EMPTY), run(OURS), run(OURS, "frame"), run(OURS, "workspace")
            argos = run(ARGOS, str(Path(__file__).parent), str(Path(folder) / "argos"), paragraph)
            os.environ["VISAVIS_DATA"] = tempfile.mkdtemp(dir=folder)  # an empty translation memory
            rows.append((*windows, argos, run(FIRST, text)))
    # The first round also compiles bytecode, so leave it out.
    empty, window, frame, workspace, argos_paragraph, first = zip(*rows[1:], strict=True)
    print(f"imported with the workspace: {workspace[-1].printed or 'none'}")
    for name, runs in (("window", window), ("furnished", frame), ("workspace", workspace)):
        compare_clocks(f"{name}, an empty window", runs, empty)
        compare_processor(runs, empty)
    compare_clocks("first sentence, Argos' first paragraph", first, argos_paragraph)


if __name__ == "__main__":
    main()
