"""The engine in a process of its own: it crashes, starves, never ends, cannot be loaded; the work goes on."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tiny import TinyTranslator
from visavis import paths, services
from visavis.engines.translation import engine_client
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.engine_server import EngineServer
from visavis.engines.translation.restarting import RestartingTranslator
from visavis.model.errors import EngineFailed, PackageError
from visavis.model.passage import Hypothesis
from visavis.packages.find import InstalledPackage, find_packages, read_package

ROOT = Path(__file__).parent.parent
LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
SAID = [f"Le ministre numéro {n} est arrivé à Paris avec les {n + 2} autres." for n in range(60)]

PARENT = """
from visavis.engines.translation.restarting import RestartingTranslator
from visavis.packages.find import find_packages
translator = RestartingTranslator(find_packages()[0], 1)
next(translator.translate(["Le président est arrivé."] * 500))
print(translator._process._process.pid, flush=True)
"""


@pytest.fixture
def package() -> InstalledPackage:
    return find_packages([(paths.get_built_in_packages_folder(), "built-in")])[0]


@pytest.fixture
def translator(package: InstalledPackage) -> Iterator[RestartingTranslator]:
    made = RestartingTranslator(package, 1)
    yield made
    made.close()


def serve_failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    monkeypatch.setattr(engine_client, "SERVED", "failing")


@pytest.fixture
def failing(package: InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> Iterator[RestartingTranslator]:
    """Return a translator whose process fails at marked words; it may take two seconds for a few of them."""
    serve_failing(monkeypatch)
    made = RestartingTranslator(package, 1, patience=2.0)
    yield made
    made.close()


def run(translator: RestartingTranslator | ArgosTranslator, sentences: list[str]) -> list[Hypothesis]:
    results = [result for batch in translator.translate(sentences) for result in batch]
    assert sorted(index for index, _ in results) == list(range(len(sentences)))
    return [hypothesis for _, hypothesis in sorted(results, key=lambda result: result[0])]


def pid(translator: RestartingTranslator) -> int:
    assert translator._process
    return translator._process._process.pid


def lives(number: int) -> bool:
    """Tell whether a process is there, and is not one that has ended and that nobody asks about."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(number: int) -> bool:
    """Wait a while until a process has ended."""
    end = time.monotonic() + 20
    while lives(number) and time.monotonic() < end:
        time.sleep(0.02)
    return not lives(number)


def test_it_says_what_the_engine_says(translator: RestartingTranslator, package: InstalledPackage) -> None:
    engine = ArgosTranslator(package, 1)
    said = ["Le président est arrivé à Paris.", "« Non ! », a-t-il dit.", "***", "aZ9q" * 500, ""]
    made = run(translator, said)
    assert made == run(engine, said)
    assert made[3].flags
    assert translator.alternatives(said[0], 3) == engine.alternatives(said[0], 3) != []
    assert translator.links(said[0], made[0].text) == engine.links(said[0], made[0].text) != []
    assert translator.package == engine.package


def test_an_article_is_finished_when_the_engine_crashes_half_way(translator: RestartingTranslator) -> None:
    batches = translator.translate(SAID)
    results = list(next(batches))
    os.kill(pid(translator), signal.SIGSEGV)
    results += [result for batch in batches for result in batch]
    assert [index for index, _ in results] == list(range(len(SAID)))
    assert all("Paris" in made.text and not made.flags for _, made in results)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Le Tueur est là.", "the translation engine crashed"),
        ("L’Éternel est là.", "the translation engine took too long"),
        ("La Mémoire est là.", "the translation engine failed"),
    ],
)
def test_a_sentence_that_breaks_the_engine_is_left_and_flagged(
    failing: RestartingTranslator, sentence: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_client, "TOKEN", 0.0)
    made = run(failing, [*SAID[:9], sentence, *SAID[9:20]])
    left = made.pop(9)
    assert left.text == sentence
    assert [(flag.check, flag.detail) for flag in left.flags] == [("degenerate", reason)]
    assert all("Paris" in other.text and not other.flags for other in made)
    with pytest.raises(EngineFailed, match=f"{reason}; try again"):
        next(failing._running().translate([sentence]))


