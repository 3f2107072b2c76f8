"""Fuzzes the store: any sequence of operations by two programs on one file leaves what a simple model predicts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import mutate
from fuzz.target import Target, must
from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.model.errors import StoreError
from visavis.model.message import Message
from visavis.model.passage import Flag, PackageInfo, Passage, Status
from visavis.store.saved_work import Changes
from visavis.store.store import Store

PACKAGES = [PackageInfo("a", "1", "built-in", "0" * 64), PackageInfo("a", "2", "installed", "1" * 64)]
TEXTS = ("Il dort.", "Il  dort.", "Il dort !", "Non.", "« Il dort »,\u00a0dit-elle.", "🙂", "\x00")

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_places = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9))
_details = _words | st.builds(Message, st.just("{0}, not {1}"), _words, _words)
_flags = st.lists(st.builds(Flag, _words, _details, _places, _places, st.none() | _words), max_size=2).map(tuple)
_scores = st.floats(-9, 0)


@dataclass
class Model:
    """What the store should contain."""

    machine: dict[tuple[str, int], Passage] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    # by article and sentence, most recent article last
    work: dict[int, dict[int, Passage]] = field(default_factory=dict)
    views: dict[int, dict[str, Any]] = field(default_factory=dict)


Step = Callable[[Store, Model], None]


def article(number: int) -> Article:
    """Return an article in which some sentences are equal."""
    texts = [TEXTS[(number + i) % len(TEXTS)] for i in (0, 1, 3, 0, 3)]
    sentences, at = [], 0
    for id_, text in enumerate(texts):
        sentences.append(Sentence(id_, at, at + len(text), text))
        at += len(text) + 1
    text = " ".join(texts)
    whole = Paragraph(0, Role.BODY, 0, len(text), tuple(sentences))
    return Article(f"/{number}.txt", str(number) * 64, text, (whole,), f"No {number}")


def _keep(text: str, target: str, score: float, flags: tuple[Flag, ...], package: int) -> Step:
    def step(store: Store, model: Model) -> None:
        passage = Passage(Sentence(0, 0, len(text), text), target, score, flags=flags, package=PACKAGES[package])
        store.memory.keep([passage])
        model.machine[plain(text), package] = passage

    return step


def _correct(text: str, target: str) -> Step:
    def step(store: Store, model: Model) -> None:
        store.memory.correct([Passage(Sentence(0, 0, len(text), text), target, 0.0, Status.EDITED)])
        model.corrected[plain(text)] = target

    return step


def _take_back(text: str) -> Step:
    def step(store: Store, model: Model) -> None:
        sentence = Sentence(0, 0, len(text), text)
        store.memory.correct([Passage(sentence, "", 0.0, Status.VERIFIED, package=PACKAGES[0])])
        model.corrected.pop(plain(text), None)

    return step


def _clear(store: Store, model: Model) -> None:
    store.memory.clear()
    model.machine.clear()
    model.corrected.clear()


def _close(store: Store, _: Model) -> None:
    store.close()


def _write(number: int, made: dict[int, tuple[str, float, str, tuple[Flag, ...], int]], caret: int | None) -> Step:
    def step(store: Store, model: Model) -> None:
        opened = article(number)
        sentences = list(opened.sentences())
        passages = {
            id_: Passage(sentences[id_], target, score, Status(status), flags, [*PACKAGES, None][package], caret == 0)
            for id_, (target, score, status, flags, package) in made.items()
        }
        view = None if caret is None else {"caret": caret}
        must(store.work.write(Changes(opened, None, passages, view, opened=True)), "nothing was written")
        model.work[number] = model.work.pop(number, {}) | passages
        model.views[number] = model.views.get(number, {}) if view is None else view

    return step


def _forget(number: int | None) -> Step:
    def step(store: Store, model: Model) -> None:
        for one in store.work.recent():
            if one.path == f"/{number}.txt":
                store.work.forget(one)
        if number is None:
            store.work.forget()
        for gone in [number] if number is not None else list(model.work):
            model.work.pop(gone, None)
            model.views.pop(gone, None)

    return step


_texts, _numbers = st.sampled_from(TEXTS), st.integers(0, 2)
_passages = st.tuples(_words, _scores, st.sampled_from([s.value for s in Status]), _flags, st.integers(0, 2))
_steps = st.one_of(
    st.builds(_keep, _texts, _words, _scores, _flags, st.integers(0, 1)),
    st.builds(_correct, _texts, _words),
    st.builds(_take_back, _texts),
    st.builds(_write, _numbers, st.dictionaries(st.integers(0, 4), _passages, max_size=5), st.none() | _numbers),
    st.builds(_forget, st.none() | _numbers),
    st.sampled_from([_clear, _close]),
)


@given(st.lists(st.tuples(st.booleans(), _steps), max_size=12))
@settings(database=None, deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def sequence(steps: list[tuple[bool, Step]]) -> None:
    """Run the steps alternately in two programs, and compare both with the model."""
    with tempfile.TemporaryDirectory() as folder:
        stores, model = [Store(Path(folder) / "store" / "store.sqlite", refused) for _ in range(2)], Model()
        try:
            for second, step in steps:
                step(stores[second], model)
                _same(stores[not second], model)
        finally:
            for store in stores:
                store.work.release()
                store.close()


def _same(store: Store, model: Model) -> None:
    for number, package in enumerate(PACKAGES):
        asked = [Sentence(i, 0, len(text), text) for i, text in enumerate(TEXTS)]
        found = store.memory.recall(asked, package)
        must(found == [p for s in asked if (p := _recalled(s, number, model))], f"recalled {found}")
    for number in range(3):
        found_work = store.work.restore(article(number))
        if number not in model.work:
            must(found_work is None, f"found {found_work}")
            continue
        must(found_work is not None and found_work.passages == tuple(v for _, v in sorted(model.work[number].items())),
             f"restored {found_work}, not {model.work[number]}")  # fmt: skip
        must(found_work is not None and found_work.view == model.views[number], f"a view {found_work}")
    listed = [one.path for one in store.work.recent()]
    must(listed == [f"/{number}.txt" for number in reversed(model.work)], f"listed {listed}")


def _recalled(sentence: Sentence, package: int, model: Model) -> Passage | None:
    key = plain(sentence.text)
    if key in model.corrected:
        return Passage(sentence, model.corrected[key], 0.0, Status.EDITED, recalled=True)
    made = model.machine.get((key, package))
    return replace(made, sentence=sentence) if made else None


def plain(text: str) -> str:
    """Return a text as the memory compares it."""
    return " ".join(text.split())


def refused(error: StoreError) -> None:
    """Fail on any error the store reports."""
    raise AssertionError(str(error))


def _seeds() -> Sequence[bytes]:
    return [Random(seed).randbytes(400) for seed in range(20)]


def _run(data: bytes) -> None:
    sequence.hypothesis.fuzz_one_input(data)  # type: ignore[attr-defined]


def targets() -> dict[str, Target]:
    """Return the target; its bytes drive hypothesis's choices."""
    return {"store": Target(_seeds, mutate.flipped, _run)}
