"""A dialog of tables, for keys and numbers: as high as there is room, and the rest can be scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

Section = tuple[str, Sequence[tuple[str, str]]]


class TableDialog(QDialog):
    """Shows sections, each a heading over rows of what and how much."""

    def __init__(self, title: str, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.document().setDefaultStyleSheet("td { padding: 3px 28px 3px 0 } h3 { margin-top: 14px }")
        self.text.setHtml("".join(f"<h3>{escape(head)}</h3>{_table(rows)}" for head, rows in sections if rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        size, room = self.text.document().size(), parent.size()
        self.resize(
            round(min(size.width() + 60, room.width() * 0.9)), round(min(size.height() + 90, room.height() * 0.9))
        )


def _table(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td>{escape(what)}</td><td><b>{escape(value)}</b></td></tr>" for what, value in rows)
    return f"<table>{cells}</table>"
