"""Opens the dialogs for the language packages and the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from visavis.gui.messages import describe_error
from visavis.gui.window_context import ArticleContext, GlossaryFiles
from visavis.model.glossary import Term, is_same_term
from visavis.packages.find import InstalledPackage
from visavis.session.background_query import BackgroundQuery

if TYPE_CHECKING:  # it imports http and ssl
    from visavis.packages.library import PackageLibrary


class PackagesAndGlossaryController(QObject):
    """Shows the dialogs, and passes changes on to the session."""

    packages_closed = Signal()

    def __init__(
        self, context: ArticleContext, library: Callable[[], PackageLibrary], glossary: GlossaryFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self.library = library
        self._context, self._glossary, self._window = context, glossary, window
        self._query = BackgroundQuery(self)
        self._query.failed.connect(lambda error: context.message_bar.show_message(describe_error(error)))
        context.session.reworded.connect(self._tell_reworded)

    def show_packages(self) -> None:
        """Show the language packages."""
        from visavis.gui.dialogs.packages import PackagesDialog  # imports the download libraries

        dialog = PackagesDialog(self.library(), self._context.settings, self._window)
        dialog.changed.connect(self._change_package)
        dialog.exec()
        self.packages_closed.emit()

    def show_glossary(self) -> None:
        """Show the glossary."""
        from visavis.gui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._glossary, self._window)
        dialog.exec()
        if dialog.changed:
            self._context.session.recheck()

    def use_term_everywhere(self) -> None:
        """Ask for the English of the French words selected or under the pointer, and use it in the whole article."""
        from visavis.gui.dialogs.term import TermDialog

        session, view = self._context.session, self._context.reading_view
        span = view.selected_span() or view.pointed_words()
        passage = session.document.passages.get(span.sentence) if session.document and span else None
        if not passage or not span or span.side:
            self._context.show_notice(self.tr("Point at a word, or select the French words within a sentence"))
            return
        dialog = TermDialog(passage, (span.start, span.end), self._window)
        session.details.linked.connect(dialog.offer_english)
        links = session.details.links(passage)
        if links is not None:
            dialog.offer_english(passage, links)
        if dialog.exec():
            self._query.ask(partial(self._add_term, dialog.term), lambda _: session.reword())
        session.details.linked.disconnect(dialog.offer_english)
        dialog.deleteLater()

    def _add_term(self, term: Term) -> Iterator[Term]:
        """Add a term to the user's; what an earlier one of the same French avoids is still avoided."""
        own = [one for one in self._glossary.load().terms.values() if one.own and is_same_term(one, term)]
        avoid = dict.fromkeys((*(word for one in own for word in one.avoid), *term.avoid))
        self._glossary.add(replace(term, avoid=tuple(word for word in avoid if word not in term.english)))
        yield term

    @Slot(int, int)
    def _tell_reworded(self, changed: int, unused: int) -> None:
        text = self.tr("Sentences changed by your glossary: {0}").format(changed)
        left = self.tr("flagged only, because number, case or words are not clear: {0}").format(unused)
        self._context.show_notice(f"{text}; {left}" if unused else text)

    def _change_package(self, used: InstalledPackage) -> None:
        """Switch package at once: a running translation starts over; for a finished one, offer to translate again."""
        session, strip = self._context.session, self._context.message_bar
        session.change_package()
        document, text = session.document, self.tr("{0} {1} is now in use.").format(used.name, used.version)
        if session.is_busy:
            anew = self.tr("The article is being translated again with it; your corrections are kept.")
            strip.show_message(f"{text} {anew}")
        elif document and document.package.name and used.info() != document.package:
            if len(session.articles.list) > 1:
                text += " " + self.tr("Articles that are open stay as they are until you translate each again.")
            strip.show_message(text, self.tr("Translate again"), session.retranslate)
