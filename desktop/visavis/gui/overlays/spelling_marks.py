"""Underlines misspelt words in the editor and suggests corrections, looked up off the GUI thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction, QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QMenu

from visavis.model.ports import Speller
from visavis.session.background_query import BackgroundQuery

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class SpellingHighlighter(QSyntaxHighlighter):
    """Underlines misspelt words, except those that also occur in the French, such as names."""

    def __init__(self, document: QTextDocument, speller: Speller) -> None:
        super().__init__(document)
        self._speller = speller
        self._wrong: dict[str, bool] = {}  # results of earlier look-ups
        self._french: frozenset[str] = frozenset()
        self._query, self._suggesting = BackgroundQuery(self), BackgroundQuery(self)
        self._mark = QTextCharFormat()
        self._mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)

    def begin(self, french: str, colour: QColor) -> None:
        """Set the French sentence that the text translates, and the colour of the underline."""
        self._french = frozenset(WORD.findall(french))
        self._mark.setUnderlineColor(colour)
        self.rehighlight()

    def misspelt_at(self, position: int) -> tuple[int, int] | None:
        """Return the span of the misspelt word at a position in the text, or None."""
        words = ((match.group(), match.span()) for match in WORD.finditer(self.document().toPlainText()))
        at = (span for word, span in words if span[0] <= position <= span[1] and self._marked(word))
        return next(at, None)

    def offer(self, word: str, menu: QMenu, take: Callable[[str], None]) -> None:
        """Insert suggestions for a word at the top of a menu, as soon as they are available."""
        below = menu.insertSeparator(menu.actions()[0])
        waiting = QAction(self.tr("Looking for words…"), menu)
        waiting.setEnabled(False)
        menu.insertAction(below, waiting)

        def show(suggestions: list[str]) -> None:
            for text in suggestions:
                action = QAction(text, menu)
                action.triggered.connect(lambda _=False, text=text: take(text))
                menu.insertAction(below, action)
            waiting.setText(self.tr("No word is like it"))
            waiting.setVisible(not suggestions)

        self._suggesting.ask(lambda: (self._speller.suggestions(word),), show)
        menu.aboutToHide.connect(self._suggesting.cancel)

    def _marked(self, word: str) -> bool:
        return bool(self._wrong.get(word)) and word not in self._french

    def highlightBlock(self, text: str) -> None:
        words = [(match.group(), *match.span()) for match in WORD.finditer(text)]
        for word, start, end in words:
            if self._marked(word):
                self.setFormat(start, end - start, self._mark)
        self._look_up({word for word, _, _ in words} - self._wrong.keys())

    def _look_up(self, words: set[str]) -> None:
        if words:
            self._query.ask(lambda: self._answers(words), self._take)

    def _answers(self, words: set[str]) -> Iterator[dict[str, bool]]:
        wrong = self._speller.misspelt(words)
        yield {word: word in wrong for word in words}

    def _take(self, answers: dict[str, bool]) -> None:
        self._wrong |= answers
        self.rehighlight()
