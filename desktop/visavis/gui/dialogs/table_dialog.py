"""A dialog with tables, for shortcuts and statistics; scrolls if it does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from visavis.gui.style.spacing import LARGE, MEDIUM

Section = tuple[str, Sequence[tuple[str, str]]]

STYLE = "td { padding: 3px 28px 3px 0 } h3 { margin: 0 }"


class TableDialog(QDialog):
    """Shows sections, each a heading over rows of a name and a value."""

    def __init__(self, title: str, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        html = f"<table>{''.join(_rows(head, rows) for head, rows in sections if rows)}</table>"
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.document().setDefaultStyleSheet(STYLE)
        self.text.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self._fit(html, parent)

    def _fit(self, html: str, parent: QWidget) -> None:
        """Resize to fit the tables, within most of the parent window."""
        ideal = QTextDocument()
        ideal.setDefaultStyleSheet(STYLE)
        ideal.setDefaultFont(self.font())
        ideal.setHtml(html)
        edge = 5 * self.fontMetrics().height() + LARGE
        width, height = ideal.idealWidth() + edge, ideal.size().height() + edge
        self.resize(round(min(width, parent.width() * 0.9)), round(min(height, parent.height() * 0.9)))


def _rows(head: str, rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td>{escape(what)}</td><td><b>{escape(value)}</b></td></tr>" for what, value in rows)
    return f"<tr><td colspan=2 style='padding-top: 14px'><h3>{escape(head)}</h3></td></tr>{cells}"
