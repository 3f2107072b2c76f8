"""Icons: drawings of Lucide in the colours of the palette, sharp on every screen."""

from __future__ import annotations

from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from shiboken6 import isValid

from visavis import paths
from visavis.gui.style.colours import choose_colours
from visavis.gui.style.spacing import ICON, TIGHT

Target = QAction | QAbstractButton | QLabel

_shown: WeakKeyDictionary[Target, tuple[str, bool]] = WeakKeyDictionary()


def icon_size(gap: int = 0) -> QSize:
    """Return the size of an icon beside the interface's text, with a gap between them."""
    side = round(QFontMetrics(QApplication.font()).height() * ICON)
    return QSize(side + gap, side)


def show_icon(target: Target, name: str, on_accent: bool = False) -> None:
    """Give an action, a button or a label an icon, which follows the palette from now on."""
    _shown[target] = name, on_accent
    _draw(target, name, on_accent)


def redraw_icons() -> None:
    """Draw all icons again, in the colours of the palette and the size of the text."""
    for target, (name, on_accent) in list(_shown.items()):
        if isValid(target):  # Python may hold a widget longer than its window does
            _draw(target, name, on_accent)


def _draw(target: Target, name: str, on_accent: bool) -> None:
    colours = choose_colours(QApplication.palette())
    gap = TIGHT if isinstance(target, QAction) or target.text() else 0
    size, usual = icon_size(gap), colours.on_accent if on_accent else colours.text
    if isinstance(target, QLabel):
        target.setPixmap(draw_icon(name, size, target.devicePixelRatioF(), usual))
        return
    modes = {QIcon.Mode.Normal: usual}
    if isinstance(target, QAction):  # buttons with icons are never disabled
        modes[QIcon.Mode.Disabled] = colours.faint
    icon = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        for mode, colour in modes.items():
            icon.addPixmap(draw_icon(name, size, ratio, colour), mode)
    target.setIcon(icon)
    if isinstance(target, QAbstractButton):
        target.setIconSize(size)


# Qt's own engine for SVG files has no colours to choose, and a QIconEngine written in Python crashes (PySide 6.11.3).
# So each icon is drawn for the screens there are.
def draw_icon(name: str, size: QSize, ratio: float, colour: QColor) -> QPixmap:
    """Draw an icon for a screen with a device pixel ratio."""
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing = QSvgRenderer(QByteArray(_read(name).replace("currentColor", colour.name()).encode()))
    drawing.render(painter, QRectF(0, 0, pixmap.height(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _read(name: str) -> str:
    return paths.find_resource(f"icons/ui/{name}.svg").read_text(encoding="utf-8")
