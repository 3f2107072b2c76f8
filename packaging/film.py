"""Make the film of the README: `xvfb-run -a -s "-screen 0 1120x760x24" .venv/bin/python packaging/film.py FILM.gif`.

Drives the window as a reader does: opens the sample article, corrects a sentence with a slip, goes to its flag, puts it
right, copies the summary, and saves a Word file. Needs Pillow (packaging/requirements.txt).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

# ruff: noqa: E402
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from visavis.app.application import create_application
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.gui import clipboard
from window_under_test import MainWindow, build

SEED = ROOT / "seeds" / "otan-kosovo.txt"
SENTENCE = 2  # the one that is corrected: it says "on Friday"
WIDTH, HEIGHT, COLOURS, LARGEST = 1120, 760, 64, 2_000_000  # pixels, pixels, of the palette, bytes
CAPTION = 34  # pixels


class Film:
    """Takes pictures of the screen, each with a caption and how long it stays."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._app, self._window = app, window
        self._frames: list[Image.Image] = []
        self._times: list[int] = []

    def shoot(self, caption: str, milliseconds: int) -> None:
        """Take a picture, once what was asked for has been drawn."""
        self.wait(lambda: False, 0.3)
        screen = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        painter = QPainter(screen)
        painter.fillRect(0, HEIGHT - CAPTION, WIDTH, CAPTION, QColor("#1d2733"))
        painter.setPen(QColor("white"))
        painter.setFont(QFont(self._app.font().family(), 13))
        painter.drawText(0, HEIGHT - CAPTION, WIDTH, CAPTION, Qt.AlignmentFlag.AlignCenter, caption)
        painter.end()
        self._frames.append(_from_qt(screen))
        self._times.append(milliseconds)

    def wait(self, until: Callable[[], bool], seconds: float = 120.0) -> None:
        """Let the window work until something holds, or for a time."""
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.005)

    def save(self, path: Path) -> None:
        """Write the film, all pictures with one palette. Raises ValueError if it is too large."""
        palette = Image.new("RGB", (WIDTH, HEIGHT * 2))
        palette.paste(self._frames[0], (0, 0))
        palette.paste(self._frames[-1], (0, HEIGHT))
        colours = palette.quantize(COLOURS)
        first, *rest = (frame.quantize(palette=colours, dither=Image.Dither.NONE) for frame in self._frames)
        first.save(path, save_all=True, append_images=rest, duration=self._times, loop=0, optimize=True)
        if path.stat().st_size > LARGEST:
            raise ValueError(f"{path.stat().st_size} bytes are too many")


def _from_qt(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGB888).copy(0, 0, WIDTH, HEIGHT)
    return Image.frombytes("RGB", (WIDTH, HEIGHT), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())


def play(film: Film, window: MainWindow, folder: Path) -> None:
    """Do what the film shows."""
    film.shoot("Vis-à-vis: French articles in English, on your own computer", 1800)
    window.open_path(SEED)
    film.wait(lambda: bool(window.document and window.document.passages))
    film.shoot("Open an article: the first sentences are there at once", 1500)
    film.wait(lambda: not window.session.is_busy and not window.reading_view._idle.isActive())
    for place in (0, 1, SENTENCE):
        window.reading_view.go_to(place)
        film.shoot("Each sentence lights up in both languages", 1000)
    window.acts["edit"].trigger()
    editor = window.correction.editor
    film.shoot("F2: correct it where it stands", 1200)
    editor.replace_text(editor.toPlainText().replace("Friday", "Thursday"))
    film.shoot("A slip: Friday has become Thursday", 1600)
    editor.commit()
    film.wait(lambda: not window.session.is_busy, 5)
    film.shoot("It is underlined at once", 1600)
    window.acts["next_flag"].trigger()
    film.shoot("F8: what may be wrong, in both languages", 2400)
    window.acts["fix"].trigger()
    film.wait(lambda: not window.session.is_busy, 5)
    film.shoot("Ctrl+.: put right", 1600)
    window.acts["copy_summary"].trigger()
    film.shoot("Ctrl+Shift+C: the summary is copied", 1800)
    path = folder / "otan-kosovo.en.docx"
    assert window.document
    snapshot = clipboard.take_snapshot(window.document)
    window.session.save(path, lambda: FORMATS["docx"].write(snapshot, Options(Layout.TRANSLATION)))
    film.wait(path.exists, 30)
    film.shoot("Ctrl+S: the translation is saved as a Word file", 2600)


def main(path: Path) -> None:
    """Make the film."""
    with tempfile.TemporaryDirectory() as user:
        os.environ["VISAVIS_CONFIG"] = os.environ["VISAVIS_DATA"] = os.environ["VISAVIS_LOGS"] = user
        app = create_application()
        window = build()
        window.setGeometry(0, 0, WIDTH, HEIGHT - CAPTION)
        window.show()
        film = Film(app, window)
        play(film, window, Path(user))
        film.save(path)
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
