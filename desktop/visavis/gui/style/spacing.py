"""The distances and sizes of the window, in pixels at 100 %: multiples of four."""

from __future__ import annotations

TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 20, 32
RADIUS = 6  # of the corners of buttons, fields and cards

ICON = 1.15  # of an icon, in line heights of the interface
MARGIN, GUTTER = 32.0, 48.0  # beside the columns, and between them
WIDEST, NARROWEST = 70, 26  # characters in a column; in a narrower view English goes below French
CLOSE, LINE, APART = 1.12, 1.32, 1.7  # line spacing of the text, in line heights; LINE is the default
