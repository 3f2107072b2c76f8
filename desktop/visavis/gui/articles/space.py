"""Hides the list of open articles where the article would get too narrow beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter

from visavis.gui.articles.view import ArticleList
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.reading_view.view import FacingView

WIDTH, SIDE_WIDTH = 17, 23  # em, of the list and of the panel at the other side


class ListSpace(QObject):
    """Shows the list of several articles if both languages fit beside it, as the panel opened last is wanted more."""

    def __init__(self, whole: QSplitter, listed: ArticleList, article: FacingView, panel: SidePanel) -> None:
        super().__init__(whole)
        self._whole, self._list, self._article, self._panel = whole, listed, article, panel
        self._several = False
        for widget in (whole, panel):
            widget.installEventFilter(self)

    def show_list(self, several: bool) -> None:
        """Show the list if there are `several` articles, and there is room."""
        self._several = several
        self._fit()

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if (widget, event.type()) == (self._whole, kinds.Resize) or event.type() in (
            kinds.ShowToParent,
            kinds.HideToParent,
        ):
            self._fit()
        return False

    def _fit(self) -> None:
        em = self._whole.fontMetrics().horizontalAdvance("m")
        taken = WIDTH + SIDE_WIDTH * (not self._panel.isHidden())
        room = self._whole.width() - taken * em
        self._list.setVisible(self._several and room >= self._article.page.width_beside)
