"""Build, check and package the program for the system this runs on: `python packaging/build.py`.

dist/ receives the wheel, the sdist, the installers, SHA256SUMS and the SBOM; everything else stays in build/. File
times are SOURCE_DATE_EPOCH, or the time of the last commit.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import linux_pack
import sizes
import winget

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST, HERE = ROOT / "build", ROOT / "dist", ROOT / "packaging"
WINDOWS, MAC = sys.platform == "win32", sys.platform == "darwin"
PYTHON = BUILD / "venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")
FOLDER = BUILD / "frozen" / "visavis"
WORK = BUILD / "work"


def main() -> None:
    """Run all steps."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _run("git", "log", "-1", "--format=%ct").strip())
    os.environ["PYTHONHASHSEED"] = "0"
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    environment()
    freeze()
    check()
    pack()
    sums()


def environment() -> None:
    """Build the wheel, and install it into a fresh environment with its locked dependencies and PyInstaller."""
    if not PYTHON.exists():
        venv.create(BUILD / "venv", with_pip=True)
    pip = (str(PYTHON), "-m", "pip", "install", "-q")
    _run(*pip, "-r", str(HERE / "requirements.txt"))
    # setuptools would reuse files that have been deleted from the sources
    shutil.rmtree(BUILD / "lib", ignore_errors=True)
    _run(str(PYTHON), "-m", "build", "-o", str(DIST), str(ROOT))
    wheel = next(DIST.glob("*.whl"))
    _run(*pip, "-c", str(ROOT / "requirements.lock"), str(wheel))
    _run(*pip, "--force-reinstall", "--no-deps", str(wheel))


def freeze() -> None:
    """Build the folder with the frozen program."""
    _run(str(PYTHON), str(HERE / "icons.py"), str(BUILD / "icons"))
    # Not as `-m PyInstaller`, which would find the sources in the current folder before the wheel.
    program = str(PYTHON.with_name("pyinstaller.exe" if WINDOWS else "pyinstaller"))
    command = (program, "-y", "--clean", "--log-level", "WARN", "--workpath", str(WORK))
    _run(*command, "--distpath", str(FOLDER.parent), str(HERE / "visavis.spec"))
    bill = DIST / f"visavis-{version()}.cdx.json"
    _run(str(PYTHON), str(HERE / "shipped.py"), str(WORK / "visavis"), str(FOLDER), str(bill))


def check() -> None:
    """Check that the folder is small enough, has no unneeded files, and that the program starts."""
    wrong = [*sizes.check(FOLDER), *lost()]
    program = str(FOLDER / ("visavis.exe" if WINDOWS else "visavis"))
    if _run(program, "--version").strip() != f"visavis {version()}":
        wrong.append("the frozen program is of another version")
    if "package none" in _run(program, "--diagnose"):
        wrong.append("the frozen program finds no language package")
    if wrong:
        sys.exit("\n".join(wrong))
    _run(sys.executable, str(HERE / "sizes.py"), str(FOLDER), show=True)


def lost() -> list[str]:
    """Return libraries that are missing but needed by another.

    Checked on Linux, where ldd is, on behalf of all systems.
    """
    if not sys.platform.startswith("linux"):
        return []
    places = os.environ | {"LD_LIBRARY_PATH": f"{FOLDER / '_internal'}:{FOLDER / '_internal/PySide6/Qt/lib'}"}
    libraries = [str(path) for path in FOLDER.rglob("*.so*")]
    told = subprocess.run(["ldd", *libraries], env=places, capture_output=True, text=True, check=False).stdout
    missing = {line.split()[0] for line in told.splitlines() if line.endswith("not found")}
    return [f"{name} was left out" for name in missing if any((BUILD / "venv").rglob(name))]


def pack() -> None:
    """Build the installers of this system."""
    if WINDOWS:
        _run("iscc", f"/DVersion={version()}", f"/DFolder={FOLDER}", f"/O{DIST}", str(HERE / "windows" / "visavis.iss"))
        winget.write_manifests(next(DIST.glob("*-windows-x64.exe")), BUILD / "winget")
    elif MAC:
        image = DIST / f"visavis-{version()}-macos-{platform.machine()}.dmg"
        app = FOLDER.parent / "Vis-à-vis.app"
        shutil.copy(FOLDER / "LICENCES.txt", app / "Contents" / "Resources")
        # PyInstaller has signed what is inside; copying the licences broke the seal of the bundle.
        identity, entitlements = os.environ.get("CODESIGN_IDENTITY") or "-", str(HERE / "macos" / "entitlements.plist")
        sign = ("codesign", "--force", "--options", "runtime", "--entitlements", entitlements, "--sign", identity)
        _run(*sign, str(app))
        _run("hdiutil", "create", "-volname", "Vis-à-vis", "-srcfolder", str(app), "-format", "ULFO", str(image))
    else:
        for made in linux_pack.pack(FOLDER, BUILD, DIST, version()):
            packed = made.stat().st_size
            print(f"{made.name}: {packed / sizes.MB:.1f} MB")
            if packed - sizes.PACKAGE_PACKED > sizes.LARGEST_PACKED:
                sys.exit(f"{made.name} is too large")


def sums() -> None:
    """Write SHA256SUMS."""
    files = sorted(path for path in DIST.iterdir() if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def version() -> str:
    """Return the version, which is defined only in desktop/visavis/__init__.py."""
    text = (ROOT / "desktop" / "visavis" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def _run(*command: str, show: bool = False) -> str:
    """Run a command, exit if it fails, and return its output."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if show or done.returncode:
        print(done.stdout, flush=True)
    if done.returncode:
        sys.exit(f"failed: {' '.join(command)}")
    return done.stdout


if __name__ == "__main__":
    main()
