import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visavis.app.application import create_application, translate_interface
from window_under_test import build

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "translations.py"


def test_every_text_of_the_window_is_translated_and_compiled() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_speaks_french(qtbot: QtBot) -> None:
    app = create_application()
    translators = translate_interface(app, QLocale("fr_FR"))
    try:
        window = build()
        qtbot.addWidget(window)
        assert window.acts["open"].text() == "&Ouvrir…"
        assert window.status_bar.network.text() == "Aucune connexion établie"
        assert window.column_headers.tr("French · original") == "Français · original"
    finally:
        for translator in translators:
            app.removeTranslator(translator)


def test_the_return_key_is_named_as_on_french_keyboards(qapp: QApplication) -> None:
    installed = translate_interface(qapp, QLocale("fr_FR"))
    try:
        assert QKeySequence("Shift+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Maj+Entrée"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
