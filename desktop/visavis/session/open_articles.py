"""The open articles, in their order, and which of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visavis.model.events import Event, Opened, Restored
from visavis.model.ports import Engines
from visavis.session.autosave import Autosave
from visavis.session.request import Request

if TYPE_CHECKING:  # it imports the pipeline, with all checks
    from visavis.session.open_article import OpenArticle


class OpenArticles(QObject):
    """Owns the open articles; the one that is shown is translated at once, the others one after another."""

    leaving = Signal()  # another article is about to be shown, or the one that is shown to be closed
    added = Signal(object)  # Document: an article has been read
    opened = Signal(object)  # Document: an article is shown, because it has been opened or chosen
    emptied = Signal()  # the last article has been closed
    changed = Signal(object)  # OpenArticle in which something has changed, or None: which articles are open
    grew = Signal(object)  # Event, already applied to the document that is shown
    worked = Signal()  # a job on the article that is shown has begun or ended
    failed = Signal(object)  # VisavisError, of any article
    reworded = Signal(int, int)  # sentences that have the user's terms now, and those that could not

    def __init__(self, engines: Engines, method: str, autosave: Autosave | None) -> None:
        super().__init__()
        self.list: list[OpenArticle] = []
        self.shown: OpenArticle | None = None
        self.method, self._engines, self._autosave = method, engines, autosave
        self._left: list[OpenArticle] = []  # closed, but not all of their threads have ended

    @property
    def is_idle(self) -> bool:
        """True if no thread works on an article."""
        return all(article.is_idle for article in (*self.list, *self._left))

    def place(self, request: Request, event: Opened) -> None:
        """Add an article that has been read; one that is open already stays, with its undo history, if it is unchanged.

        Otherwise it takes its place. Its saved work is looked up only then, once nothing more can be written to it.
        """
        wanted = event.article.path, event.translation_path, request.pasted
        same = next((article for article in self.list if article.identity == wanted), None)
        front = not request.beside or self.shown in (None, same)
        if same and same.holds(event):
            self._open_again(same, request, front)
            return
        if front:
            self.leaving.emit()
        later = (number for number, one in enumerate(self.list) if one.request.number > request.number)
        place = self.list.index(same) if same else next(later, len(self.list))
        if same:
            self._leave(same)
        from visavis.session.open_article import OpenArticle

        saver = self._autosave.open(event.article, request.pasted, event.translation_path) if self._autosave else None
        article = OpenArticle(event, request, self._engines, self.method, saver)
        article.told.connect(self._tell)
        article.failed.connect(self.failed)
        article.reworded.connect(self._tell_reworded)
        article.changed.connect(self._follow)
        self.list.insert(place, article)
        self.added.emit(article.document)
        if front:
            self._bring_to_front(article)
        else:
            self._arrange()
            self._begin_next()

    def show(self, article: OpenArticle) -> None:
        """Show one of the open articles, and translate it now."""
        if article is not self.shown:
            self._show(article)

    def close(self, article: OpenArticle) -> None:
        """Close an article; its neighbour is shown in its place."""
        if article is self.shown:
            self.leaving.emit()
        place = self.list.index(article)
        self._leave(article)
        if article is self.shown:
            self.shown = None
            if self.list:
                self.show(self.list[min(place, len(self.list) - 1)])
            else:
                self.emptied.emit()
        self._arrange()
        self._begin_next()

    def move(self, place: int, to: int) -> None:
        """Move an article to another place among the open ones."""
        self.list.insert(to, self.list.pop(place))
        self._arrange()

    def rank(self, method: str) -> None:
        """Rank the sentences of all articles, and of those to come, by this summary method."""
        self.method = method
        for article in self.list:
            article.rank(method)

    def wait(self, seconds: float) -> bool:
        """Stop all work on articles; return True if the threads have ended."""
        for article in self.list:
            article.leave()
        ended = [article.wait(seconds) for article in (*self.list, *self._left)]
        return all(ended)

    def _open_again(self, article: OpenArticle, request: Request, front: bool) -> None:
        """Show an article that is open already, and translate what is missing."""
        article.request = request
        if front:
            self._show(article)
        if article.begun:
            article.resume()

    def _show(self, article: OpenArticle) -> None:
        """Show an article where it was left."""
        self.leaving.emit()
        self._bring_to_front(article)
        if article.view:
            self.grew.emit(Restored((), article.view))

    def _bring_to_front(self, article: OpenArticle) -> None:
        self.shown = article
        if not article.begun:
            article.begin()
        self._arrange()
        self.opened.emit(article.document)

    def _begin_next(self) -> None:
        """Begin with an article that waits, unless another one is being translated."""
        if not any(article.is_translating for article in self.list):
            waiting = next((article for article in self.list if not article.begun), None)
            if waiting:
                waiting.begin()

    def _leave(self, article: OpenArticle) -> None:
        """Take an article away; its threads end by themselves."""
        self.list.remove(article)
        article.leave()
        self._left = [one for one in (*self._left, article) if not one.is_idle]
        if self._autosave and article.saver:
            self._autosave.close_article(article.saver)

    def _arrange(self) -> None:
        if self._autosave:
            savers = [article.saver for article in self.list if article.saver]
            self._autosave.arrange(savers, self.shown.saver if self.shown else None)
        self.changed.emit(None)

    def _tell(self, article: OpenArticle, event: Event) -> None:
        if article is self.shown:
            self.grew.emit(event)
        self.changed.emit(article)

    def _tell_reworded(self, article: OpenArticle, reworded: int, unused: int) -> None:
        if article is self.shown:
            self.reworded.emit(reworded, unused)

    def _follow(self, article: OpenArticle) -> None:
        """Follow the jobs of an article that begin or end."""
        if article is self.shown:
            self.worked.emit()
        self._begin_next()
        self.changed.emit(article)
