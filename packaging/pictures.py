"""Make the pictures of the README anew: `python packaging/pictures.py`. Needs Pillow (packaging/requirements.txt)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SCREENSHOTS = ROOT / "packaging" / "screenshots"
COLOURS = 128  # of the palette: a third of the bytes, and no difference to see
#: The picture, the state of the window (tests/states.py) that it shows, and how.
PICTURES = (
    ("window", "translated", ()),
    ("flags", "given", ()),
    ("articles", "several", ("--look", "dark", "--language", "fr_FR")),
)


def main() -> None:
    """Take each picture and save it with a palette."""
    for name, state, options in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, str(ROOT / "tests" / "states.py"), folder, state, *options]
            subprocess.run(command, check=True)
            picture = Image.open(Path(folder) / f"{state}.png").convert("RGB")
        small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(SCREENSHOTS / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
