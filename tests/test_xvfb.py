"""The program on a real X display: its window is photographed, and it ends by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from conftest import SEED

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def display() -> Iterator[str]:
    """Return a display that Xvfb serves."""
    xvfb = shutil.which("Xvfb")
    if not xvfb:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Xvfb is not installed")
    read, write = os.pipe()  # Xvfb looks for a free display and writes its number there
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def ink(image: QImage, left: float, right: float, top: float, bottom: float) -> int:
    """Count the dark pixels in a part of a picture, given as shares of its width and height."""
    columns = range(int(image.width() * left), int(image.width() * right), 2)
    rows = range(int(image.height() * top), int(image.height() * bottom), 2)
    return sum(image.pixelColor(x, y).lightness() < 110 for x in columns for y in rows)


def test_the_window_opens_on_a_display_and_shows_both_columns(display: str, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND"))}
    environment |= {"DISPLAY": display, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, str(ROOT / "tests" / "onscreen.py"), str(SEED), str(picture)]
    for _ in range(3):  # a busy machine's Xvfb may not answer at once
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180, check=False
        )
        if "could not connect to display" not in done.stderr:
            break
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    image = QImage(str(picture))
    assert image.width() >= 1000
    assert image.height() >= 600
    for side in ((0.02, 0.49), (0.51, 0.97)):
        assert ink(image, *side, 0.12, 0.55) > 1500  # the article
        assert ink(image, *side, 0.70, 0.95) > 300  # the summary
    assert ink(image, 0.495, 0.505, 0.15, 0.5) < 20  # the space between the columns
