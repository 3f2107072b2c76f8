"""The dialog with all settings: pages at the left; what is changed holds at once and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.gui.commands.building import strip_mnemonic
from visavis.gui.preferences.catalogue import Page, Preference, list_pages
from visavis.gui.preferences.editors import make_editor, show_value
from visavis.gui.style.spacing import LARGE, MEDIUM, SMALL
from visavis.infrastructure.settings import Settings


class PreferencesDialog(QDialog):
    """Shows one page at a time; *Undo* brings back what was set when the dialog opened."""

    def __init__(self, settings: Settings, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.editors: dict[str, tuple[QWidget, Preference]] = {}
        self.pages, self.stack = QListWidget(), QStackedWidget()
        self.pages.setAccessibleName(self.tr("Pages"))
        for page in list_pages():
            self.pages.addItem(page.title)
            self.stack.addWidget(self._make_page(page, actions))
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        self.pages.setFixedWidth(16 * self.fontMetrics().horizontalAdvance("m"))
        self._before = self._values()
        self.undo, self.defaults = QPushButton(self.tr("Undo changes")), QPushButton(self.tr("Defaults"))
        self.undo.clicked.connect(lambda: self._set(self._before))
        self.defaults.clicked.connect(self._set_defaults)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._place(close)
        for name in self.editors:
            settings.listen_to(partial(self._show, name), name)

    def begin(self) -> None:
        """Show the dialog with the settings as they are now."""
        self._before = self._values()
        for name in self.editors:
            self._show(name)
        self.show()
        self.pages.doItemsLayout()  # the style sheet's padding is known only now
        self.raise_()
        self.activateWindow()

    def _place(self, close: QPushButton) -> None:
        """Lay out the pages and the buttons."""
        middle = QHBoxLayout()
        middle.setSpacing(LARGE)
        middle.addWidget(self.pages)
        middle.addWidget(self.stack, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.defaults)
        buttons.addWidget(self.undo)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _make_page(self, page: Page, actions: Mapping[str, QAction]) -> QWidget:
        whole = QWidget()
        form = QFormLayout(whole)
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(MEDIUM)
        for preference in page.preferences:
            editor = make_editor(preference, self._settings)
            editor.setAccessibleName(preference.label)
            self.editors[preference.name] = editor, preference
            if isinstance(editor, QCheckBox):
                form.addRow(editor)
            else:
                form.addRow(preference.label, editor)
            if preference.note:
                note = QLabel(preference.note)
                note.setObjectName("quiet")
                note.setWordWrap(True)
                form.addRow("", note)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for name in page.actions:
            button = QPushButton(strip_mnemonic(actions[name].text()) + "…" * actions[name].text().endswith("…"))
            button.clicked.connect(actions[name].trigger)
            row.addWidget(button)
        row.addStretch()
        if page.actions:
            form.addRow(row)
        return whole

    def _values(self) -> dict[str, object]:
        return {name: getattr(self._settings, name) for name in self.editors}

    def _set(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(self._settings, name, value)

    def _set_defaults(self) -> None:
        self._set({one.name: one.default for one in fields(Settings) if one.name in self.editors})

    def _show(self, name: str) -> None:
        """Show a setting that has changed, here or elsewhere in the window."""
        show_value(*self.editors[name], self._settings)
        self.undo.setEnabled(self._values() != self._before)
