"""Corrections: edit a sentence in place, verify it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from visavis.gui.controllers.correction.alternatives import AlternativesController
from visavis.gui.overlays.editor import Editor
from visavis.gui.reading_view.editor_space import EditorSpace
from visavis.gui.reading_view.scrolling import NEAR
from visavis.gui.window_context import ArticleContext
from visavis.model.events import Event, Revised
from visavis.model.passage import Passage, Status


class CorrectionController(QObject):
    """Sends the user's changes to the sentence under the caret to the session."""

    def __init__(self, context: ArticleContext, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._view = context.session, context.reading_view
        self._editing = -1  # id of the sentence in the editor, -1 for none
        self.editor = Editor(self._view.viewport(), context.session.engines.speller)
        self.editor.written.connect(self._written)
        self.editor.left.connect(self._left)
        self.editor.grown.connect(self._make_room)
        self.alternatives = AlternativesController(context, self.editor)
        session, bar = context.session, self._view.verticalScrollBar()
        session.leaving.connect(self.keep_edit)
        session.grew.connect(self._grew)
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        self._view.fitted.connect(self._fitted)
        self._view.edit_wanted.connect(self.edit)

    @property
    def passage(self) -> Passage | None:
        """The passage under the caret."""
        document = self._session.document
        return document.passages.get(self._view.caret) if document else None

    def edit(self) -> None:
        """Open the editor over the English of the caret's sentence."""
        passage, place = self.passage, self._place(self._view.caret)
        if passage and place:
            self._editing = passage.sentence.id
            self._make_room(0)
            self._view.reveal(self._editing)
            place, font = self._place(self._editing) or place, self._view.font_of(self._editing)
            self.editor.open_over(passage, place, font, self._view.page.spacing)
            self._make_room(self.editor.height())

    def verify(self) -> None:
        """Mark the caret's sentence as verified and go to the next one."""
        passage = self.passage
        if passage:
            if passage.status is not Status.VERIFIED:
                self._session.verify(passage.sentence.id)
            self._view.step(1)

    def unverify(self) -> None:
        """Remove the verified mark from the caret's sentence."""
        passage = self.passage
        if passage and passage.status is Status.VERIFIED:
            self._session.verify(passage.sentence.id)

    def keep_edit(self) -> None:
        """Commit the text in the editor."""
        self.editor.commit()

    def _make_room(self, height: int) -> None:
        """Reserve space for the editor in the article, and scroll all of it into view."""
        if self._editing >= 0:
            self._view.set_editor_space(EditorSpace(self._editing, self._view.page.shown[-1], height))
            self._follow()
            bar, below = self._view.verticalScrollBar(), self.editor.geometry().bottom() + NEAR
            if self.editor.isVisible():
                bar.setValue(bar.value() + max(0, below - self._view.viewport().height()))

    def _written(self, text: str) -> None:
        self._session.edit(self._editing, text)
        self._left()

    def _left(self) -> None:
        self._editing = -1
        self._view.set_editor_space(None)
        if self._view.viewport().isVisible():
            self._view.setFocus()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        """Go to the sentence whose change was undone or redone."""
        if isinstance(event, Revised) and event.passage.sentence.id != self._view.caret:
            self._view.go_to(event.passage.sentence.id)
        self._follow()

    def _fitted(self) -> None:
        """Update the editor's font after the layout has changed."""
        if self.editor.isVisible():
            self.editor.set_text_font(self._view.font_of(self._editing))
            self._follow()

    def _follow(self) -> None:
        """Keep the editor over its sentence."""
        place = self._place(self._editing) if self.editor.isVisible() else None
        if place:
            self.editor.move_over(place)

    def _place(self, sentence: int) -> QRect | None:
        return self._view.rectangle_of(sentence)
