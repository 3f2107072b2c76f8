"""Aligns the widgets above and below a view with its columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from visavis.gui.reading_view.scrolling import RowsView

LEAST = 16  # minimum margin in pixels at both ends

Direction = QBoxLayout.Direction


class ColumnMargins(QWidget):
    """Holds widgets aligned with the columns of a view: in a row with `beside`, if there is room, or in a column.

    The margins depend on the current width and are therefore excluded from the minimum width. Otherwise they would
    enlarge the window, and the larger window would enlarge them.
    """

    def __init__(self, view: RowsView, top: int, bottom: int, spacing: int, beside: bool = False) -> None:
        super().__init__()
        self._view, self._top, self._bottom, self._beside = view, top, bottom, beside
        self._box = QBoxLayout(Direction.TopToBottom, self)
        self._box.setSpacing(spacing)
        view.fitted.connect(self.align_to_columns)

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Append a widget."""
        self._box.addWidget(widget, stretch)

    def align_to_columns(self) -> None:
        """Align with the view's columns, or use the minimum margins where the columns are too narrow."""
        items = [item for n in range(self._box.count()) if (item := self._box.itemAt(n)) and not item.isEmpty()]
        hints = [item.sizeHint().width() for item in items]
        line = sum(hints) + self._box.spacing() * (len(hints) - 1)
        begin, end = (round(edge) for edge in self._view.page.column_edges)
        in_line = self._beside and line <= end - begin
        self._box.setDirection(Direction.LeftToRight if in_line else Direction.TopToBottom)
        needed = max((item.minimumSize().width() for item in items), default=0)
        left = max(LEAST, min(begin, self.width() - LEAST - needed))
        right = max(LEAST, min(self.width() - end, self.width() - left - needed))
        self._box.setContentsMargins(left, self._top, right, self._bottom)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        items = (self._box.itemAt(n) for n in range(self._box.count()))
        widest = max((item.minimumSize().width() for item in items if item and not item.isEmpty()), default=0)
        return QSize(widest + 2 * LEAST, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a widget inside needs a different size
            self.align_to_columns()
        return super().event(event)
