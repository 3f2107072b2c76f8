"""The dialog for a term of the article: its French, and its English from now on."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from visavis.model.glossary import Term, place_flag
from visavis.model.passage import Flag, Link, Passage


class TermDialog(QDialog):
    """Asks for the English of a term; the English aligned with it is offered, and avoided if another is chosen."""

    def __init__(self, passage: Passage, span: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage, self._span, self._offered = passage, span, ""
        self.setWindowTitle(self.tr("Use this term everywhere"))
        self.french, self.english = QLineEdit(_read(passage.sentence.text, span)), QLineEdit()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(20, 18, 20, 18)
        for field, name in ((self.french, self.tr("French term")), (self.english, self.tr("English term"))):
            field.setAccessibleName(name)
            field.setMinimumWidth(280)
            field.textChanged.connect(self._enable)
            form.addRow(name, field)
        form.addRow(self.buttons)
        self.english.setFocus()
        self._enable()

    @property
    def term(self) -> Term:
        """The term as it stands in the fields."""
        french, english = _read(self.french.text()), _read(self.english.text())
        avoid = (self._offered,) if self._offered.casefold() not in ("", english.casefold()) else ()
        return Term(french, (english,), avoid, own=True)

    @Slot(object, object)
    def offer_english(self, passage: Passage, links: list[Link]) -> None:
        """Offer the English words aligned with the French ones."""
        span = place_flag(Flag("", "", self._span), links).target if passage is self._passage else None
        if span:
            self._offered = _read(passage.target, span)
            if not self.english.text():
                self.english.setText(self._offered)
                self.english.selectAll()

    def _enable(self) -> None:
        filled = bool(self.french.text().strip() and self.english.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(filled)


def _read(text: str, span: tuple[int, int] | None = None) -> str:
    """Return the words of a text, or of a span of it, on one line."""
    return " ".join((text[slice(*span)] if span else text).split())
