"""The side panel: tabs with the flags and the quotations, each with their number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QTabWidget, QVBoxLayout, QWidget

from visavis.gui.panels.location_list import LocationListView


class SidePanel(QTabWidget):
    """Shows one list at a time; a box above the flags filters them by rank."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Flags and quotations"))
        self.flags = LocationListView(self.tr("Flags"))
        self.quotations = LocationListView(self.tr("Quotations"))
        self.ranks = QComboBox()
        self.ranks.setAccessibleName(self.tr("Which flags"))
        self.ranks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ranks.setMinimumContentsLength(6)  # the panel may be made narrow
        for text, rank in (
            (self.tr("All flags"), 0),
            (self.tr("The meaning may be wrong"), 1),
            (self.tr("To look at"), 2),
            (self.tr("Style"), 3),
        ):
            self.ranks.addItem(text, rank)
        for page, listed in ((_stack(self.ranks, self.flags), self.flags), (self.quotations, self.quotations)):
            self.addTab(page, listed.accessibleName())
            listed.rows.modelReset.connect(self._count)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBar().setAccessibleName(self.accessibleName())

    @property
    def rank(self) -> int:
        """The rank of the flags wanted, 0 for all."""
        return int(self.ranks.currentData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _count(self) -> None:
        for number, listed in enumerate((self.flags, self.quotations)):
            count = listed.rows.rowCount()
            self.setTabText(number, f"{listed.accessibleName()} ({count})" if count else listed.accessibleName())


def _stack(above: QWidget, below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(6, 6, 6, 0)
    column.addWidget(above)
    column.addWidget(below, 1)
    return whole
