"""Other translations of a sentence, and other words in it: asked for, shown, chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from visavis.gui.controllers.flags.walk import find_flag_at
from visavis.gui.overlays.editor import Editor
from visavis.gui.overlays.offers_popup import Offer, OffersPopup
from visavis.gui.window_context import ArticleContext
from visavis.model.passage import Hypothesis, Match, Passage
from visavis.text.differences import Replacement, find_differences, list_replacements
from visavis.text.search import Hit

ANYWHERE = -1  # no character in particular

_BEFORE, _AFTER = re.compile(r"\S+\s*$"), re.compile(r"\s*\S+")


class AlternativesController(QObject):
    """Shows what else the caret's sentence could be; a second click on a word shows what else the word could be."""

    def __init__(self, context: ArticleContext, editor: Editor) -> None:
        super().__init__(editor)
        self._session, self._view, self._notice = context.session, context.reading_view, context.show_notice
        self._editor = editor
        self._wanting: Passage | None = None  # the passage whose alternatives are awaited
        self._found: dict[str, Sequence[Hypothesis] | Sequence[Match]] = {}
        self._at: int | None = None  # the character whose words are wanted, None for the whole sentence
        self._words: list[Replacement] = []  # all of the passage
        self._offered: list[Replacement] = []  # those in the popup
        self._lit = -1  # the sentence that was lit before the last click
        self._clicked = (-1, 0)
        # A second click on a word may be the first half of a double click, which edits the sentence.
        self._once = QTimer(self, singleShot=True)
        self._once.timeout.connect(self._ask_clicked)
        self.popup = OffersPopup(self._view.viewport())
        context.session.leaving.connect(self._leave)
        self.popup.chosen.connect(self._take)
        self.popup.pointed.connect(self._point)
        self.popup.walked.connect(self._walk)
        self.popup.sentences_wanted.connect(self.ask_sentences)
        details = context.session.details
        details.offered.connect(partial(self._answer, "alternatives"))
        details.matched.connect(partial(self._answer, "matches"))
        details.varied.connect(partial(self._answer, "variants"))
        self._view.moved.connect(self._once.stop)
        self._view.viewport().installEventFilter(self)
        self._view.spot_clicked.connect(self._click)
        self._view.edit_wanted.connect(self._once.stop)
        self._view.alternatives_wanted.connect(self.ask_sentences)

    def ask_sentences(self) -> None:
        """Show other translations of the caret's sentence: the user's own of similar sentences, and the engine's."""
        self._ask(None)

    def ask_words(self, offset: int = ANYWHERE) -> None:
        """Show other words at an offset of the caret's English, for those selected, or for the first that have any."""
        self._editor.commit()
        span = self._view.selected_span()
        self._ask(span.start if offset == ANYWHERE and span and span.side else offset)

    def _leave(self) -> None:
        """Ask for nothing and offer nothing any more: another article is shown."""
        self._wanting = None
        self.popup.hide()

    @property
    def _passage(self) -> Passage | None:
        document = self._session.document
        return document.passages.get(self._view.caret) if document else None

    def _ask(self, at: int | None) -> None:
        passage, details = self._passage, self._session.details
        if passage:
            self._wanting, self._found, self._at = passage, {}, at
            self._notice(self.tr("Looking for other translations…"))
            sources = (details.matches, details.alternatives) if at is None else (details.variants,)
            for ask in sources:
                answers = ask(passage)
                if answers is not None:
                    self._answer(ask.__name__, passage, answers)

    def _answer(self, source: str, passage: Passage, answers: Sequence[Hypothesis] | Sequence[Match]) -> None:
        """Show the alternatives once all sources have answered, unless the user has moved on."""
        if passage is not self._wanting or passage is not self._passage:
            return
        self._found[source] = answers
        if self._at is None and {"matches", "alternatives"} <= {*self._found}:
            self._wanting = None
            self._show_sentences(passage)
        elif self._at is not None and source == "variants":
            self._wanting = None
            self._list_words(passage, self._at)

    def _show_sentences(self, passage: Passage) -> None:
        offers, place = self._offers(passage), self._view.rectangle_of(passage.sentence.id)
        self._notice("" if offers else self.tr("There is no other translation: correct the sentence with F2"))
        if offers and place:
            self.popup.show_sentences(offers, place, self._view.page.font)

    def _offers(self, passage: Passage) -> list[Offer]:
        """Return the alternatives, the user's own with a note on where they are from."""
        notes: dict[str, str] = {}
        for candidate in (*self._found["matches"], *self._found["alternatives"]):
            if isinstance(candidate, Match):
                note = self.tr("your translation of a similar sentence ({0} %)")
                notes.setdefault(candidate.target, note.format(round(100 * candidate.similarity)))
            else:
                notes.setdefault(candidate.text, "")
        notes.pop(passage.target, None)
        return [
            Offer(text, text, tuple(one.new for one in find_differences(passage.target, text)), note)
            for text, note in notes.items()
        ]

    def _list_words(self, passage: Passage, at: int) -> None:
        others = [one.text for one in self._found["variants"] if isinstance(one, Hypothesis)]
        self._words = list_replacements(passage.target, others)
        if at == ANYWHERE and self._words:
            at = self._stops()[0]
        self._show_words(passage, at)

    def _show_words(self, passage: Passage, at: int) -> None:
        """Show the words at an offset, those that change least first."""
        self._at, self._offered = at, [one for one in self._words if one.span[0] <= at < one.span[1]]
        self._offered.sort(key=lambda one: one.span[1] - one.span[0])
        self._notice("" if self._offered else self.tr("There are no other words here: correct the sentence with F2"))
        if self._offered:
            place = self._view.rectangle_of_words(Hit(passage.sentence.id, 1, *self._offered[0].span))
            if place:
                offers = [_show_in_context(one, passage.target) for one in self._offered]
                self.popup.show_words(offers, place, self._view.page.font)

    def _stops(self) -> list[int]:
        """Return where words have others, in reading order."""
        return sorted({one.span[0] for one in self._words})

    def _walk(self, by: int) -> None:
        """Go to the next (1) or previous (-1) words that have others."""
        passage, at = self._passage, self._at or 0
        stops = [stop for stop in self._stops() if (stop > at if by > 0 else stop < at)]
        if passage and stops:
            self._show_words(passage, stops[0 if by > 0 else -1])

    def _point(self, number: int) -> None:
        """Mark the words in the article that the offer would replace."""
        passage = self._passage
        marked = passage and 0 <= number < len(self._offered) and self._at is not None
        self._view.show_flagged([Hit(self._view.caret, 1, *self._offered[number].span)] if marked else ())

    def _take(self, text: str) -> None:
        if self._editor.isVisible():
            self._editor.replace_text(text)
            self._editor.setFocus()
        else:
            self._session.edit(self._view.caret, text)

    @Slot(int, int, int)
    def _click(self, sentence: int, side: int, offset: int) -> None:
        """Show the other words of a word of the lit sentence, unless it is flagged: then its card opens."""
        passage = self._passage
        number = find_flag_at(passage, side, offset) if passage else None
        flagged = passage and number is not None and passage.open_flags[number].target
        if side and sentence == self._lit and not flagged and not self._editor.isVisible():
            self._clicked = sentence, offset
            self._once.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def _ask_clicked(self) -> None:
        sentence, offset = self._clicked
        if sentence == self._view.caret and not self._editor.isVisible():
            self.ask_words(offset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._lit = self._view.caret
        return super().eventFilter(watched, event)


def _show_in_context(one: Replacement, text: str) -> Offer:
    """Return the offer of other words, with a word before and after them."""
    before, after = _BEFORE.search(text[: one.span[0]]), _AFTER.match(text[one.span[1] :])
    lead, rest = before[0] if before else "", after[0] if after else ""
    return Offer(one.text, lead + one.words + rest, ((len(lead), len(lead) + len(one.words)),))
