"""The colours: two schemes, light and dark, as palettes; every other colour is mixed from a palette's."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

Role, Group = QPalette.ColorRole, QPalette.ColorGroup


# Named tuples: the window waits for this module, and making a dataclass takes longer.
class Scheme(NamedTuple):
    """What a palette is made of. `accent` lights a sentence, `selection` is what the user has selected."""

    window: str
    page: str
    raised: str
    text: str
    accent: str
    selection: str
    on_colour: str  # text on accent and selection


LIGHT = Scheme(
    window="#f4f3f0",
    page="#ffffff",
    raised="#ffffff",
    text="#1f1e1b",
    accent="#0b7267",
    selection="#2b63d9",
    on_colour="#ffffff",
)
DARK = Scheme(
    window="#232427",
    page="#1a1b1d",
    raised="#2e2f33",
    text="#e8e6e1",
    accent="#52cfbe",
    selection="#79a6ff",
    on_colour="#101112",
)


def make_palette(scheme: Scheme) -> QPalette:
    """Return the palette of a scheme."""
    palette = QPalette(QColor(scheme.raised), QColor(scheme.window))
    text, page, window = QColor(scheme.text), QColor(scheme.page), QColor(scheme.window)
    for role, colour in (
        (Role.Window, window),
        (Role.Base, page),
        (Role.AlternateBase, mix(text, page, 0.03)),
        (Role.Button, QColor(scheme.raised)),
        (Role.ToolTipBase, QColor(scheme.raised)),
        (Role.Highlight, QColor(scheme.selection)),
        (Role.Accent, QColor(scheme.accent)),
        (Role.HighlightedText, QColor(scheme.on_colour)),
        (Role.Link, QColor(scheme.selection)),
        (Role.LinkVisited, QColor(scheme.selection)),
        (Role.PlaceholderText, mix(text, page, 0.68)),
        *((role, text) for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText)),
    ):
        palette.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, mix(text, window, 0.42))
    return palette


class Colours(NamedTuple):
    """The colours of the reading view and of what is around it."""

    page: QColor
    window: QColor
    raised: QColor
    text: QColor
    quiet: QColor
    faint: QColor
    edge: QColor
    rule: QColor
    accent: QColor
    on_accent: QColor
    lit: QColor
    hover: QColor
    pressed: QColor
    selection: QColor
    find: QColor
    found: QColor
    word: QColor
    flagged: QColor
    edited: QColor
    verified: QColor
    grave: QColor
    warning: QColor
    minor: QColor


def choose_rank_colour(colours: Colours, rank: int) -> QColor:
    """Return the colour of flags of a rank: 1, the meaning may be wrong; 2, look at it; 3, style."""
    return {1: colours.grave, 3: colours.minor}.get(rank, colours.warning)


def is_dark(palette: QPalette) -> bool:
    """True if a palette has light text on a dark page."""
    return palette.color(Role.Base).lightness() < 128


def choose_colours(palette: QPalette) -> Colours:
    """Derive the colours from a palette, one of ours or a system's."""
    page, text, window = (palette.color(role) for role in (Role.Base, Role.Text, Role.Window))
    dark, accent = is_dark(palette), palette.color(Role.Accent)
    return Colours(
        page=page,
        window=window,
        raised=palette.color(Role.Button),
        text=text,
        quiet=mix(text, page, 0.74),
        faint=mix(text, window, 0.42),
        edge=mix(text, window, 0.24),
        rule=mix(text, window, 0.12),
        accent=accent,
        on_accent=palette.color(Role.HighlightedText),
        lit=mix(accent, page, 0.2 if dark else 0.15),
        hover=mix(accent, page, 0.1 if dark else 0.07),
        pressed=mix(accent, page, 0.32 if dark else 0.26),
        selection=mix(palette.color(Role.Highlight), page, 0.36 if dark else 0.3),
        find=mix(QColor("#facc15"), page, 0.26 if dark else 0.45),
        found=mix(QColor("#f59e0b"), page, 0.5 if dark else 0.75),
        flagged=mix(QColor("#f97316"), page, 0.42 if dark else 0.3),
        word=mix(accent, page, 0.46 if dark else 0.36),
        edited=QColor("#93b7ff") if dark else QColor("#1d4ed8"),
        verified=QColor("#4ade80") if dark else QColor("#15803d"),
        grave=QColor("#f87171") if dark else QColor("#b91c1c"),
        warning=QColor("#fbbf24") if dark else QColor("#a34a04"),
        minor=mix(text, page, 0.66),
    )


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """Mix two colours."""

    def blend(a: int, b: int) -> int:
        return round(a * share + b * (1 - share))

    return QColor(blend(over.red(), under.red()), blend(over.green(), under.green()), blend(over.blue(), under.blue()))
