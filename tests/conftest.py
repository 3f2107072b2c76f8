"""Shared fixtures: separate user folders for every test, tiny engines, and a window that is closed with its test."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flagging import HOURS, TERM, TOO_SHORT
from tiny import TinySegmenter, TinySummariser, TinyTranslator
from visavis.app.application import translate_interface
from visavis.cli import main as cli
from visavis.cli import terminal
from visavis.engines.segmentation.english import EnglishSegmenter
from visavis.infrastructure.network_guard import Guard
from visavis.model.article import Article
from visavis.model.passage import Choice
from visavis.model.ports import Engines
from window_under_test import MainWindow, build

TESTS = Path(__file__).resolve().parent
SEED = TESTS.parent / "seeds" / "otan-kosovo.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows that the tests drive")


def pytest_configure(config: pytest.Config) -> None:
    measuring = config.pluginmanager.get_plugin("_cov")
    if measuring and measuring.cov_controller and not is_whole(config):
        measuring.cov_controller.cov.stop()
        measuring.options.no_cov = True
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    settings.register_profile("any machine", deadline=None)  # a loaded one passes 200 ms, and nothing is wrong
    settings.load_profile("any machine")
    # A shell starts background jobs with SIGINT ignored, and the programs that tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def is_whole(config: pytest.Config) -> bool:
    """True if the whole suite is run: the coverage of a few tests means nothing."""
    asked = [(config.invocation_params.dir / argument).resolve() for argument in config.args]
    choices = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf")
    narrowed = any(config.getoption(name, False) for name in choices)  # "lf" is missing if its plugin is disabled
    return not narrowed and any(TESTS.is_relative_to(path) for path in asked)


def pytest_sessionfinish() -> None:
    if QApplication.instance():
        QApplication.clipboard().clear()  # offscreen, Qt deletes what is there after Python has ended, and crashes


@pytest.fixture(autouse=True)
def _folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and data out of the user's own folders."""
    folder = tmp_path_factory.mktemp("user")
    for name in ("VISAVIS_CONFIG", "VISAVIS_DATA", "VISAVIS_LOGS", "ARGOS_PACKAGES_DIR"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for program in ("TESSERACT", "LIBREOFFICE"):  # what is read must not depend on the machine
        monkeypatch.setenv(f"VISAVIS_{program}", "")


@pytest.fixture(autouse=True)
def _unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests of the command line from installing the guard in this process for good.

    The guard's tests use processes.
    """
    monkeypatch.setattr(Guard, "install", lambda guard: None)


@pytest.fixture(autouse=True)
def _threads() -> Iterator[None]:
    """Check that no job outlives its test."""
    yield
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join(10)
            assert not thread.is_alive(), "a job outlives its test"


class Turnstile(threading.Event):
    """A gate that lets through as many batches as it is told; always open once it is set."""

    def __init__(self) -> None:
        super().__init__()
        self._places = threading.Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set() or self._places.acquire(timeout=timeout)

    def let(self, batches: int = 1) -> None:
        """Let a number of batches through."""
        self._places.release(batches)

    def set(self) -> None:
        super().set()
        self._places.release(1000)


class LastFirst(TinySummariser):
    """Ranks sentences backwards."""

    method = "last"

    def rank(self, article: Article) -> list[Choice]:
        ids = sorted((choice.id for choice in super().rank(article)), reverse=True)
        return [Choice(id_, rank, 1.0 / rank) for rank, id_ in enumerate(ids, 1)]


class Tiny:
    """Tiny engines, with control over the translator: its gate is open unless a test closes it."""

    def __init__(self) -> None:
        self.translator = TinyTranslator()
        self.methods: dict[str, TinySummariser] = {"tiny": TinySummariser(), "last": LastFirst()}
        self.engines = Engines(
            TinySegmenter(),
            lambda: self.translator,
            self.methods.__getitem__,
            {"tiny": "long sentences", "last": "the end"},
            english_segmenter=EnglishSegmenter(),
        )

    def shut(self) -> Turnstile:
        """Close the gate and return it."""
        gate = self.translator.gate = Turnstile()
        return gate

    def open(self) -> None:
        """Open the gate for good."""
        if self.translator.gate:
            self.translator.gate.set()


@pytest.fixture
def tiny() -> Iterator[Tiny]:
    made = Tiny()
    yield made
    made.open()


Build = Callable[[Engines | None], MainWindow]


@pytest.fixture
def build_window(qtbot: QtBot, tiny: Tiny) -> Iterator[Build]:
    """Return a function that builds and shows a window, which is closed with its threads when the test ends."""

    def close(window: MainWindow) -> None:
        tiny.open()
        assert window.session.close(), "the session's threads have not ended"

    def make(wired: Engines | None) -> MainWindow:
        window = build(wired=wired)
        qtbot.addWidget(window, before_close_func=close)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    # Now, not when the next window has been made: Qt 6.11 does not notice the end of a combo box whose style sheet was
    # taken off and put on again, as a new window does, and crashes at the next style sheet.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(build_window: Build, tiny: Tiny) -> MainWindow:
    """Return a window with tiny engines and no article."""
    return build_window(tiny.engines)


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn off the checks: the tiny engine leaves numbers and weekdays in French, which would be flagged."""
    for module in ("pipeline", "session.history"):
        monkeypatch.setattr(f"visavis.{module}.check_passages", lambda passages, *_: list(passages))


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    """Translate the interface to French."""
    found = translate_interface(qapp, QLocale("fr_FR"))
    yield
    for translator in found:
        qapp.removeTranslator(translator)


Done = Callable[[], None]


@pytest.fixture
def done(qtbot: QtBot, window: MainWindow) -> Done:
    """Return a function that waits until the window's session is idle."""
    return lambda: qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a French article in a file: a title, eight sentences in four paragraphs, and an aside."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def opened(window: MainWindow, article: Path, done: Done) -> MainWindow:
    """Return the window with the article translated."""
    window.open_path(article)
    done()
    return window


@pytest.fixture
def flagged(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the window with two flags in sentence 2 and one in sentence 5."""
    assert opened.document
    passages = opened.document.passages
    passages[2] = replace(passages[2], flags=(HOURS, TERM))
    passages[5] = replace(passages[5], flags=(TOO_SHORT,))
    opened.reading_view.refresh([2, 5])
    opened.activateWindow()
    opened.reading_view.setFocus()
    qtbot.waitUntil(opened.reading_view.hasFocus)
    return opened


def shown(window: MainWindow, column: int) -> list[str]:
    """Return the text of each row in a column."""
    page = window.reading_view.page
    return [page.side(number, column).text for number in range(len(page.rows))]


@dataclass
class Ended:
    """The result of a command."""

    code: int
    out: str
    err: str


Visavis = Callable[..., Ended]


@pytest.fixture
def translator(monkeypatch: pytest.MonkeyPatch) -> TinyTranslator:
    """Replace the real engines by tiny ones and return their translator."""
    made = TinyTranslator()
    wired = Engines(
        TinySegmenter(),
        lambda: made,
        lambda method: TinySummariser(),
        {"tiny": ""},
        english_segmenter=EnglishSegmenter(),
    )
    monkeypatch.setattr(terminal, "create_engines", lambda settings, memory: wired)
    return made


@pytest.fixture
def visavis(
    translator: TinyTranslator, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Visavis:
    """Return a function that runs a command, without a display."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


def complains(ended: Ended, code: int, *words: str) -> bool:
    """True if a command printed only a single error line, with these words."""
    one = ended.err.startswith("visavis: ") and ended.err.endswith("\n") and ended.err.count("\n") == 1
    return ended.code == code and ended.out == "" and one and all(word in ended.err for word in words)


ARTICLE = """Le conseil adopte le budget de la ville

Le conseil municipal a adopté le budget vendredi soir. La séance a duré plus de quatre heures.

Le maire a défendu les dépenses pour les écoles de la ville. L’opposition a voté contre le texte.

Les habitants paieront un peu plus d’impôts dès janvier. Le tramway coûtera deux millions d’euros.

Les travaux commenceront au printemps. Ils dureront trois ans et demi selon la mairie.

Partagez votre avis
"""
