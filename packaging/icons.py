"""Render resources/icons/visavis.svg in all sizes: `icons.py FOLDER` writes visavis-SIZE.png, .ico and .icns."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parent.parent / "resources" / "icons" / "visavis.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)


def main(folder: Path) -> None:
    """Render each size."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    drawing = QSvgRenderer(str(SVG))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(folder / f"visavis-{size}.png"))
    largest = Image.open(folder / f"visavis-{SIZES[-1]}.png")
    largest.save(folder / "visavis.ico", sizes=[(size, size) for size in SIZES if size <= 256])
    largest.save(folder / "visavis.icns")
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
