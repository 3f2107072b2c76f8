"""Measure how much faster translating the same article again is, with the translation memory.

    python packaging/benchmarks/again.py [WORDS] [--text FILE]

FILE has one sentence per line; by default the sentences of the seed article are varied. In the process, the engine is
warm and the second time is the best of three. The command is measured as a whole, including its start, which the memory
cannot shorten.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from texts import article

from visavis import services
from visavis.infrastructure.settings import Settings
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import open_path


def in_process(path: Path) -> tuple[float, float]:
    """Return the seconds for the first and the second time."""
    settings = Settings()
    wired = services.create_engines(settings, services.open_store(settings, print).memory)
    list(wired.translator().translate(["Le président est arrivé."]))

    def once() -> float:
        begin = time.perf_counter()
        collect_document(run_pipeline(lambda: open_path(path), wired))
        return time.perf_counter() - begin

    return once(), min(once() for _ in range(3))


def as_command(path: Path) -> tuple[float, float]:
    """Return the seconds that `visavis translate` takes the first and the second time."""

    def once() -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "visavis", "translate", str(path)], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begin

    return once(), once()


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="?", type=int, default=700)
    parser.add_argument("--text", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article(args.words, args.text), encoding="utf-8")
        for name, measure in (("in the process", in_process), ("as a command", as_command)):
            os.environ["VISAVIS_DATA"] = str(Path(folder) / name)
            first, again = measure(path)
            print(f"{args.words} words, {name}: {first:.3f} s, again {again:.3f} s: {first / again:.1f} x")


if __name__ == "__main__":
    main()
