"""The open articles as rows of a list: title, progress, and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.gui.count_texts import describe_counts
from visavis.gui.tips import format_tooltip
from visavis.model.errors import make_printable
from visavis.session.open_article import OpenArticle
from visavis.session.open_articles import OpenArticles

Index = QModelIndex | QPersistentModelIndex

SOON_MS = 100  # several articles may grow ten times a second; counting 50,000 sentences takes 20 ms
STATE_ROLE = Qt.ItemDataRole.UserRole  # how far an article is, in words
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 1  # 0 to 1, or None if nothing is under way


class ArticleModel(QAbstractListModel):
    """Follows the open articles; a row is counted again only after that article has changed."""

    def __init__(self, articles: OpenArticles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self.rows: Sequence[OpenArticle] = ()
        self._counts: dict[OpenArticle, SentenceCounts] = {}
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        articles.changed.connect(self._changed)

    def counts(self, row: int) -> SentenceCounts:
        """Return the counts of an article."""
        article = self.rows[row]
        if article not in self._counts:
            self._counts[article] = count_sentences(article.document)
        return self._counts[article]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        return flags if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled  # between two rows, never on one

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        article = self.rows[index.row()]
        document = article.document
        match role:
            case Qt.ItemDataRole.DisplayRole:
                name = document.article.title or PurePath(document.article.path).name
                return make_printable(name, 200)
            case _ if role == STATE_ROLE:
                return self._describe(index.row())
            case Qt.ItemDataRole.ToolTipRole:
                paths = filter(None, (document.article.path, document.translation_path))
                return format_tooltip("\n".join((index.data(), *map(make_printable, paths))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{index.data()}, {self._describe(index.row())}"
            case _ if role == PROGRESS_ROLE:
                counted = self.counts(index.row())
                waiting = not article.begun
                return counted.done / max(1, counted.total) if article.is_translating or waiting else None
        return None

    def _describe(self, row: int) -> str:
        """Say how far an article is, and what is left to do in it."""
        article, counted = self.rows[row], self.counts(row)
        if not article.begun:
            return self.tr("Waiting")
        parts = [make_printable(PurePath(article.document.translation_path).name, 40)]
        if not counted.complete:
            text = self.tr("Translating: {0} %") if article.is_translating else self.tr("{0} % translated")
            parts.append(text.format(100 * counted.done // counted.total))
        parts.append(describe_counts(counted))
        return " · ".join(filter(None, parts)) or self.tr("Translated")

    def _changed(self, article: OpenArticle | None) -> None:
        """Show at once which articles there are, and later how each is doing."""
        if article:
            self._counts.pop(article, None)
        if list(self.rows) != self._articles.list:
            self.beginResetModel()
            self.rows = tuple(self._articles.list)
            self._counts = {one: counted for one, counted in self._counts.items() if one in self.rows}
            self.endResetModel()
        if not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
