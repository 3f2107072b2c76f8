"""The length of the summary: in sentences, in per cent of the article's sentences, or in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from visavis.gui.panels.elided_combo_box import ElidedComboBox
from visavis.infrastructure.settings import LENGTHS, Settings
from visavis.model.document import Document
from visavis.model.summary_length import count_summary_sentences

# Units by their name in the settings, with the maximum and the step of each.
UNITS = {unit: (most, least) for unit, (least, most) in LENGTHS.items()}
MOST_SENTENCES = UNITS["sentences"][0]
NOTCH = 120  # of a mouse wheel, in eighths of a degree


@dataclass(frozen=True, slots=True)
class SummaryLength:
    """A length in one of `UNITS`."""

    unit: str
    amount: int

    @classmethod
    def kept(cls, settings: Settings) -> SummaryLength:
        """Read the length from the settings."""
        return cls(settings.summary_unit, getattr(settings, f"summary_{settings.summary_unit}"))

    def keep(self, settings: Settings) -> None:
        """Write the length to the settings."""
        settings.summary_unit = self.unit
        setattr(settings, f"summary_{self.unit}", self.amount)

    def sentences(self, document: Document) -> int:
        """Return the number of sentences it amounts to."""
        return count_summary_sentences(document.article, document.ranking, **{self.unit: self.amount})


class SummaryLengthChooser(QWidget):
    """A slider with a choice of unit; the length applies to all articles, though a short one may have less."""

    chosen = Signal(object)  # Length

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._most = MOST_SENTENCES
        self._turn_left = 0  # what the wheel has turned since the last step
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(56)
        self.slider.setMaximumWidth(150)
        self.slider.setAccessibleName(self.tr("Length of the summary"))
        self.slider.setToolTip(self.slider.accessibleName())
        self.count = QLabel()
        self.units = ElidedComboBox()
        self.units.setAccessibleName(self.tr("Unit of length"))
        for unit, name in (
            ("sentences", self.tr("sentences")),
            ("percent", self.tr("% of sentences")),
            ("words", self.tr("words")),
        ):
            self.units.addItem(name, unit)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("500") + 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.count)
        row.addWidget(self.units)
        row.addStretch(0)
        for widget in (self.slider, self.units, self.count):
            widget.installEventFilter(self)
        self._put(SummaryLength.kept(settings))
        settings.listen_to(self._follow, "summary_unit", *(f"summary_{unit}" for unit in UNITS))
        self.slider.valueChanged.connect(self._slid)
        self.units.activated.connect(self._turned)

    @property
    def length(self) -> SummaryLength:
        """The length shown."""
        unit = self.units.currentData()
        return SummaryLength(unit, self.slider.value() * UNITS[unit][1])

    def allow(self, sentences: int) -> None:
        """Limit the slider to `sentences`, and show the wanted length as far as that allows."""
        self._most = max(1, min(MOST_SENTENCES, sentences))
        self._put(SummaryLength.kept(self._settings))

    def turn(self, angle: int) -> None:
        """Follow the wheel: one step for each notch, 120 eighths of a degree."""
        self._turn_left += angle
        steps = int(self._turn_left / NOTCH)
        self._turn_left -= steps * NOTCH
        self.slider.setValue(self.slider.value() + steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel from the slider, which would go three steps, and from the list of units."""
        if isinstance(event, QWheelEvent) and self.isEnabled():
            self.turn(event.angleDelta().y())
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _put(self, length: SummaryLength) -> None:
        most, step = UNITS[length.unit]
        with QSignalBlocker(self.slider):
            self.slider.setRange(1, self._most if length.unit == "sentences" else most // step)
            self.slider.setValue(round(length.amount / step))
        self.units.setCurrentIndex(self.units.findData(length.unit))
        self.count.setText(str(self.length.amount))

    def _slid(self) -> None:
        self.length.keep(self._settings)

    def _turned(self) -> None:
        self._settings.summary_unit = self.units.currentData()

    def _follow(self) -> None:
        self._put(SummaryLength.kept(self._settings))
        self.chosen.emit(self.length)
