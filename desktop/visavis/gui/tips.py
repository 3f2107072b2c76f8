"""Tool tips that show text from documents and files literally."""

from __future__ import annotations

from PySide6.QtGui import Qt


def format_tooltip(text: str) -> str:
    """Return a text for a tool tip, escaped if Qt would take it for HTML: it would render tags and load images."""
    from html import escape  # slow to import, and seldom needed

    return f"<span style='white-space: pre-wrap'>{escape(text)}</span>" if Qt.mightBeRichText(text) else text