def test_an_engine_that_breaks_at_everything_is_given_up(
    failing: RestartingTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visavis.engines.translation.restarting.SOUND", "Le Tueur.")
    batches = failing.translate([*SAID, "Le Tueur.", "Fin."])
    made = list(next(batches))
    with pytest.raises(EngineFailed, match="keeps failing; close other programs and try again"):
        for batch in batches:
            made += batch
    assert len(made) == len(SAID), "what was translated before is there"


def test_a_question_that_finds_no_process_is_asked_again(translator: RestartingTranslator) -> None:
    said = ("Il dort bien.", "He sleeps well.")
    found = translator.alternatives(said[0]), translator.links(*said)
    os.kill(pid(translator), signal.SIGSEGV)
    again = translator.alternatives(said[0])
    os.kill(pid(translator), signal.SIGSEGV)
    assert (again, translator.links(*said)) == found


@pytest.mark.parametrize("damage", [b"", b"garbage" * 1000, None])
def test_a_package_that_is_damaged_meanwhile_is_named_and_works_again_once_it_is_mended(
    package: InstalledPackage, tmp_path: Path, damage: bytes | None
) -> None:
    folder = tmp_path / "translate-fr_en"
    shutil.copytree(package.folder, folder)
    copy = read_package(folder, "installed")
    assert copy
    translator = RestartingTranslator(copy, 1)
    model = folder / "model" / "model.bin"
    whole = model.read_bytes()
    model.unlink()
    if damage is not None:
        model.write_bytes(damage)
    with pytest.raises(PackageError, match="translate-fr_en: the language package could not be loaded"):
        run(translator, SAID[:2])
    model.write_bytes(whole)
    assert "Paris" in run(translator, SAID[:2])[1].text
    translator.close()


def test_a_process_that_says_anything_else_is_an_error(
    translator: RestartingTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_client, "SERVED", "this")
    with pytest.raises(EngineFailed, match="its engine could not be started"):
        run(translator, SAID[:2])


def test_a_process_that_never_loads_is_given_up(
    translator: RestartingTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_client, "STARTING", 0.0)
    monkeypatch.setattr(translator, "_patience", 0.0)
    with pytest.raises(EngineFailed, match="its engine could not be started"):
        run(translator, ["Oui."])


def test_a_program_that_cannot_be_started_is_an_error(
    translator: RestartingTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(EngineFailed, match="its engine could not be started"):
        run(translator, SAID[:2])


def test_several_threads_ask_one_process(failing: RestartingTranslator) -> None:
    made: dict[int, list[Hypothesis]] = {}
    said = {n: [f"{sentence} Bien {n}." for sentence in SAID[:12]] for n in range(3)}
    said[1].insert(5, "Le Tueur est là.")
    threads = [threading.Thread(target=lambda n=n: made.update({n: run(failing, said[n])})) for n in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert [flag.detail for flag in made[1].pop(5).flags] == ["the translation engine crashed"]
    assert sum(len(some) for some in made.values()) == 36
    assert not any(hypothesis.flags for some in made.values() for hypothesis in some)


def test_the_guard_holds_in_the_process(failing: RestartingTranslator) -> None:
    assert not run(failing, ["Le Réseau est là."])[0].flags


def test_what_is_closed_is_worked_at_no_longer() -> None:
    engine, out = TinyTranslator(gate=threading.Event()), io.BytesIO()
    servant = EngineServer(out)
    servant.load(lambda: engine)
    servant.handle(7, "translate", ["Oui."] * 300)
    servant.handle(7, "stop")
    assert engine.gate
    engine.gate.set()
    end = time.monotonic() + 10
    while b"end" not in out.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    assert [json.loads(line)[:2] for line in out.getvalue().splitlines()] == [[0, "loaded"], [7, "end"]]
    assert engine.closed and engine.batches == 1


def test_closing_tells_the_process(translator: RestartingTranslator) -> None:
    batches = translator.translate(SAID * 50)
    next(batches)
    assert translator._process
    told: list[object] = []
    say = translator._process._say
    translator._process._say = lambda *question: told.append(question) or say(*question)  # type: ignore[func-returns-value, method-assign]
    batches.close()  # type: ignore[attr-defined]
    assert told == [(1, "stop")]
    assert run(translator, SAID[:1])[0].text


@LINUX
@pytest.mark.parametrize("killed", [True, False])
def test_no_process_is_left_behind(killed: bool) -> None:
    program = PARENT + ("import time; time.sleep(600)" if killed else "")
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        if killed:
            parent.kill()
        assert parent.wait(20) == (-signal.SIGKILL if killed else 0)
    assert gone(child)


@LINUX
def test_a_translator_that_nobody_has_takes_its_process_along(package: InstalledPackage) -> None:
    translator = RestartingTranslator(package, 1)
    run(translator, ["Oui."])
    child = pid(translator)
    assert lives(child)
    del translator
    assert gone(child)


def test_the_trial_of_a_package_survives_its_crash(package: InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    services._try(package.folder)
    serve_failing(monkeypatch)
    monkeypatch.setattr("visavis.engines.translation.restarting.SOUND", "Le Tueur est là.")
    with pytest.raises(EngineFailed, match="the translation engine crashed"):
        services._try(package.folder)


def test_the_frozen_program_is_its_own_interpreter(
    translator: RestartingTranslator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "visavis"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m visavis "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    assert "Paris" in run(translator, SAID[:1])[0].text
