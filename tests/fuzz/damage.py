"""Fuzzes damaged saved work: it opens or is moved aside with one message, and new work is saved and found again."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from fuzz import mutate
from fuzz.store import PACKAGES, TEXTS, article, refused
from fuzz.target import Target, must
from visavis.model.article import Sentence
from visavis.model.errors import StoreError
from visavis.model.passage import Flag, Passage, Status
from visavis.store.saved_work import Changes
from visavis.store.store import Store

_SENTENCES = [Sentence(i, 0, len(text), text) for i, text in enumerate(TEXTS)]


def targets() -> dict[str, Target]:
    """Return the target."""
    return {"damage": Target(_seeds, mutate.flipped, _run)}


def _seeds() -> Sequence[bytes]:
    """Return a file with rows in each table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        store = Store(path, refused)
        flag = Flag("name", "Il", (0, 1), (0, 2), "x")
        made = [Passage(sentence, "He.", -0.5, flags=(flag,), package=PACKAGES[0]) for sentence in _SENTENCES]
        store.memory.keep(made)
        store.memory.correct([Passage(_SENTENCES[0], "He sleeps.", 0.0, Status.EDITED)])
        for number in range(3):
            opened = article(number)
            passages = {s.id: Passage(s, "He.", -0.5, package=PACKAGES[0]) for s in opened.sentences()}
            store.work.write(Changes(opened, None, passages, {"caret": 1}))
        store.work.release()
        store.close()
        return [path.read_bytes()]


def _run(data: bytes) -> None:
    told: list[StoreError] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        path.write_bytes(data)
        store = Store(path, told.append)
        try:
            _asked(store, told)
        finally:
            store.work.release()
            store.close()
        must(all(str(error).startswith(f"{path}: ") for error in told), f"told {told}")
        must(path.read_bytes()[:16] == b"SQLite format 3\0", "no store is there")
        aside = [other.read_bytes() for other in path.parent.glob("*.damaged-*") if not other.name.endswith(("l", "m"))]
        must(not aside or "damaged" in str(told), "it was set aside in silence")


def _asked(store: Store, told: list[StoreError]) -> None:
    store.memory.recall(_SENTENCES, PACKAGES[0])
    store.memory.similar("Il dort.")
    store.work.take_last_open()
    store.work.recent()
    opened = article(0)
    mine = Passage(next(opened.sentences()), "Mine.", 0.0, Status.EDITED)
    for _ in range(2):  # the damage may only be noticed now, and a new file started
        store.work.restore(opened)
        store.work.write(Changes(opened, None, {0: mine}, {"caret": 2}))
        store.memory.correct([mine])
        found = store.work.restore(opened)
    newer = "newer" in str(told)  # a newer version's file is reported and left alone
    must(newer or (found is not None and mine in found.passages), f"what was just written is not there: {found}")
