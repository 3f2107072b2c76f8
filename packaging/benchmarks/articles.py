"""Measure what 20 open articles of 1,000 words cost the window, beside one of them: blocks, and memory.

    python packaging/benchmarks/articles.py [ARTICLES] [WORDS] [--instant]

The articles are opened together and translated with the built-in package (with --instant: the French in capitals, at
once), while the window goes from one to the next four times a second. The limits are 50 ms a block and 1.3 times the
memory (Linux's proportional set size, engine included) of one article. The output says how long in the longest gaps
the window was computing: what else there is, it waited for a CPU or for a lock.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from texts import article
from window import Heart, Instant

from visavis.app.application import build_window, create_application
from visavis.gui.workspace import Workspace
from visavis.infrastructure.settings import Settings
from visavis.services import create_engines


def weigh() -> float:
    """Return the memory of this process and its children in MB."""
    total = 0.0
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    for process in (str(os.getpid()), *children):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return total


def finish(app: QApplication, work: Workspace, count: int) -> None:
    """Wait until so many articles are open and translated."""
    articles = work.session.articles
    while not (len(articles.list) == count and work.session.is_idle):
        app.processEvents()
    assert all(one.document.complete for one in articles.list), "not all articles were translated"


def main(count: int, words: int, instant: bool) -> None:
    """Measure and print."""
    app = create_application()
    with tempfile.TemporaryDirectory() as user:
        os.environ["VISAVIS_CONFIG"] = os.environ["VISAVIS_DATA"] = user
        paths = [Path(user) / f"{number}.txt" for number in range(count)]
        paragraphs = article(words * count).split("\n\n")
        for number, path in enumerate(paths):
            path.write_text("\n\n".join([f"Article {number}", *paragraphs[number + 1 :: count]]), encoding="utf-8")
        window = build_window(wired=replace(create_engines(Settings()), translator=Instant) if instant else None)
        work = window.workspace
        assert work
        window.show()
        work.opening.open_paths(paths[:1])
        finish(app, work, 1)
        one = weigh()
        heart, timer = Heart(), QTimer(interval=250)
        timer.timeout.connect(lambda: work.articles.step(1))
        timer.start()
        work.opening.open_paths(paths[1:])
        finish(app, work, count)
        timer.stop()
        several = weigh()
        print(f"memory: {one:.0f} MB with one article, {several:.0f} MB with {count}: {several / one:.2f} times")
        for gap in sorted(heart.gaps, reverse=True)[:5]:
            print(f"gap: {1000 * gap.length:5.1f} ms, of which computing {1000 * gap.computing:5.1f} ms")
        window.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=20)
    parser.add_argument("words", type=int, nargs="?", default=1000)
    parser.add_argument("--instant", action="store_true")
    given = parser.parse_args()
    main(given.articles, given.words, given.instant)
