"""The side panel: tabs with the flags and the quotations, each with their number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QTabWidget, QVBoxLayout, QWidget

from visavis.gui.flag_filter import FlagFilter
from visavis.gui.panels.location_list import LocationListView
from visavis.gui.style.spacing import SMALL, TIGHT


class SidePanel(QTabWidget):
    """Shows one list at a time; a box above the flags filters them by rank."""

    shown = Signal()
    filtered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Flags and quotations"))
        self.flags = LocationListView(self.tr("Flags"), "")
        said = self.tr("What people say in the article is listed here, with who says it.")
        self.quotations = LocationListView(self.tr("Quotations"), said)
        self.ranks = self._choices(
            self.tr("Which flags"),
            (self.tr("All flags"), 0),
            (self.tr("The meaning may be wrong"), 1),
            (self.tr("To look at"), 2),
            (self.tr("Style"), 3),
        )
        self.kinds = self._choices(
            self.tr("What the flags are about"),
            (self.tr("About anything"), ""),
            (self.tr("Numbers and dates"), "numbers"),
            (self.tr("The meaning"), "meaning"),
            (self.tr("Lost, added, repeated"), "lost"),
            (self.tr("Names and spelling"), "names"),
            (self.tr("Quotation marks"), "quotations"),
            (self.tr("Your glossary"), "terms"),
        )
        self.filtered.connect(self._explain_empty)
        self._explain_empty()
        flags = _stack(self.ranks, self.kinds, self.flags)
        for page, listed in ((flags, self.flags), (self.quotations, self.quotations)):
            self.addTab(page, listed.accessibleName())
            listed.rows.modelReset.connect(self._count)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBar().setAccessibleName(self.accessibleName())

    @property
    def wanted(self) -> FlagFilter:
        """Which flags are wanted."""
        return FlagFilter(self.ranks.currentData(), self.kinds.currentData())

    def _explain_empty(self) -> None:
        nothing = self.tr("Nothing is flagged. Sentences to look at again are listed here.")
        filtered = self.tr("No flag of this kind. To see the others, choose “All flags” and “About anything”.")
        self.flags.explain_empty(filtered if self.wanted.narrow else nothing)

    def _choices(self, name: str, *choices: tuple[str, object]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)  # the panel may be made narrow
        for text, value in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.filtered)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _count(self) -> None:
        for number, listed in enumerate((self.flags, self.quotations)):
            count = listed.rows.rowCount()
            self.setTabText(number, f"{listed.accessibleName()} ({count})" if count else listed.accessibleName())


def _stack(*widgets: QWidget) -> QWidget:
    """Arrange widgets below each other; the last takes the remaining space."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, SMALL, 0, 0)
    column.setSpacing(SMALL)
    *boxes, rest = widgets
    above = QVBoxLayout()
    above.setContentsMargins(SMALL, 0, SMALL, 0)
    above.setSpacing(TIGHT)
    for box in boxes:
        above.addWidget(box)
    column.addLayout(above)
    column.addWidget(rest, 1)
    return whole
