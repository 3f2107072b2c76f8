"""The glossary dialog: find, add, change, delete, import and export terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from visavis.exports.glossary import write_glossary
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import describe_error
from visavis.gui.window_context import GlossaryFiles
from visavis.model.errors import make_printable
from visavis.model.glossary import Glossary, Term, is_same_term
from visavis.session.background_query import BackgroundQuery
from visavis.text.search import normalise_for_search

BETWEEN = ", "  # separates terms in one cell


class GlossaryDialog(QDialog):
    """Shows the terms in use; changes are saved at once."""

    def __init__(self, files: GlossaryFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.terms: list[Term] = []
        self._items: list[QTreeWidgetItem] = []
        self.changed = False  # True if the terms have been changed
        self._query = BackgroundQuery(self)
        self._query.failed.connect(self._failed)
        self.setWindowTitle(self.tr("Glossary"))
        self.resize(760, 520)
        self.wanted = self._field(self.tr("Find a term"))
        self.wanted.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Terms"))
        self.list.setHeaderLabels([self.tr("French"), self.tr("English"), self.tr("Not"), self.tr("List")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.french, self.english, self.avoid = (
            self._field(self.tr("French"), self.tr("French term")),
            self._field(self.tr("English"), self.tr("English (preferred term first)")),
            self._field(self.tr("Not"), self.tr("English to avoid (optional)")),
        )
        self._fields = (self.french, self.english, self.avoid)
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.add = self._button(self.tr("&Add"), self._add)
        self.change = self._button(self.tr("&Change"), self._replace)
        self.delete = self._button(self.tr("&Delete"), self._delete)
        self.take_in = self._button(self.tr("&Import…"), self._import)
        self.give_out = self._button(self.tr("&Export…"), self._export)
        self._place()
        for field in (self.french, self.english):
            field.textChanged.connect(self._enable)
        self.list.itemSelectionChanged.connect(self._fill)
        self._enable()
        self._load()

    def _place(self) -> None:
        adding = QHBoxLayout()
        for widget in (self.french, self.english, self.avoid, self.add, self.change, self.delete):
            adding.addWidget(widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.give_out, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(self.wanted)
        column.addWidget(self.list, 1)
        column.addLayout(adding)
        column.addWidget(self.note)
        column.addWidget(buttons)

    def _field(self, head: str, name: str = "") -> QLineEdit:
        """Return a field; its full name has no room in it."""
        field = QLineEdit(placeholderText=head)
        field.setAccessibleName(name or head)
        field.setToolTip(name)
        return field

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: do())
        return button

    # user actions

    @property
    def selected(self) -> Term | None:
        """The term of the selected row."""
        row = next((self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems()), -1)
        return self.terms[row] if row >= 0 else None

    def _fill(self) -> None:
        """Put the selected term into the fields, to be changed."""
        term = self.selected
        if term:
            for field, text in zip(self._fields, _format_term(term), strict=True):
                field.setText(text)
        self._enable()

    def _add(self) -> None:
        term = self._read_fields()
        text = self.tr("“{0}” has been added to the glossary.").format(make_printable(term.french))
        self._change(lambda: self._files.add(term), text)
        self._begin_anew()

    def _replace(self) -> None:
        """Put the fields in the place of the selected term; a built-in one is overridden."""
        term, old = self._read_fields(), self.selected

        def act() -> None:
            self._files.add(term)  # first, so that a full disk loses nothing
            if old and old.own and not is_same_term(old, term):
                self._files.remove(old)

        self._change(act, self.tr("“{0}” has been changed.").format(make_printable(term.french)))
        self._begin_anew()

    def _delete(self) -> None:
        term = self.selected
        if term and term.own:
            text = self.tr("“{0}” has been deleted from your glossary.").format(make_printable(term.french))
            self._change(lambda: self._files.remove(term), text)
            self._begin_anew()

    def _read_fields(self) -> Term:
        return Term(_split_cells(self.french)[0], _split_cells(self.english), _split_cells(self.avoid))

    def _begin_anew(self) -> None:
        self.changed = True
        self.list.clearSelection()
        for field in self._fields:
            field.clear()
        self.french.setFocus()

    def _import(self) -> None:
        path = Dialogs.glossary_path(self)
        if path:
            self._change(
                lambda: self._files.import_file(path),
                self.tr("{0} has been imported.").format(make_printable(path.name)),
            )
            self.changed = True

    def _export(self) -> None:
        ways = [("CSV", ".csv"), ("TSV", ".tsv"), ("TBX", ".tbx")]
        answer = Dialogs.save_path(self, self.tr("Export the glossary"), PurePath("glossary.csv"), ways)
        if answer:
            terms = list(self.terms)
            text = self.tr("Saved as {0}").format(make_printable(answer[0].name))
            self._change(lambda: write_glossary(terms, answer[0]), text)

    # background work

    def _load(self) -> None:
        self._query.ask(lambda: (self._files.load(),), self._show)

    def _change(self, act: Callable[[], object], text: str) -> None:
        """Run a file operation off the GUI thread, then reload the terms and show `text`."""

        def steps() -> Iterator[Glossary]:
            act()
            yield self._files.load()

        def then(glossary: Glossary) -> None:
            self._show(glossary)
            self.note.setText(text)

        self._query.ask(steps, then)

    def _show(self, glossary: Glossary) -> None:
        self.terms = sorted(glossary.terms.values(), key=lambda term: normalise_for_search(term.french))
        self.list.clear()
        lists = {True: self.tr("your own"), False: self.tr("built in")}
        self._items = [QTreeWidgetItem([*_format_term(term), lists[term.own]]) for term in self.terms]
        self.list.addTopLevelItems(self._items)
        self._filter()

    def _filter(self) -> None:
        wanted = normalise_for_search(self.wanted.text())
        for item, term in zip(self._items, self.terms, strict=True):
            item.setHidden(wanted not in normalise_for_search(" ".join(_format_term(term))))

    def _enable(self) -> None:
        filled, selected = bool(_split_cells(self.french) and _split_cells(self.english)), self.selected
        self.add.setEnabled(filled)
        self.change.setEnabled(filled and selected is not None)
        self.delete.setEnabled(selected is not None and selected.own)

    def _failed(self, error: Exception) -> None:
        self.note.setText(describe_error(error))


def _split_cells(field: QLineEdit) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(part.split()) for part in field.text().split(BETWEEN.strip()))))


def _format_term(term: Term) -> list[str]:
    return [term.french, BETWEEN.join(term.english), BETWEEN.join(term.avoid)]
