"""The side panel: tabs with the flags and the quotations, each with their number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget

from visavis.gui.panels.location_list import LocationListView


class SidePanel(QTabWidget):
    """Shows one list at a time."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Flags and quotations"))
        self.flags = LocationListView(self.tr("Flags"))
        self.quotations = LocationListView(self.tr("Quotations"))
        for listed in (self.flags, self.quotations):
            self.addTab(listed, listed.accessibleName())
            listed.rows.modelReset.connect(self._count)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBar().setAccessibleName(self.accessibleName())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _count(self) -> None:
        for number, listed in enumerate((self.flags, self.quotations)):
            count = listed.rows.rowCount()
            self.setTabText(number, f"{listed.accessibleName()} ({count})" if count else listed.accessibleName())
