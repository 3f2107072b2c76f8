"""Run the program on a file; when it is translated, save a screenshot, then end it as Ctrl+C does.

python tests/onscreen.py FILE PICTURE
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from visavis.app import application as app
from visavis.cli import main as cli


def main(path: Path, picture: Path) -> int:
    """Run the program; return its exit code."""
    front = app.build_front_window

    def watched(*given: object) -> object:
        window = front(*given)  # type: ignore[arg-type]

        def look() -> None:
            work = window.workspace
            if work and work.document and not work.session.is_busy and not work.reading_view._idle.isActive():
                window.grab().save(str(picture))
                signal.raise_signal(signal.SIGINT)

        timer = QTimer(window, interval=50)
        timer.timeout.connect(look)
        timer.start()
        return window

    app.build_front_window = watched  # type: ignore[assignment]
    return cli.run([str(path)])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
