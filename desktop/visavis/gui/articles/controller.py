"""What can be done with the open articles: show, close, reorder."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from visavis.gui.articles.model import ArticleModel
from visavis.gui.articles.space import ListSpace
from visavis.gui.articles.view import ArticleList
from visavis.session.session import Session


class ArticlesController(QObject):
    """Connects the list with the session."""

    def __init__(self, session: Session, view: ArticleList, space: ListSpace) -> None:
        super().__init__(view)
        self._articles, self._view, self._space = session.articles, view, space
        self.model = ArticleModel(session.articles, self)
        view.setModel(self.model)
        view.clicked.connect(self._show)
        view.activated.connect(self._show)
        view.closing.connect(self.close_row)
        view.moved.connect(self._articles.move)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        delete = QAction(view)
        delete.setShortcut(QKeySequence.StandardKey.Delete)
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(lambda: self.close_row(view.currentIndex().row()))
        view.addAction(delete)
        self._articles.changed.connect(self._follow)

    @property
    def row(self) -> int:
        """The row of the article that is shown, -1 if none is open."""
        shown = self._articles.shown
        return self._articles.list.index(shown) if shown in self._articles.list and shown else -1

    def step(self, by: int) -> None:
        """Show the next article, or the previous one; after the last comes the first."""
        count = len(self._articles.list)
        if count > 1:
            self._articles.show(self._articles.list[(self.row + by) % count])

    def close_shown(self) -> None:
        """Close the article that is shown."""
        self.close_row(self.row)

    def close_row(self, row: int) -> None:
        """Close the article in this row. All work on it is saved."""
        if 0 <= row < len(self._articles.list):
            self._articles.close(self._articles.list[row])

    def close_others(self, row: int) -> None:
        """Close all articles but the one in this row."""
        kept = self._articles.list[row]
        self._articles.show(kept)
        for article in [one for one in self._articles.list if one is not kept]:
            self._articles.close(article)

    def _show(self, index: QModelIndex) -> None:
        if index.row() < len(self._articles.list):
            self._articles.show(self._articles.list[index.row()])

    def _show_menu(self, at: QPoint) -> None:
        row = self._view.indexAt(at).row()
        if row < 0:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Close"), lambda: self.close_row(row))
        menu.addAction(self.tr("Close the others"), lambda: self.close_others(row)).setEnabled(
            self.model.rowCount() > 1
        )
        menu.addSeparator()
        menu.addAction(self.tr("Move up"), lambda: self._articles.move(row, row - 1)).setEnabled(row > 0)
        below = row + 1
        menu.addAction(self.tr("Move down"), lambda: self._articles.move(row, below)).setEnabled(
            below < self.model.rowCount()
        )
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _follow(self) -> None:
        """Mark the article that is shown; a list of one says nothing."""
        self._space.show_list(len(self._articles.list) > 1)
        if self._view.currentIndex().row() != self.row:
            self._view.setCurrentIndex(self.model.index(self.row))
