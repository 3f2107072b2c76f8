"""What a screen reader hears of a reading view: a text with a caret, a line for each sentence and each language.

The caret's sentence is told on every move: English as the line it is on, then French, its state, and its flags.
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

NOTHING = shiboken6.VoidPtr(0)  # Qt's null pointer: None crashes where an interface is expected


class AccessibleContent(Protocol):
    """What a view of sentences must answer to be read aloud."""

    page: PageLayout
    caret: int  # sentence id, -1: none
    version: int  # another whenever the text is another

    @property
    def top(self) -> int:
        """Return where the text begins in the viewport."""

    def viewport(self) -> QWidget:
        """Return what the text is painted on."""

    def go_to(self, sentence: int) -> None:
        """Put the caret on a sentence and bring it into view."""

    def reveal(self, sentence: int) -> None:
        """Bring a sentence into view."""

    def spot_at(self, position: QPointF) -> tuple[int, int, int]:
        """Return the sentence, side and character at a position."""

    def note(self, sentence: int) -> str:
        """Return what there is to know of a sentence."""


class AccessibleLine(NamedTuple):
    """A sentence on one side, 0 French or 1 English."""

    sentence: int
    side: int


class AccessibleText(QAccessibleTextInterface):
    """The text of a view, put together when it is asked for and has changed."""

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
        """Return where a line begins; 0 if there is no such line."""
        self._whole()
        return self._starts[self._lines.index(line)] if line in self._lines else 0

    def _at(self, offset: int) -> tuple[AccessibleLine, int]:
        """Return the line at an offset, and the character in it."""
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
    """A reading view, to a screen reader a document that can be read by line."""

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
    """Let Qt make these for reading views."""
    QAccessible.installFactory(_create_interface)


def announce(view: QWidget, message: str) -> None:
    """Tell a screen reader, if there is one, what the caret has come to, beside the line it is on."""
    if not QAccessible.isActive():
        return
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface() if interface else None
    if text:
        send(QAccessibleTextCursorEvent(view, text.cursorPosition()))
    send(QAccessibleAnnouncementEvent(view, message))


def describe_sentence(view: AccessibleContent, sentence: int) -> list[str]:
    """Return English, French, and what there is to know of a sentence."""
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
