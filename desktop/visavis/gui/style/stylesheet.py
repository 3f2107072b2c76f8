"""The style sheet of the window, made of the colours and the spacing; lengths in em grow with the system's text."""

from __future__ import annotations

import re

from visavis import paths
from visavis.gui.style.colours import Colours
from visavis.gui.style.spacing import RADIUS

_SHEET = """
QToolBar { background: $window; border: none; border-bottom: 1px solid $rule; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: $rule; width: 1px; margin: 6px 6px; }
QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $lit; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 0.4em 2em 0.4em 1.8em; border-radius: 4px; }
QMenu::item:selected { background: $lit; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $rule; margin: 4px 8px; }
QMenu::indicator { width: 0.9em; height: 0.9em; left: 0.5em; }
QMenu::indicator:checked { image: url("$icons/check.svg"); }

QPushButton, QToolButton {
  color: $text; border: 1px solid transparent; border-radius: $radius; padding: 0.3em 0.7em;
  background: transparent;
}
QPushButton { background: $raised; border-color: $edge; }
QPushButton:default, QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:default:hover, QPushButton#primary:hover { background: $accent_hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $lit; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus { border: 1px solid $accent; }
QPushButton:default:focus, QPushButton#primary:focus { border-color: $text; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:default:disabled, QPushButton#primary:disabled { background: $rule; border-color: $rule; color: $faint; }
QPushButton::menu-indicator { image: url("$icons/chevron-down.svg"); width: 0.9em; right: 0.4em; }
QToolButton[popupMode="1"] { padding: 0.3em 1.8em 0.3em 0.5em; border-color: $edge; background: $raised; }
QToolButton[popupMode="1"]:hover { background: $hover; }
QToolButton[popupMode="1"]:focus { border-color: $accent; }
QToolButton::menu-button { border: none; border-left: 1px solid $rule; width: 1.4em; }
QToolButton::menu-arrow { image: url("$icons/chevron-down.svg"); width: 0.9em; height: 0.9em; }
QToolButton#plain { padding: 0.2em; }
QToolButton#qt_toolbar_ext_button { image: url("$icons/chevron-down.svg"); padding: 0; }

QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox {
  color: $text; background: $raised; border: 1px solid $edge; border-radius: $radius; padding: 0.25em 0.5em;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox:hover { background: $hover; }
QComboBox:disabled, QLineEdit:disabled { color: $faint; }
QComboBox::drop-down { border: none; width: 1.4em; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 0.9em; height: 0.9em; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: 1.4em;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 0.8em; height: 0.8em; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 0.8em;
  height: 0.8em; }
QSpinBox QLineEdit { border: none; padding: 0 0.3em; background: transparent; }
QListWidget, QTableView, QPlainTextEdit#page { background: $page; border: 1px solid $rule; border-radius: $radius;
  padding: 2px; }
QTableView::item { padding: 0 0.4em; }
QTreeView::item { padding: 0.2em 0.2em; }
QCheckBox::indicator, QListView::indicator { width: 1em; height: 1em; border: 1px solid $quiet; border-radius: 3px;
  background: $raised; }
QCheckBox::indicator:hover, QListView::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$icons/$tick.svg"); }
QCheckBox::indicator:focus { border-color: $text; }
QCheckBox::indicator:disabled { border-color: $edge; }
QListWidget::item { padding: 0.35em 0.5em; border-radius: 4px; color: $text; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $lit; color: $text; }
QHeaderView::section { background: $window; border: none; border-bottom: 1px solid $rule; padding: 0.4em 0.5em; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; selection-background-color: $lit;
  selection-color: $text; }

QListView, QTableView, QTreeView { selection-background-color: $lit; selection-color: $text; outline: 0; }
QListView, QTreeView { border: 1px solid transparent; }
QListWidget, QTableView { border: 1px solid $rule; }
QTextBrowser, QPlainTextEdit, QGraphicsView { border: 1px solid $rule; border-radius: $radius; padding: 2px; }
QListView:focus, QTableView:focus, QTreeView:focus, QTextBrowser:focus, QPlainTextEdit:focus,
QPlainTextEdit#page:focus, QGraphicsView:focus {
  border: 1px solid $accent;
}
QHeaderView { background: $window; }
QHeaderView::section { background: $window; color: $quiet; border: none; border-bottom: 1px solid $rule;
  padding: 0.3em; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFrame#popup { background: $raised; border: 1px solid $edge; }
QFrame#popup QListView { background: $raised; border: none; }
QFrame#popup QListView::item { border-radius: 4px; color: $text; }
QFrame#popup QListView::item:hover { background: $hover; }
QFrame#popup QListView::item:selected { background: $lit; }

QFrame#popup QPushButton { background: transparent; color: $quiet; border: none; border-top: 1px solid $rule;
  border-radius: 0; padding: 0.5em 1em; text-align: left; }
QFrame#popup QPushButton:hover, QFrame#popup QPushButton:focus { background: $hover; color: $text; }

QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; background: $rule; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $raised;
  border: 1px solid $quiet; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 1px solid $accent; background: $lit; }
QSlider::sub-page:horizontal:disabled { background: $edge; }

QProgressBar { background: $rule; border: none; border-radius: 4px; text-align: center; color: $text;
  min-height: 1.2em; }
QProgressBar::chunk { background: $pressed; border-radius: 4px; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 0.5em 0.7em; border: none; border-bottom: 2px solid transparent; color: $quiet;
  background: transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { background: $hover; }
QTabBar::tab:selected:focus { background: $lit; }
QTabWidget::pane { border: none; border-top: 1px solid $rule; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel#quiet { color: $quiet; }
QStatusBar { background: $window; border-top: 1px solid $rule; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $window; }
QSplitter::handle:vertical { height: 5px; border-top: 1px solid $rule; }
QSplitter::handle:horizontal { width: 5px; border-left: 1px solid $rule; }
QSplitter::handle:hover { background: $pressed; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QFrame#strip, QFrame#find, QFrame#hints { background: $window; border: none; border-bottom: 1px solid $rule; }
QFrame#drop { background: $page; border: 2px dashed $edge; border-radius: 12px; }
QFrame#drop[lit="true"] { background: $hover; border-color: $accent; }
QFrame#card { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QFrame#card QLabel { background: transparent; }
"""


def write_stylesheet(colours: Colours) -> str:
    """Return the style sheet in these colours."""
    values = {name: colour.name() for name, colour in colours._asdict().items()} | {
        "accent_hover": colours.accent.lighter(112).name(),
        "radius": f"{RADIUS}px",
        "tick": "tick-white" if colours.on_accent.lightness() > 128 else "tick-black",
        "icons": paths.find_resource("icons/grey").as_posix(),
    }
    return re.sub(r"\$(\w+)", lambda match: values[match[1]], _SHEET)
