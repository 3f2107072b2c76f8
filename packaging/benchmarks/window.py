"""Measure how long the GUI thread is blocked while a long article is opened, translated, shown and scrolled.

    python packaging/benchmarks/window.py [WORDS] [--instant] [--profile]

The article consists of varied sentences of the seed article; the package is the built-in one; nothing is drawn on a
screen. A timer of 0 ms beats in the GUI thread: during a gap between two beats, a key or a click would have to wait.
The limit is 50 ms. On Linux the output says how long in a gap the thread was computing, and how long it waited for a
CPU used by another program, which is not our fault; the rest is waiting for a lock, mostly Python's GIL. With --instant
the translation is the French in capitals, at once: what remains is the GUI's own work, and 200,000 words are loaded in
seconds. The loaded article is scrolled, searched, corrected, verified and zoomed. With --profile, the stacks during
long gaps are printed as well.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from texts import article

from visavis.app.application import build_window, create_application
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.window import MainWindow
from visavis.gui.workspace import Workspace
from visavis.infrastructure.settings import Settings
from visavis.model.passage import Hypothesis, Link, PackageInfo
from visavis.services import create_engines

BAR = 0.05  # seconds
# Linux's scheduler statistics of the main thread
SCHEDULER = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/schedstat")
SHORTEST = 0.008  # seconds; shorter gaps are not recorded


class Gap(NamedTuple):
    """A gap between two beats: its length, time computing, time waiting for a CPU, and start, in seconds."""

    length: float
    computing: float
    queued: float
    when: float


class Heart:
    """Beats in the GUI thread and records the longer gaps.

    Only the longer ones, because many small objects would keep the garbage collector busy.
    """

    def __init__(self) -> None:
        self.born, self.gaps = time.perf_counter(), list[Gap]()
        self._waits = os.open(SCHEDULER, os.O_RDONLY) if SCHEDULER.exists() else -1
        self.last, self._used, self._queued = self.born, time.thread_time(), self._waited()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, used, queued = time.perf_counter(), time.thread_time(), self._waited()
        if now - self.last > SHORTEST:
            self.gaps.append(Gap(now - self.last, used - self._used, queued - self._queued, self.last - self.born))
        self.last, self._used, self._queued = now, used, queued

    def _waited(self) -> float:
        """Return how long this thread has waited for a CPU so far."""
        return int(os.pread(self._waits, 80, 0).split()[1]) / 1e9 if self._waits >= 0 else 0.0


class Watch(threading.Thread):
    """Samples the stacks of all threads while the heart has not beaten for a while."""

    def __init__(self, heart: Heart, longest: float = 0.02) -> None:
        super().__init__(daemon=True)
        self.heart, self.longest, self.seen = heart, longest, Counter[str]()
        self._main = threading.get_ident()

    def run(self) -> None:
        """Sample until the program ends."""
        while True:
            time.sleep(0.004)
            if time.perf_counter() - self.heart.last > self.longest:
                self.seen.update(self._stacks())

    def _stacks(self) -> list[str]:
        found = []
        for ident, frame in sys._current_frames().items():
            if ident != self.ident:
                stack = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_stack(frame)[-6:]]
                found.append(("window " if ident == self._main else "worker ") + " > ".join(stack))
        return found


class Instant:
    """A translator that takes no time."""

    package = PackageInfo("instant", "0", "built-in", "")

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield the sentences in capitals, in batches like the engine's."""
        for start in range(0, len(sentences), 60):
            yield [(start + i, Hypothesis(text.upper(), -0.1)) for i, text in enumerate(sentences[start : start + 60])]
            time.sleep(0.01)

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return none."""
        return []

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return none."""
        return [[] for _ in sentences]

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return none."""
        return []


def use(app: QApplication, window: MainWindow, seconds: float) -> None:
    """Process events while searching, correcting, verifying, undoing, zooming and switching languages."""
    work, menus = window.workspace, window.findChild(ActionsController)
    assert work and work.document and isinstance(menus, ActionsController)
    document, acts = work.document, menus.by_name
    todo: Iterator[Callable[[], object]] = cycle(
        (
            lambda: work.find_bar.words.setText("Kosovo"),
            lambda: work.session.edit(random.randrange(document.total), "Quite different words."),
            acts["find"].trigger,
            lambda: work.reading_view.go_to(random.randrange(document.total)),
            acts["verify"].trigger,
            acts["show_en"].trigger,
            acts["undo"].trigger,
            acts["show_both"].trigger,
            acts["larger"].trigger,
            acts["smaller"].trigger,
            lambda: window.resize(900 + random.randrange(400), 800),
        )
    )
    timer = QTimer(interval=150)
    timer.timeout.connect(lambda: next(todo)())  # noqa: PLW0108
    timer.start()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
    timer.stop()


def scroll(work: Workspace) -> QTimer:
    """Scroll the article down and up again as long as the timer lives."""
    bar, step = work.reading_view.verticalScrollBar(), [90]

    def move() -> None:
        bar.setValue(bar.value() + step[0])
        if bar.value() in (0, bar.maximum()):
            step[0] = -step[0]

    timer = QTimer(interval=16)
    timer.timeout.connect(move)
    timer.start()
    return timer


def measure(app: QApplication, path: Path, instant: bool, profile: bool) -> list[Gap]:
    """Open, translate, scroll and use an article; return the gaps."""
    window = build_window(wired=replace(create_engines(Settings()), translator=Instant) if instant else None)
    work = window.workspace
    assert work
    window.show()
    app.processEvents()
    heart, done = Heart(), []
    watch = Watch(heart)
    if profile:
        watch.start()
    timer = scroll(work)
    work.session.busy.connect(lambda busy: None if busy else done.append(1))
    begin = time.perf_counter()
    window.open_path(path)
    while not done or work.reading_view._idle.isActive():
        app.processEvents()
    use(app, window, 15)
    timer.stop()
    document = work.document
    assert document and document.complete, "the article was not translated"
    gaps = sorted(heart.gaps, reverse=True)
    print(f"{document.article.words} words, {document.total} sentences, {time.perf_counter() - begin:.1f} s")
    for stack, count in watch.seen.most_common(14):
        print(f"  {count:4} {stack}")
    window.close()
    return gaps


def main() -> None:
    """Print the longest gaps; exit with 1 if one exceeds the limit."""
    options = argparse.ArgumentParser(description="Measure how long the window's thread is blocked.")
    options.add_argument("words", type=int, nargs="?", default=20_000)
    options.add_argument("--instant", action="store_true", help="translate in no time")
    options.add_argument("--profile", action="store_true", help="say what was done in long gaps")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VISAVIS_CONFIG"] = os.environ["VISAVIS_DATA"] = folder
        path = Path(folder) / "long.txt"
        path.write_text(article(given.words), encoding="utf-8")
        gaps = measure(create_application(), path, given.instant, given.profile)
    for gap in gaps[:8]:
        parts = f"computing {1000 * gap.computing:5.1f}, waiting for a processor {1000 * gap.queued:5.1f}"
        print(f"{1000 * gap.length:7.1f} ms: {parts}, at {gap.when:6.1f} s")
    ours = max(gap.length - gap.queued for gap in gaps)
    print(f"longest without the waiting for a processor: {1000 * ours:.1f} ms")
    sys.exit(ours > BAR)


if __name__ == "__main__":
    main()
