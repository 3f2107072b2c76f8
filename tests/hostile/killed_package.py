"""Kill a program that installs a package: the old or the new one must be there, complete, and listed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import package_files
from visavis.packages.find import INSTALLED, read_package
from visavis.packages.install import HASH, install_archive

HOME = "translate-fr_en-7_1"
TESTS = Path(__file__).parent.parent


def archives(folder: Path) -> tuple[Path, Path]:
    """Write two packages of one version; they are large, so that unpacking takes a while."""
    made = []
    for name in ("old", "new"):
        path = folder / f"{name}.argosmodel"
        files = package_files.FILES | {"model/model.bin": name * 2_000_000}
        path.write_bytes(package_files.packed(files))
        made.append(path)
    return made[0], made[1]


def put(path: Path, shelf: Path) -> str:
    """Install a package; return the hash of its files."""
    for _ in install_archive(path, shelf, lambda folder: None):
        pass
    return (shelf / HOME / HASH).read_text(encoding="ascii")


def replace(folder: Path) -> None:
    """Install two packages over each other forever; print when it begins."""
    print("begun", flush=True)
    while True:
        for name in ("new", "old"):
            put(folder / f"{name}.argosmodel", folder / "data" / "packages")


def kill(folder: Path, dice: random.Random) -> str:
    """Kill a program that installs; return which package is left and listed, or what is wrong."""
    shelf = folder / "data" / "packages"
    new, old = (put(path, shelf) for path in reversed(archives(folder)))
    command = [sys.executable, "-m", "hostile.killed", "install", str(folder)]
    with subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE) as program:
        assert program.stdout
        program.stdout.readline()
        time.sleep(dice.random() / 4)
        program.kill()
    listed = _listed(folder / "data")
    package = read_package(shelf / HOME, INSTALLED)
    left = sorted(path.name for path in shelf.iterdir() if path.name != ".lock")
    if package is None or left != [HOME]:
        return f"not whole: {left}"
    if listed != package.sha256 or (shelf / HOME / HASH).read_text(encoding="ascii") != listed:
        return "not listed as it is"
    return {old: "old", new: "new"}.get(listed, "neither")


def _listed(data: Path) -> str:
    """Return the hash of the package in use, as a newly started program lists it."""
    environment = {**os.environ, "VISAVIS_DATA": str(data)}
    command = [sys.executable, "-m", "visavis", "packages", "list", "--json"]
    done = subprocess.run(command, cwd=TESTS.parent, env=environment, capture_output=True, check=True)
    first = json.loads(done.stdout)[0]
    return str(first["sha256"]) if first["in_use"] and first["origin"] == INSTALLED else ""
