"""The button that copies the summary, and its menu, which remembers what is copied: it is what the panel shows."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from visavis.gui.menu import KeyCapturingMenu
from visavis.infrastructure.settings import Settings


class CopyButton(QToolButton):
    """Copies when it is pressed; its menu has the languages, and what else belongs to the summary."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setText(self.tr("Copy"))
        self.setAccessibleName(self.tr("Copy summary"))
        self.setToolTip(self.tr("Copy summary (Ctrl+Shift+C)"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._menu = _ChoiceMenu(self)
        self._languages = {
            "en": self._add(self.tr("In English"), "summary_language", "en"),
            "fr": self._add(self.tr("In French"), "summary_language", "fr"),
            "both": self._add(self.tr("In both languages"), "summary_language", "both"),
        }
        group = QActionGroup(self)
        for action in self._languages.values():
            group.addAction(action)
        self._menu.addSeparator()
        self._parts = {
            "summary_bullets": self._add(self.tr("As bullets"), "summary_bullets"),
            "summary_headline": self._add(self.tr("With the headline"), "summary_headline"),
            "summary_facts": self._add(self.tr("With key figures and names"), "summary_facts"),
            "summary_source": self._add(self.tr("With the source"), "summary_source"),
        }
        self.setMenu(self._menu)
        self._mark()
        settings.listen_to(self._mark, "summary_language", "provenance", *self._parts)

    def _add(self, text: str, setting: str, value: object = None) -> QAction:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda on: setattr(self._settings, setting, on if value is None else value))
        return action

    def _mark(self) -> None:
        for name, action in self._languages.items():
            action.setChecked(self._settings.summary_language == name)
        for name, action in self._parts.items():
            action.setChecked(getattr(self._settings, name))
        source = self._parts["summary_source"]  # no copy has a source while that is off for all
        source.setEnabled(self._settings.provenance)
        source.setChecked(self._settings.summary_source and self._settings.provenance)


class _ChoiceMenu(KeyCapturingMenu):
    """Stays open while entries are ticked with the mouse."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
