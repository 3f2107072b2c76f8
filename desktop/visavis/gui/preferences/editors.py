"""The widgets that edit settings; each follows its setting, and changes it at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from visavis.gui.preferences.catalogue import Preference
from visavis.gui.style.spacing import SMALL
from visavis.infrastructure.settings import Settings


def make_editor(preference: Preference, settings: Settings) -> QWidget:
    """Return the widget for a setting."""
    if preference.choices:
        return _make_choice(preference, settings)
    if preference.limits:
        return _make_number(preference, settings)
    return _make_switch(preference, settings)


def show_value(editor: QWidget, preference: Preference, settings: Settings) -> None:
    """Show the value that the setting has now."""
    value = getattr(settings, preference.name)
    match editor:
        case QComboBox():
            values = [choice for _, choice in preference.choices]
            editor.setCurrentIndex(values.index(value) if value in values else -1)
        case QSpinBox():
            editor.setValue(value)
        case QCheckBox():
            editor.setChecked(value)


def _make_choice(preference: Preference, settings: Settings) -> QComboBox:
    box = QComboBox()
    for name, _ in preference.choices:
        box.addItem(name)
    box.activated.connect(lambda row: setattr(settings, preference.name, preference.choices[row][1]))
    return box


def _make_number(preference: Preference, settings: Settings) -> QSpinBox:
    box = QSpinBox(minimum=preference.limits[0], maximum=preference.limits[1]) if preference.limits else QSpinBox()
    box.setSpecialValueText(preference.zero if preference.limits and preference.limits[0] == 0 else "")
    box.lineEdit().setTextMargins(SMALL, 0, 0, 0)
    show_value(box, preference, settings)
    box.valueChanged.connect(lambda value: setattr(settings, preference.name, value))
    return box


def _make_switch(preference: Preference, settings: Settings) -> QCheckBox:
    box = QCheckBox(preference.label)
    box.toggled.connect(lambda on: setattr(settings, preference.name, on))
    return box
