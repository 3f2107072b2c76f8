"""Translates what is on the clipboard, from the menu or from an icon in the system's tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu, QSystemTrayIcon

from visavis import paths
from visavis.gui.controllers.opening import OpeningController
from visavis.gui.requests import name_text
from visavis.infrastructure.settings import Settings
from visavis.session.session import Session

if TYPE_CHECKING:
    from visavis.gui.quick.window import QuickWindow


class QuickController(QObject):
    """Owns the small window and the tray icon, which is there while the setting `tray` is on."""

    def __init__(self, session: Session, settings: Settings, opening: OpeningController, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._settings, self._opening, self._window = session, settings, opening, window
        self.quick: QuickWindow | None = None
        self.tray: QSystemTrayIcon | None = None
        settings.listen_to(self._show_tray, "tray")
        self._show_tray()

    def translate_clipboard(self) -> None:
        """Show the English of the text on the clipboard."""
        from visavis.gui.clipboard import choose_typography
        from visavis.gui.quick.window import QuickWindow

        if not self.quick:
            self.quick = QuickWindow(self._session.engines, lambda: choose_typography(self._settings), self._window)
            self.quick.article_wanted.connect(self._open_article)
        self.quick.translate(QGuiApplication.clipboard().text())

    def _open_article(self, french: str) -> None:
        self._opening.open_text(name_text(french) or self.tr("Pasted text"), french)
        self._show_window()

    def _show_window(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    def _show_tray(self) -> None:
        if self._settings.tray and not self.tray and QSystemTrayIcon.isSystemTrayAvailable():
            menu = QMenu(self._window)
            menu.addAction(self.tr("Translate the clipboard"), self.translate_clipboard)
            menu.addAction(self.tr("Show Vis-à-vis"), self._show_window)
            menu.addSeparator()
            menu.addAction(self.tr("Quit"), self._window.close)
            self.tray = QSystemTrayIcon(QIcon(str(paths.find_resource("icons/visavis.svg"))), self)
            self.tray.setToolTip(self.tr("Vis-à-vis"))
            self.tray.setContextMenu(menu)
            self.tray.activated.connect(self._activated)
        if self.tray:
            self.tray.setVisible(self._settings.tray)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.translate_clipboard()
