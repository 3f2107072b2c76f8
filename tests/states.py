"""Save a screenshot of every state of the window, for review: python tests/states.py FOLDER [STATE …]

Each shows the real window with the built-in package and the sample article, drawn without a display. `--look dark`,
`--language fr_FR`, `--size 800x600` and `--scale 2` show them so.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSize, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import window_under_test
from states_of_dialogs import (
    SEED,
    crash,
    folder,
    given,
    glossary,
    keys,
    opened,
    packages,
    picture,
    provenance,
    quick,
    replacing,
    searching,
    settings,
    settled,
    several,
    statistics,
    term,
)
from test_pictures import embed, png, web_page
from visavis.app.application import create_application, translate_interface
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.packages.find import find_packages
from window_under_test import MainWindow, build


def empty(app: QApplication) -> MainWindow:
    """No article open."""
    window = build()
    window.show()
    return window


def again(app: QApplication) -> MainWindow:
    """No article open, but there are recent ones."""
    window = editing(app)
    window.settings.reopen = False
    window.close()
    window = build()
    window.show()
    while not window.recents._menu or not window.recents._menu.isEnabled():
        app.processEvents()
    return window


def loading(app: QApplication) -> MainWindow:
    """The first sentences have been translated."""
    window = build()
    window.show()
    window.open_path(SEED)
    while not (window.document and window.document.passages):
        app.processEvents()
    return window


def translated(app: QApplication) -> MainWindow:
    """The caret is on a sentence."""
    window = opened(app)
    window.reading_view.go_to(4)
    return window


def hinted(app: QApplication) -> MainWindow:
    """The hints for a new user."""
    window = opened(app)
    window.acts["hints"].trigger()
    return window


def finding(app: QApplication) -> MainWindow:
    """A search with hits."""
    window = opened(app)
    window.find_bar.open_bar()
    window.find_bar.words.setText("Kosovo")
    while not window.find_bar.hits:
        app.processEvents()
    return window


def editing(app: QApplication) -> MainWindow:
    """Some sentences are verified, one is corrected, the next is in the editor."""
    window = opened(app)
    window.reading_view.go_to(0)
    for _ in range(3):
        window.acts["verify"].trigger()
    window.session.edit(3, "The AFP news agency reports this.")
    window.reading_view.go_to(5)
    window.acts["edit"].trigger()
    return window


def offering(app: QApplication) -> MainWindow:
    """The popup with alternative translations."""
    window = editing(app)
    window.acts["alternatives"].trigger()
    while not window.correction.alternatives.popup.isVisible():
        app.processEvents()
    return window


def other_words(app: QApplication) -> MainWindow:
    """The popup with other words, walked to the second that have some."""
    window = opened(app)
    window.reading_view.go_to(2)
    window.acts["other_words"].trigger()
    popup = window.correction.alternatives.popup
    while not popup.isVisible():
        app.processEvents()
    popup.walked.emit(1)
    return window


def running_text(app: QApplication) -> MainWindow:
    """The summary as running text with its headline, and two pinned sentences."""
    window = opened(app)
    window.settings.summary_bullets, window.settings.summary_headline = False, True
    assert window.document
    window.session.pick(window.document.picks.pin(4).pin(8))
    return window


def previewing(app: QApplication) -> MainWindow:
    """The pages of both languages before they are saved or printed."""
    window = opened(app)
    window.acts["preview"].trigger()
    while window.preview._query.is_busy:
        app.processEvents()
    return window


def picking(app: QApplication) -> MainWindow:
    """A summary changed by hand, showing why a sentence is in it."""
    window = opened(app)
    view, session = window.summary.view, window.session
    assert window.document
    session.pick(window.document.picks.pin(4).drop(window.summary.shown[-1]))
    view.setFocus()
    view.go_to(window.summary.shown[1])
    return window


def flagged(app: QApplication) -> MainWindow:
    """A term and a name are flagged."""
    window = opened(app)
    assert window.document
    passages = window.document.passages
    term = Message("“{0}” is “{1}” in your glossary", "renforcer", "reinforce")
    found = Flag("glossary", term, (19, 28), (17, 27), fix="reinforce")
    passages[1] = replace(passages[1], flags=(found,))
    passages[5] = replace(
        passages[5], flags=(Flag("name", Message("“{0}” is not in the translation", "Jake"), (38, 42)),)
    )
    window.reading_view.refresh([1, 5])
    return window


def flags(app: QApplication) -> MainWindow:
    """The list of flags, with one of them selected."""
    window = flagged(app)
    window.acts["side"].trigger()
    settled(app, window).acts["next_flag"].trigger()
    return window


def card(app: QApplication) -> MainWindow:
    """The card of a flag that can be put right."""
    window = flagged(app)
    window.acts["next_flag"].trigger()
    return window


def table_and_pictures(app: QApplication) -> MainWindow:
    """A picture with its caption, and a table with a sentence of it lit."""
    rows = (("Armée", "Effectifs", "Observations"), ("Terre", "114 700", "Le recrutement reste difficile. Il reprend."))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = web_page(embed(png(600, 400))).replace("<p>La fin.</p>", f"<table>{cells}</table><p>La fin.</p>")
    window = build()
    window.show()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        window.open_path(path)
        settled(app, window)
    window.reading_view.go_to(window.document.total - 2 if window.document else 0)
    return window


def quotations(app: QApplication) -> MainWindow:
    """The list of quotations, with one of them selected."""
    window = opened(app)
    window.acts["side"].trigger()
    window.side_panel.setCurrentIndex(1)
    listed = window.side_panel.quotations
    while not listed.rows.rowCount() or "…" in listed.rows.index(0).data():
        app.processEvents()
    listed.setCurrentIndex(listed.rows.index(0))
    listed.clicked.emit(listed.rows.index(0))
    return window


def in_the_dark(app: QApplication) -> MainWindow:
    """The dark look."""
    window = finding(app)
    window.acts["look_dark"].trigger()
    return window


def english_only(app: QApplication) -> MainWindow:
    """Only English shown."""
    window = translated(app)
    window.acts["show_en"].trigger()
    return window


def in_french(app: QApplication) -> MainWindow:
    """The interface in French."""
    translate_interface(app, QLocale("fr_FR"))
    return flags(app)


def large(app: QApplication) -> MainWindow:
    """All text twice as large."""
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(font)
    return finding(app)


def large_card(app: QApplication) -> MainWindow:
    """The card of a flag with all text twice as large."""
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(font)
    return card(app)


def crowded(app: QApplication) -> MainWindow:
    """The list of articles, that of flags and the summary, all at once."""
    window = several(app)
    window.acts["side"].trigger()
    return settled(app, window)


def pasted(app: QApplication) -> MainWindow:
    """Several pasted texts."""
    window = build()
    window.show()
    for text in SEED.read_text(encoding="utf-8").split("\n\n")[2:6]:
        QApplication.clipboard().setText(text)
        window.acts["paste"].trigger()
        while not window.session.is_idle:
            app.processEvents()
    return settled(app, window)


def other_package(app: QApplication) -> MainWindow:
    """Another package is in use, and several articles are open."""
    window = several(app)
    used = find_packages()[0]
    window.packages_and_glossary._change_package(replace(used, version="1.0"))
    return window


STATES: tuple[Callable[[QApplication], QWidget], ...] = (
    empty,
    again,
    loading,
    translated,
    hinted,
    finding,
    english_only,
    editing,
    offering,
    other_words,
    running_text,
    previewing,
    picking,
    flags,
    card,
    table_and_pictures,
    quotations,
    in_the_dark,
    in_french,
    large,
    large_card,
    several,
    crowded,
    pasted,
    other_package,
    given,
    replacing,
    searching,
    settings,
    folder,
    quick,
    keys,
    statistics,
    glossary,
    packages,
    provenance,
    term,
    crash,
    picture,
)


def main(place: Path, names: list[str], look: str, language: str, size: QSize) -> None:
    """Save the screenshots, all of them or those named."""
    app = create_application()
    place.mkdir(parents=True, exist_ok=True)
    for state in STATES:
        if names and state.__name__ not in names:
            continue
        with tempfile.TemporaryDirectory() as user:
            os.environ["VISAVIS_CONFIG"] = os.environ["VISAVIS_DATA"] = user
            (Path(user) / "settings.json").write_text(json.dumps({"look": look}), encoding="utf-8")
            font = app.font()
            translate_interface(app, QLocale(language))
            window_under_test.SIZE = size
            shown = state(app)
            window = shown.parent() if isinstance(shown, QDialog) else shown
            assert isinstance(window, MainWindow)
            for _ in range(30):
                app.processEvents()
            picture = shown.grab()
            popup = app.activePopupWidget() or (None if shown is not window else app.activeModalWidget())
            if popup:
                popup.render(picture, window.mapFromGlobal(popup.pos()))
                popup.hide()
            picture.save(str(place / f"{state.__name__}.png"))
            window.close()
            window.deleteLater()
            for translator in app.findChildren(QTranslator):
                app.removeTranslator(translator)
            app.setFont(font)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("states", nargs="*")
    parser.add_argument("--look", default="light")
    parser.add_argument("--language", default="en_GB")
    parser.add_argument("--size", default="1240x860")
    parser.add_argument("--scale", default="1")
    options = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = options.scale
    main(options.folder, options.states, options.look, options.language, QSize(*map(int, options.size.split("x"))))
