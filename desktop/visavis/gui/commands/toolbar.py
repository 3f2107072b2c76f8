"""The tool bar: the actions needed most, with icons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from visavis.gui.style.icons import icon_size, show_icon
from visavis.gui.style.spacing import TIGHT

translate = QCoreApplication.translate

# The actions with their icons, in groups; the last stands at the far end.
GROUPS = (
    {"open": "folder-open", "paste": "clipboard-paste"},
    {"copy_translation": "copy", "copy_summary": "list", "save": "save"},
    {"find": "search", "side": "flag"},
)


class ToolBar(QToolBar):
    """Shows actions with their icons and, where there is room, short names beside them."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(translate("ToolBar", "Tools"), window)
        self._actions = actions
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        names = {
            "paste": translate("ToolBar", "Paste"),
            "save": translate("ToolBar", "Save"),
            "find": translate("ToolBar", "Find"),
            "side": translate("ToolBar", "Flags"),
        }
        for group in GROUPS:
            if group is GROUPS[-1]:
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self.addWidget(space)
            elif group is not GROUPS[0]:
                self.addSeparator()
            for name, icon in group.items():
                show_icon(actions[name], icon)
                if name in names:
                    actions[name].setIconText(names[name])
                self.addAction(actions[name])
        self.setIconSize(icon_size(TIGHT))
        window.addToolBar(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setIconSize(icon_size(TIGHT))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out names where they would push tools out of the window: first those of the middle, which are long."""
        everywhere = range(len(GROUPS))
        for named in (everywhere, (0, len(GROUPS) - 1), ()):
            for number in everywhere:
                for name in GROUPS[number]:
                    self._show_name(self._actions[name], number in named)
            if self.sizeHint().width() <= self.width():
                break

    def _show_name(self, action: QAction, shown: bool) -> None:
        button, style = self.widgetForAction(action), Qt.ToolButtonStyle
        wanted = style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
        if isinstance(button, QToolButton) and button.toolButtonStyle() != wanted:
            button.setToolButtonStyle(wanted)
