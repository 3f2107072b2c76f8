"""The memory and saved work in the pipeline and on the command line: the same article again, and what was killed."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ARTICLE
from tiny import TINY, TinySegmenter, TinySummariser, TinyTranslator
from visavis import paths, services
from visavis.cli import main as cli
from visavis.engines.translation import restarting
from visavis.exports.writers.json import as_json
from visavis.infrastructure.settings import Settings
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import EngineFailed
from visavis.model.events import Ranked, Restored, Started, Translated
from visavis.model.passage import Flag, Hypothesis, Passage, Status
from visavis.model.ports import Engines, Translator
from visavis.packages.find import choose_package
from visavis.pipeline import collect_document, run_pipeline, segment_article
from visavis.readers.open import from_text
from visavis.store.store import Store


class Flagging(TinyTranslator):
    """Has a flag for every sentence."""

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        for batch in super().translate(sentences):
            yield [(index, replace(h, flags=(Flag("unknown", "Jean"),))) for index, h in batch]


class Unasked(TinyTranslator):
    """Must not be asked."""

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        raise AssertionError(sentences)


def refuse(error: Exception) -> None:
    raise AssertionError(error)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite", refuse)


def engines(store: Store, translator: Translator) -> Engines:
    return Engines(TinySegmenter(), lambda: translator, lambda method: TinySummariser(), {"tiny": ""}, store.memory)


def read(text: str = ARTICLE) -> Article:
    return from_text("a.txt", text)


def test_the_same_article_again_needs_no_engine_and_is_the_same(store: Store) -> None:
    first = collect_document(run_pipeline(read, engines(store, Flagging()), "tiny"))

    again = collect_document(run_pipeline(read, engines(store, Unasked()), "tiny"))
    assert as_json(again, 3) == as_json(first, 3)
    assert again.passages == first.passages
    assert again.passages[0].flags


def test_what_was_killed_is_resumed_from_the_memory(store: Store) -> None:
    with pytest.raises(EngineFailed):
        collect_document(run_pipeline(read, engines(store, TinyTranslator(fail_after=2))))
    engine = TinyTranslator()
    events = list(run_pipeline(read, engines(store, engine), "tiny"))
    kinds = [type(event) for event in events[1:]]
    assert kinds == [Started, Translated, Ranked, Translated, Translated]
    assert engine.batches == 2  # six of ten sentences were known
    assert collect_document(events).complete


def test_a_correction_is_used_in_the_place_of_what_the_machine_said(store: Store) -> None:
    first = collect_document(run_pipeline(read, engines(store, TinyTranslator())))
    store.memory.correct([Passage(first.passages[4].sentence, "Mine", 0.0, Status.EDITED)])
    again = collect_document(run_pipeline(read, engines(store, TinyTranslator())))
    assert {i: (p.target, p.status) for i, p in again.passages.items() if p != first.passages[i]} == {
        4: ("Mine", Status.EDITED)
    }
    assert again.complete


def test_saved_work_comes_first_and_only_the_rest_is_translated(store: Store) -> None:
    article = segment_article(read(), TinySegmenter())
    sentences = list(article.sentences())
    other = replace(TINY, version="other")
    saved = (
        Passage(sentences[0], "Mine", 0.0, Status.EDITED),
        Passage(sentences[1], "By another package", -1.0, package=other),
        Passage(sentences[2], "By this package", -1.0, package=TINY),
        Passage(sentences[3], "Right", -1.0, Status.VERIFIED, package=other),
    )
    restored = Restored(saved, {"caret": 1})
    events = list(run_pipeline(read, engines(store, TinyTranslator()), "tiny", restore=lambda article: restored))
    assert events[1] is restored
    document: Document = collect_document(events)
    targets = [document.passages[n].target for n in range(4)]
    assert targets == ["Mine", f"EN: {sentences[1].text.upper()}", "By this package", "Right"]
    assert document.complete and document.ranking


def translated(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert cli.run(["translate", str(path), "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_command_loads_no_engine_for_what_it_knows(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = translated(article, capsys)

    def start(*args: object) -> None:
        raise AssertionError("the engine was started")

    monkeypatch.setattr(restarting, "EngineProcess", start)
    assert translated(article, capsys) == first


def test_a_setting_turns_the_memory_off(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings(memory=False).save(paths.get_settings_file())
    engine = TinyTranslator()
    monkeypatch.setattr(services, "_engine", lambda *args: engine)
    translated(article, capsys)
    translated(article, capsys)
    assert engine.calls == 2


def test_a_damaged_memory_is_told_in_one_line_and_begun_anew(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = TinyTranslator()
    monkeypatch.setattr(services, "_engine", lambda *args: engine)
    place = services.open_store(Settings(), refuse)._database.path
    place.parent.mkdir(parents=True)
    place.write_bytes(b"no database at all " * 100)
    assert cli.run(["translate", str(article), str(article)]) == 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "the saved work was damaged; it is now store.sqlite.damaged-1" in told
    assert engine.calls == 1


def test_without_a_place_for_it_the_command_does_its_work(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = services.open_store(Settings(), refuse)._database.path
    place.parent.parent.mkdir(parents=True, exist_ok=True)
    place.parent.write_text("")
    monkeypatch.setattr(services, "_engine", lambda *args: TinyTranslator())
    assert cli.run(["translate", str(article), str(article)]) == 0
    out, told = capsys.readouterr()
    assert "EN: LE CONSEIL" in out
    assert told.count("\n") == 1 and told.startswith(f"visavis: {place}: ")


def test_a_command_that_was_killed_is_resumed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.txt"
    count = 600
    path.write_text(
        "\n\n".join(f"Le maire a parlé {n} fois à la ville ce soir." for n in range(count)), encoding="utf-8"
    )
    place = services.open_store(Settings(), refuse)._database.path
    with subprocess.Popen([sys.executable, "-m", "visavis", "translate", str(path)], stdout=subprocess.PIPE) as running:
        while not known(place) and running.poll() is None:
            time.sleep(0.02)
        running.kill()
        assert running.wait(10) == -signal.SIGKILL
    before = known(place)
    assert 0 < before < count
    asked: list[str] = []

    class Asked(TinyTranslator):
        def __init__(self) -> None:
            super().__init__()
            self.package = choose_package().info()

        def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
            asked.extend(sentences)
            return super().translate(sentences)

    monkeypatch.setattr(services, "_engine", lambda *args: Asked())
    found = translated(path, capsys)
    assert len(asked) == count - before
    assert len(found["paragraphs"]) == count  # type: ignore[arg-type]


def known(place: Path) -> int:
    """Count the machine translations that are remembered."""
    if not place.exists():
        return 0
    with closing(sqlite3.connect(place, timeout=10)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM machine").fetchone()[0])
        except sqlite3.OperationalError:  # its tables are yet to be made
            return 0
