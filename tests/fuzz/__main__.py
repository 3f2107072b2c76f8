"""Fuzz everything that takes bytes from outside: cd tests && python -m fuzz --minutes 10 --into FOLDER [TARGET…]

Each target runs that long in its own process, guided by code coverage; this needs `pip install -e .[fuzz]`, on Linux.
Inputs that raised are saved in FOLDER with their traceback. Inputs that crashed, hung or were slow are run again
without atheris, as the program would; if they then end properly and in time, they don't count. Exits with 1 if anything
was found.

    python -m fuzz --again TARGET FILE…     runs findings once more
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

from hostile.dress import GOOD

NAMES = (*GOOD, "segmenter", "checks", "settings", "store", "damage")
_CPU = 20  # seconds of CPU time
_INPUTS = re.compile(r"stat::number_of_executed_units:\s+(\d+)")
_COVERED = re.compile(r"cov: (\d+) ")


def fuzzed(name: str, folder: Path, minutes: float) -> tuple[int, int, list[str]]:
    """Fuzz a target; return the number of inputs, the coverage reached, and the findings."""
    end, inputs, covered = time.monotonic() + minutes * 60, 0, 0
    log = folder / f"{name}.log"
    while (left := int(end - time.monotonic())) > 0:
        with log.open("w", encoding="utf-8", errors="replace") as said:
            command = [sys.executable, "-m", "fuzz.one", name, str(folder), str(left)]
            subprocess.run(command, stderr=said, stdout=said, check=False)
        words = log.read_text(encoding="utf-8", errors="replace")
        inputs += sum(map(int, _INPUTS.findall(words)))
        covered = max([covered, *map(int, _COVERED.findall(words))])
        if not inputs:
            raise SystemExit(f"{name} does not start:\n{words[-2000:]}")
    found = [path.name for path in sorted(folder.glob(f"{name}-raised-*")) if path.suffix != ".txt"]
    for path in sorted(folder.glob(f"{name}-*")):
        if re.match(rf"{name}-(?:crash|timeout|oom|slow-unit|leak)", path.name):
            found += [] if ends_well(name, path) else [path.name]
    return inputs, covered, found


def ends_well(name: str, path: Path) -> bool:
    """True if an input ends properly within the CPU time, in a process of its own."""
    command = ["bash", "-c", f'ulimit -t {_CPU}; exec "$@"', "-", sys.executable, "-m", "fuzz", "--again", name]
    return subprocess.run([*command, str(path)], capture_output=True, check=False).returncode == 0


def again(name: str, path: Path) -> None:
    """Run an input as the program does, and raise what is wrong."""
    from fuzz import documents
    from fuzz.targets import TARGETS

    documents.again(name, path) if name in documents.targets() else TARGETS[name].run(path.read_bytes())


def main() -> int:
    """Fuzz the targets and print a table."""
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=" ".join(NAMES))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--into", type=Path, default=Path("found"))
    parser.add_argument("--again", action="store_true", help="run FILEs, the first word is the target")
    wanted = parser.parse_args()
    if wanted.again:
        for file in wanted.targets[1:]:
            again(wanted.targets[0], Path(file))
        return 0
    wanted.into.mkdir(parents=True, exist_ok=True)
    everything = []
    print("| target | minutes | inputs | code reached | found |\n| --- | ---: | ---: | ---: | --- |", flush=True)
    for name in wanted.targets or NAMES:
        inputs, covered, found = fuzzed(name, wanted.into.resolve(), wanted.minutes)
        print(f"| {name} | {wanted.minutes:g} | {inputs} | {covered} | {', '.join(found) or 'nothing'} |", flush=True)
        everything += found
    return bool(everything)


if __name__ == "__main__":
    sys.exit(main())
