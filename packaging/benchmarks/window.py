"""Measure how long the window's thread is blocked while a long article is opened, translated, shown and scrolled.

    python packaging/benchmarks/window.py [WORDS] [--profile]

The article is made of varied sentences of the seed; the package is the built-in one; nothing is drawn on a screen.
A timer of 0 ms beats in the window's thread: a gap between two beats is a time in which a key or a click would wait.
The bar is 50 ms. A gap in which the thread was not computing is another thread's doing, or another program's: where
others compute too, let the best of three runs count. With --profile, what was done in long gaps is printed as well.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from texts import article

from desktop.app import application, build
from desktop.gui.window import MainWindow

BAR = 0.05  # seconds
SHORTEST = 0.008  # seconds; shorter gaps are forgotten


class Gap(NamedTuple):
    """A time between two beats, how much of it the thread was computing, and when it began; in seconds."""

    length: float
    computing: float
    when: float


class Heart:
    """Beats in the window's thread, and remembers the longer gaps: many small objects would keep the collector busy."""

    def __init__(self) -> None:
        self.born, self.gaps = time.perf_counter(), list[Gap]()
        self.last, self._used = self.born, time.thread_time()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        if now - self.last > SHORTEST:
            self.gaps.append(Gap(now - self.last, used - self._used, self.last - self.born))
        self.last, self._used = now, used


class Watch(threading.Thread):
    """Looks at the stacks of all threads whenever the heart has not beaten for a while."""

    def __init__(self, heart: Heart, longest: float = 0.02) -> None:
        super().__init__(daemon=True)
        self.heart, self.longest, self.seen = heart, longest, Counter[str]()
        self._main = threading.get_ident()

    def run(self) -> None:
        """Watch until the program ends."""
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


def scroll(window: MainWindow) -> QTimer:
    """Scroll the article down and up again for as long as the timer lives, and walk through its sentences."""
    bar, step = window.facing.verticalScrollBar(), [90]

    def move() -> None:
        bar.setValue(bar.value() + step[0])
        if bar.value() in (0, bar.maximum()):
            step[0] = -step[0]

    timer = QTimer(interval=16)
    timer.timeout.connect(move)
    timer.start()
    return timer


def measure(app: QApplication, path: Path, profile: bool) -> list[Gap]:
    """Open, translate and scroll; return the gaps."""
    window = build()
    window.show()
    app.processEvents()
    heart, done = Heart(), []
    watch = Watch(heart)
    if profile:
        watch.start()
    timer = scroll(window)
    window.session.busy.connect(lambda busy: None if busy else done.append(1))
    begin = time.perf_counter()
    window.open_path(path)
    while not done or window.facing._idle.isActive():
        app.processEvents()
    timer.stop()
    document = window.document
    assert document and document.complete, "the article was not translated"
    gaps = sorted(heart.gaps, reverse=True)
    print(f"{document.article.words} words, {document.total} sentences, {time.perf_counter() - begin:.1f} s")
    for stack, count in watch.seen.most_common(14):
        print(f"  {count:4} {stack}")
    window.close()
    return gaps


def main() -> None:
    """Print the longest gaps; exit with 1 if one is above the bar."""
    options = argparse.ArgumentParser(description="Measure how long the window's thread is blocked.")
    options.add_argument("words", type=int, nargs="?", default=20_000)
    options.add_argument("--profile", action="store_true", help="say what was done in long gaps")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VISAVIS_CONFIG"] = os.environ["VISAVIS_DATA"] = folder
        path = Path(folder) / "long.txt"
        path.write_text(article(given.words), encoding="utf-8")
        gaps = measure(application(), path, given.profile)
    for gap in gaps[:8]:
        print(f"{1000 * gap.length:7.1f} ms, computing for {1000 * gap.computing:5.1f} ms, at {gap.when:6.1f} s")
    sys.exit(gaps[0].length > BAR)


if __name__ == "__main__":
    main()
