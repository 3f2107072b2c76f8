"""Accessibility of a reading view: to a screen reader it is a text with a caret, one line per sentence and language.

On every move the caret's sentence is announced: its English as the current line, then its French, its status and its
flags.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from visavis.gui.reading_view.layout import PageLayout
from visavis.gui.reading_view.rows import PENDING
from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.passage import Status

translate = QCoreApplication.translate
send = QAccessible.updateAccessibility

NOTHING = shiboken6.VoidPtr(0)  # Qt's null pointer: returning None where Qt expects an interface crashes


class AccessibleContent(Protocol):
    """What a view must provide to be accessible."""

    page: PageLayout
    caret: int  # sentence id, -1 for none
    version: int  # changes whenever the text changes

    @property
    def top(self) -> int:
        """The y coordinate in the viewport at which the text begins."""

    def viewport(self) -> QWidget:
        """Return the widget the text is painted on."""

    def go_to(self, sentence: int) -> None:
        """Move the caret to a sentence and scroll it into view."""

    def reveal(self, sentence: int) -> None:
        """Scroll a sentence into view."""

    def spot_at(self, position: QPointF) -> tuple[int, int, int]:
        """Return the sentence, side and character at a position."""

    def note(self, sentence: int) -> str:
        """Return the notes on a sentence."""


class AccessibleLine(NamedTuple):
    """A sentence on one side: 0 for French, 1 for English."""

    sentence: int
    side: int


class AccessibleText(QAccessibleTextInterface):
    """The text of a view, rebuilt on request when it has changed."""

    def __init__(self, view: AccessibleContent) -> None:
        super().__init__()
        self._view, self._version = view, -1
        self._text, self._starts, self._lines = "", [0], [AccessibleLine(-1, 1)]

    def text(self, start: int, end: int) -> str:
        return self._whole()[start:end]

    def characterCount(self) -> int:
        return len(self._whole())

    def cursorPosition(self) -> int:
        return self.offset(AccessibleLine(self._view.caret, 1))

    def setCursorPosition(self, position: int) -> None:
        self._view.go_to(self._at(position)[0].sentence)

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._view.reveal(self._at(start)[0].sentence)

    def characterRect(self, offset: int) -> QRect:
        (sentence, side), inside = self._at(offset)
        number = self._view.page.row_of(sentence)
        part = self._view.page.row_layout(number).columns[side] if number is not None else None
        span = part.side.span_of(sentence) if part else None
        if number is None or part is None or span is None:
            return QRect()
        rectangles = list_rectangles(part.layout, span[0] + inside, span[0] + inside + 1)
        where = self._view.page.origin(number, side) + QPointF(
            self._view.viewport().mapToGlobal(QPoint(0, self._view.top))
        )
        return rectangles[0].translated(where).toRect() if rectangles else QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        sentence, side, inside = self._view.spot_at(QPointF(self._view.viewport().mapFromGlobal(point)))
        return self.offset(AccessibleLine(sentence, side)) + inside if sentence >= 0 else -1

    def selectionCount(self) -> int:
        return 0

    def offset(self, line: AccessibleLine) -> int:
        """Return the offset at which a line begins; 0 if there is no such line."""
        self._whole()
        return self._starts[self._lines.index(line)] if line in self._lines else 0

    def _at(self, offset: int) -> tuple[AccessibleLine, int]:
        """Return the line at an offset, and the offset within it."""
        self._whole()
        number = max(0, bisect_right(self._starts, offset) - 1)
        return self._lines[number], offset - self._starts[number]

    def _whole(self) -> str:
        view, document = self._view, self._view.page.document
        if self._version != view.version:
            self._version = view.version
            parts, self._starts, self._lines, at = list[str](), [0], [AccessibleLine(-1, 1)], 0
            for sentence in (s for row in view.page.rows for s in row.sentences) if document else ():
                for side in (1, 0):
                    text = (document.target(sentence) or PENDING) if side and document else sentence.text
                    self._lines.append(AccessibleLine(sentence.id, side))
                    self._starts.append(at)
                    parts.append(text.replace("\n", " "))
                    at += len(text) + 1
            self._text = "\n".join(parts)
        return self._text


class AccessibleView(QAccessibleWidget):
    """A reading view, presented to a screen reader as a document that can be read line by line."""

    def __init__(self, view: QWidget, text: AccessibleText) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._text = text

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(kind) or NOTHING

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = True
        return state


@cache
def install_accessibility() -> None:
    """Register the accessibility factory for reading views."""
    QAccessible.installFactory(_create_interface)


def announce(view: QWidget, message: str) -> None:
    """Announce text to a screen reader, if one is running, after reporting the new caret position."""
    if not QAccessible.isActive():
        return
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface() if interface else None
    if text:
        send(QAccessibleTextCursorEvent(view, text.cursorPosition()))
    send(QAccessibleAnnouncementEvent(view, message))


def describe_sentence(view: AccessibleContent, sentence: int) -> list[str]:
    """Return the English, the French and the notes of a sentence."""
    number, document = view.page.row_of(sentence), view.page.document
    if number is None or document is None:
        return []
    sides = [view.page.side(number, column) for column in (1, 0)]
    spans = [(side.text, side.span_of(sentence)) for side in sides]
    passage = document.passages.get(sentence)
    texts = [text[slice(*span)] if span else PENDING for text, span in spans]
    if passage:
        texts += [translate("Speaking", "edited")] * passage.edited
        texts += [translate("Speaking", "verified")] * (passage.status is Status.VERIFIED)
    return [*texts, *filter(None, view.note(sentence).split("\n"))]


def _create_interface(name: str, view: QObject) -> QAccessibleInterface | None:
    return AccessibleView(view, AccessibleText(view)) if name == "FacingView" else None  # type: ignore[arg-type]
