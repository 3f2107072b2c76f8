"""Mark misspelt words in an editor, once they have been looked up off the window's thread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.core.ports import Speller
from desktop.work.asking import Asker

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Spelling(QSyntaxHighlighter):
    """Underlines what is misspelt; words of the French, such as names, are not."""

    def __init__(self, document: QTextDocument, speller: Speller) -> None:
        super().__init__(document)
        self._speller = speller
        self._wrong: dict[str, bool] = {}  # what has been looked up
        self._french: frozenset[str] = frozenset()
        self._asker = Asker(self)
        self._mark = QTextCharFormat()
        self._mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)

    def begin(self, french: str, colour: QColor) -> None:
        """Take the sentence that the text translates, and the colour of the marks."""
        self._french = frozenset(WORD.findall(french))
        self._mark.setUnderlineColor(colour)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found = [(match.group(), *match.span()) for match in WORD.finditer(text)]
        for word, start, end in found:
            if self._wrong.get(word) and word not in self._french:
                self.setFormat(start, end - start, self._mark)
        self._look_up({word for word, _, _ in found} - self._wrong.keys())

    def _look_up(self, words: set[str]) -> None:
        if words:
            self._asker.ask(lambda: self._answers(words), self._take)

    def _answers(self, words: set[str]) -> Iterator[dict[str, bool]]:
        wrong = self._speller.misspelt(words)
        yield {word: word in wrong for word in words}

    def _take(self, answers: dict[str, bool]) -> None:
        self._wrong |= answers
        self.rehighlight()
