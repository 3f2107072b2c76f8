"""Use the window for a simulated day: cd tests && python -m hostile.load [2000]

Opens, translates, edits and exports one short article after the other, each with some sentences that the memory knows;
the package is the built-in one, nothing is drawn on a screen. Resource usage is printed on the way, as a table: memory
in MB, also of the engine process; open files, threads, processes; Qt and Python objects.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from visavis.app.application import create_application
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.gui import clipboard
from window_under_test import MainWindow, build

LOOKED_AT = (10, 25, 50, 100, 250, 500, 1000, 1500, 2000, 3000, 4000, 5000)
_PATIENCE = 120.0  # seconds per article
_NAMES = ("Martin", "Le Goff", "Diallo", "Nguyen", "Roux", "Haddad", "Moreau")
_TOWNS = ("Lyon", "Brest", "Nancy", "Toulon", "Amiens")


def article(number: int) -> str:
    """Return a short article; half of it has occurred in others."""
    name, town = _NAMES[number % len(_NAMES)], _TOWNS[number % len(_TOWNS)]
    return (
        f"Le conseil de {town} vote son budget\n\n"
        f"Le conseil municipal de {town} a adopté le budget mardi soir. "
        f"Selon M. {name}, il manque {number} euros pour les écoles.\n\n"
        "L’opposition a voté contre le texte. « Rien n’est fait », a-t-elle regretté.\n"
    )


def used(window: MainWindow, app: QApplication, path: Path, number: int) -> None:
    """Open an article, correct and verify sentences, copy, and export it."""
    path.write_text(article(number), encoding="utf-8")
    window.open_path(path)
    _wait(window, app)
    assert window.document and window.document.complete, f"article {number} was not translated"
    window.session.edit(2, f"According to {number}, money is missing.")
    window.reading_view.go_to(3)
    for act in ("verify", "undo", "redo", "copy_summary"):
        window.acts[act].trigger()
    forms = [form for form in FORMATS.values() if form.usual is not Layout.IN_PLACE]
    form = forms[number % len(forms)]
    held, options = clipboard.take_snapshot(window.document), Options(made=date(2026, 11, 24))
    window.session.save(path.with_name(f"export{form.suffix}"), lambda: form.write(held, options))
    _wait(window, app)


def _wait(window: MainWindow, app: QApplication) -> None:
    end = time.monotonic() + _PATIENCE
    while not window.session.is_idle or window.reading_view._idle.isActive():
        app.processEvents()
        time.sleep(0.001)
        assert time.monotonic() < end, "it takes too long"
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def held(window: MainWindow) -> Iterator[int]:
    """Yield the resource usage, after garbage collection and after returning free memory."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    children = [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()]
    yield _resident(os.getpid())
    yield sum(map(_resident, children))
    yield len(list(Path("/proc/self/fd").iterdir()))
    yield threading.active_count()
    yield len(list(Path("/proc/self/task").iterdir()))
    yield len(children)
    yield len(window.findChildren(QObject))
    yield len(QApplication.allWidgets())
    yield len(gc.get_objects()) + gc.get_freeze_count()


def _resident(pid: int) -> int:
    """Return the resident memory of a process, in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def main(cycles: int) -> None:
    """Use the window for a number of articles."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("VISAVIS_CONFIG", "VISAVIS_DATA", "VISAVIS_LOGS", "ARGOS_PACKAGES_DIR"):
            os.environ[name] = str(folder / name.lower())
        app = create_application()
        window = build()
        window.show()
        print("| articles | MB | engine’s MB | files | Python threads | threads | engines | QObjects | widgets | all |")
        print("| ---: " * 10 + "|", flush=True)
        for number in range(1, cycles + 1):
            used(window, app, folder / f"{number % 50}.txt", number)
            if number in LOOKED_AT or number == cycles:
                print("|", " | ".join(map(str, (number, *held(window)))), "|", flush=True)
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2000)
