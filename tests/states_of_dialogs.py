"""The window with several articles, and its dialogs, as states.py shows them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from visavis import __version__
from visavis.exports.registry import Layout
from visavis.gui.dialogs.crash_report import CrashDialog
from visavis.gui.dialogs.folder import FolderDialog
from visavis.gui.dialogs.glossary import GlossaryDialog
from visavis.gui.dialogs.packages import PackagesDialog
from visavis.gui.dialogs.preview import PreviewDialog
from visavis.gui.dialogs.replace import ReplaceDialog
from visavis.gui.dialogs.search import SearchDialog
from visavis.gui.dialogs.table_dialog import TableDialog
from visavis.gui.dialogs.term import TermDialog
from visavis.gui.pictures.dialog import PictureDialog
from visavis.gui.preferences.dialog import PreferencesDialog
from visavis.gui.requests import request_pair
from window_under_test import MainWindow, build

SEED = Path(__file__).resolve().parents[1] / "seeds" / "otan-kosovo.txt"


def settled(app: QApplication, window: MainWindow) -> MainWindow:
    """Wait until the window is idle."""
    while window.session.is_busy or window.reading_view._idle.isActive() or window.summary.facts.is_pending:
        app.processEvents()
    for _ in range(30):
        app.processEvents()
    return window


def opened(app: QApplication) -> MainWindow:
    """Return the window with the sample article translated."""
    window = build()
    window.show()
    window.open_path(SEED)
    return settled(app, window)


def several(app: QApplication) -> MainWindow:
    """Several articles, of several kinds."""
    window = build()
    window.show()
    files = SEED.parents[1] / "tests" / "files"
    others = ("docx/enquete.docx", "html/regional.html", "epub/chronique.epub")
    window.opening.open_paths([SEED, *map(files.joinpath, others)])
    while not window.session.is_idle:
        app.processEvents()
    return settled(app, window)


def given(app: QApplication) -> MainWindow:
    """A translation made elsewhere: a weekday and a number are others, and a sentence is not in the French."""
    window = opened(app)
    document = window.document
    assert document
    texts = [
        " ".join(filter(None, map(document.target, paragraph.sentences))) for paragraph in document.article.paragraphs
    ]
    english = (
        "\n\n".join(texts).replace("on Friday", "on Thursday", 1).replace("thirty", "forty").replace("four", "five")
    )
    path = Path(tempfile.mkdtemp()) / "kosovo-agency.txt"
    path.write_text(f"{english}\n\nObservers fear that the talks in Brussels will fail.\n", encoding="utf-8")
    window.opening.open_requests([request_pair(document.article, path)])
    while not (window.document and window.document.translation_path and window.session.is_idle):
        app.processEvents()
    window.acts["side"].trigger()
    settled(app, window).acts["next_flag"].trigger()
    return window


def replacing(app: QApplication) -> QWidget:
    """The dialog that replaces words."""
    window = opened(app)
    window.acts["replace"].trigger()
    dialog = window.findChild(ReplaceDialog)
    assert isinstance(dialog, ReplaceDialog)
    dialog.wanted.setText("Kosovo")
    dialog.new.setText("the north")
    while not dialog.list.count():
        app.processEvents()
    return dialog


def searching(app: QApplication) -> QWidget:
    """The search over all articles."""
    window = opened(app)
    autosave = window.session.autosave
    while autosave and (autosave._timer.isActive() or autosave._job):
        app.processEvents()
    window.acts["find_all"].trigger()
    dialog = window.findChild(SearchDialog)
    assert isinstance(dialog, SearchDialog)
    dialog.words.setText("Serbie")
    while not dialog.list.rows.rowCount():
        app.processEvents()
    return dialog


def settings(app: QApplication) -> QWidget:
    """The settings of the translation."""
    window = opened(app)
    window.acts["settings"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    dialog.pages.setCurrentRow(2)
    return dialog


def folder(app: QApplication) -> QWidget:
    """A folder that has been translated."""
    window = build()
    window.show()
    top = Path(tempfile.mkdtemp())
    for name in ("one.txt", "two.txt"):
        (top / name).write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    (top / "broken.docx").write_bytes(b"PK\3\4")
    window.folder.show_dialog(top)
    dialog = window.findChild(FolderDialog)
    assert isinstance(dialog, FolderDialog)
    while not dialog.start.isEnabled():
        app.processEvents()
    dialog.start.click()
    while not dialog.show_output.isVisible():
        app.processEvents()
    return dialog


def listed(app: QApplication, name: str, kind: type[QDialog]) -> QWidget:
    """Show a modal dialog by its action, and return it."""
    window = opened(app)
    found: list[QDialog] = []

    def end() -> None:
        """Leave the loop of the dialog, so that its picture can be taken."""
        found.extend(dialog for dialog in window.findChildren(kind) if dialog.isVisible())
        for dialog in found:
            dialog.done(0)

    timer = QTimer(interval=500)
    timer.timeout.connect(end)
    timer.start()
    window.acts[name].trigger()
    while not found:
        app.processEvents()
    timer.stop()
    found[0].setModal(False)
    found[0].show()
    for _ in range(60):
        app.processEvents()
    return found[0]


def keys(app: QApplication) -> QWidget:
    """The keyboard shortcuts."""
    return listed(app, "keys", TableDialog)


def statistics(app: QApplication) -> QWidget:
    """The statistics of the article."""
    return listed(app, "statistics", TableDialog)


def glossary(app: QApplication) -> QWidget:
    """The glossary."""
    return listed(app, "glossary", GlossaryDialog)


def packages(app: QApplication) -> QWidget:
    """The language packages."""
    return listed(app, "packages", PackagesDialog)


def provenance(app: QApplication) -> QWidget:
    """The preview of the summary, with where it comes from."""
    window = opened(app)
    window.acts["preview"].trigger()
    dialog = window.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    dialog.layouts.setCurrentIndex([*Layout].index(Layout.SUMMARY))
    while window.preview._query.is_busy:
        app.processEvents()
    return dialog


def term(app: QApplication) -> QWidget:
    """The term that is used everywhere."""
    window = opened(app)
    assert window.document
    dialog = TermDialog(window.document.passages[1], (19, 28), window)
    dialog.english.setText("strengthen")
    dialog.show()
    return dialog


def crash(app: QApplication) -> QWidget:
    """The report of a crash."""
    versions = f"visavis {__version__} (installed)\nPython 3.12.3\nPySide6_Essentials 6.11.3"
    report = f"ValueError\n  visavis.gui.reading_view.view:120 in paintEvent\n\n{versions}"
    dialog = CrashDialog(report, True, opened(app))
    dialog.show()
    return dialog


def picture(app: QApplication) -> QWidget:
    """A picture shown large, with its caption."""
    image = QImage(400, 260, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    dialog = PictureDialog(opened(app), image, "La ministre à son arrivée à Bruxelles, vendredi.")
    dialog.show()
    return dialog


def quick(app: QApplication) -> QWidget:
    """The clipboard translated."""
    window = build()
    window.show()
    QGuiApplication.clipboard().setText("L’OTAN est prête à renforcer sa présence. C’est ce que rapporte l’AFP.")
    window.acts["quick"].trigger()
    assert window.quick.quick
    while not window.quick.quick.copy_button.isEnabled():
        app.processEvents()
    return window.quick.quick
