"""The small window: the English of a French text, to read and copy at once, or to open as an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from visavis.exports.composition import compose
from visavis.exports.registry import Options
from visavis.exports.typography import Typography
from visavis.exports.writers.txt import format_composition
from visavis.gui.messages import describe_error, translate_message
from visavis.gui.style.fonts import reading_font
from visavis.gui.style.spacing import LARGE, MEDIUM
from visavis.model.document import Document
from visavis.model.events import Opened, apply_event
from visavis.model.ports import Engines
from visavis.pipeline import NO_PACKAGE, run_pipeline
from visavis.readers.open import from_text
from visavis.session.background_query import BackgroundQuery
from visavis.text.language import NAMES

# the English so far, the number of flags, the share done in per cent, and the language of the text
Progress = tuple[str, int, int, str]


class QuickWindow(QDialog):
    """Translates one text at a time; nothing is saved."""

    article_wanted = Signal(str)  # the French text

    def __init__(self, engines: Engines, typography: Callable[[], Typography], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Translation of the clipboard"))
        self._engines, self._typography, self._french = engines, typography, ""
        self._query = BackgroundQuery(self)
        self._query.failed.connect(self._fail)
        self.english, self.state = QPlainTextEdit(readOnly=True), QLabel(wordWrap=True)
        self.english.setObjectName("page")
        self.english.setFont(reading_font(0))
        self.english.setAccessibleName(self.tr("English"))
        self.copy_button, self.open_button = QPushButton(self.tr("Copy")), QPushButton(self.tr("Open as article"))
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self._copy)
        self.open_button.clicked.connect(self._open)
        self.state.setObjectName("quiet")
        buttons = QHBoxLayout()
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.english, 1)
        column.addLayout(buttons)
        self.resize(520, 340)

    def translate(self, french: str) -> None:
        """Show the window and translate a text."""
        self._french = french
        self.english.clear()
        self.copy_button.setEnabled(False)
        self.open_button.setEnabled(bool(french.strip()))
        self.show()
        self.raise_()
        self.activateWindow()
        if french.strip():
            self.state.setText(self.tr("Translating…"))
            self._query.ask(partial(_translate, french, self._engines, self._typography()), self._take)
        else:
            self.state.setText(self.tr("There is no text on the clipboard. Copy French text first."))

    def hideEvent(self, event: QHideEvent) -> None:
        self._query.cancel()
        super().hideEvent(event)

    def _take(self, progress: Progress) -> None:
        english, flags, done, language = progress
        bar = self.english.verticalScrollBar()
        place = bar.value()
        self.english.setPlainText(english)
        bar.setValue(place)
        self.copy_button.setEnabled(bool(english) and done == 100)
        if done < 100:
            self.state.setText(self.tr("Translating: {0} %").format(done))
        elif language in NAMES and language != "fr":
            text = self.tr("The text appears to be in {0}, not French")
            self.state.setText(text.format(translate_message(NAMES[language])))
        elif flags:
            one, more = (
                self.tr("1 flag: open it as an article to see it"),
                self.tr("{0} flags: open it as an article to see them"),
            )
            self.state.setText(one if flags == 1 else more.format(flags))
        else:
            self.state.setText("")

    def _fail(self, error: Exception) -> None:
        self.state.setText(describe_error(error))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.english.toPlainText())
        self.state.setText(self.tr("Copied"))

    def _open(self) -> None:
        self.hide()
        self.article_wanted.emit(self._french)


def _translate(french: str, engines: Engines, typography: Typography) -> Iterator[Progress]:
    """Yield the English after each batch of sentences."""
    document, language = None, ""
    for event in run_pipeline(lambda: from_text("", french), engines):
        if isinstance(event, Opened):
            document, language = Document(event.article, NO_PACKAGE), event.language
        assert document, "the first event opens the document"
        apply_event(document, event)
        flags = sum(len(passage.open_flags) for passage in document.passages.values())
        done = 100 * len(document.passages) // max(1, document.total)
        composed = compose(document, Options(provenance=False, typography=typography))
        yield format_composition(composed).strip(), flags, done, language
