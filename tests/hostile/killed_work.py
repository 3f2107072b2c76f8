"""Kill a program that corrects: the store must open, and no correction older than a second may be lost."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from conftest import ARTICLE
from tiny import TINY, TinySegmenter, TinySummariser, TinyTranslator
from visavis.model.ports import Engines
from visavis.pipeline import segment_article
from visavis.readers.open import from_text
from visavis.store.store import Store

PAUSE_MS = 20  # from one correction to the next
OLD = 1.0  # seconds


def correct(place: Path) -> None:
    """Correct one sentence after the other forever, in a session that saves to `place`; print each correction."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from visavis.session.request import Request
    from visavis.session.session import Session

    app = QCoreApplication([])
    store = Store(place, lambda error: print(error, file=sys.stderr))
    translator = TinyTranslator()
    engines = Engines(TinySegmenter(), lambda: translator, lambda _: TinySummariser(), {"tiny": ""}, store.memory)
    session = Session(engines, "tiny", store.work)
    number = 0

    def one() -> None:
        nonlocal number
        document = session.document
        if document and document.complete and not session.is_busy:
            session.edit(number % document.total, f"Correction {number}")
            print(number, number % document.total, time.time(), flush=True)
            number += 1

    session.open(Request("a.txt", lambda: from_text("a.txt", ARTICLE), ARTICLE))
    timer = QTimer(interval=PAUSE_MS)
    timer.timeout.connect(one)
    timer.start()
    app.exec()


def kill(folder: Path, dice: random.Random) -> str:
    """Kill a program that corrects; return "all there", or what is wrong."""
    place = folder / "store" / "store.sqlite"
    command = [sys.executable, "-m", "hostile.killed", "correct", str(place)]
    with subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        said = program.stdout.readline()
        time.sleep(1.2 + dice.random())
        killed = time.time()
        program.kill()
        said += program.stdout.read()
    # The last line may be incomplete.
    told = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    due = {int(sentence): int(number) for number, sentence, when in told if float(when) < killed - OLD}
    with closing(sqlite3.connect(place)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "the store is damaged"
    return _missing(place, due) if due else "it was killed before it had corrected anything"


def _missing(place: Path, due: dict[int, int]) -> str:
    """Check that every sentence has its due correction or a later one, in the saved work and in the memory."""
    faults: list[Exception] = []
    store = Store(place, faults.append)
    article = segment_article(from_text("a.txt", ARTICLE), TinySegmenter())
    restored = store.work.restore(article)
    passages = {"the work": restored.passages if restored else ()}
    passages["the memory"] = tuple(store.memory.recall(list(article.sentences()), TINY))
    store.close()
    if faults:
        return f"the store does not open: {faults[0]}"
    for where, kept in passages.items():
        made = {p.sentence.text: int(p.target.split()[-1]) for p in kept if p.target.startswith("Correction ")}
        for sentence in article.sentences():
            if sentence.id in due and made.get(sentence.text, -1) < due[sentence.id]:
                return f"a correction is missing in {where}"
    return "all there"
