"""Tool tips show what is in documents and files as it stands."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def format_tooltip(text: str) -> str:
    """Return a text for a tool tip, which takes for HTML, and loads pictures of, what has tags in it."""
    return f"<span style='white-space: pre-wrap'>{escape(text)}</span>" if Qt.mightBeRichText(text) else text
