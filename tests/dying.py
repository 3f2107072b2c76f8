"""A program to be killed while it works: python tests/dying.py FILE

Opens the window with tiny engines, corrects a sentence, verifies one, goes to another, prints "ready", and waits to be
killed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tiny import TinySegmenter, TinySummariser, TinyTranslator
from visavis.app.application import create_application
from visavis.model.ports import Engines
from window_under_test import build

app = create_application()
translator, summariser = TinyTranslator(), TinySummariser()
wired = Engines(TinySegmenter(), lambda: translator, lambda _: summariser, {"tiny": "long sentences"})
window = build(wired=wired)
window.show()
window.open_path(Path(sys.argv[1]))
while window.session.is_busy or not window.document:
    app.processEvents()
window.session.edit(2, "It took four hours.")
window.reading_view.go_to(3)
window.acts["verify"].trigger()
window.reading_view.go_to(6)
end = time.monotonic() + 1.5  # longer than the longest autosave delay
while time.monotonic() < end:
    app.processEvents()
print("ready", flush=True)
while True:
    app.processEvents()
    time.sleep(0.01)
