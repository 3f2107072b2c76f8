"""Package the frozen folder for Linux: a .tar.gz that a script installs for one user, a .deb, a Flatpak manifest.

And an AppImage, where APPIMAGE_RUNTIME names the program that every AppImage begins with.
"""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging" / "linux"
# Debian packages that the program's libraries need, besides those of Qt's windows; the README lists those.
# Python was linked with this machine's C library, and may need one as new.
BASE = (f"libc6 (>= {platform.libc_ver()[1]})", "libstdc++6", "libgcc-s1")
CONTROL = """Package: visavis
Version: {version}
Architecture: {architecture}
Maintainer: The Vis-à-vis maintainers <maintainers@users.noreply.github.com>
Installed-Size: {size}
Depends: {depends}
Section: text
Priority: optional
Description: read French articles in English, side by side, on your own machine
 Opens a French article, translates it on the machine itself and shows both
 languages face to face, picks the sentences that matter, and exports.
 Nothing leaves the machine: no account, no cloud, no connection.
"""


def pack(frozen: Path, build: Path, dist: Path, version: str) -> Iterator[Path]:
    """Build them in `dist`; `build` contains the icons and receives the staging folders."""
    name = f"visavis-{version}-linux-{platform.machine()}"
    staged = _fresh(build / "tar" / name)
    shutil.copytree(frozen, staged, symlinks=True, dirs_exist_ok=True)
    share(staged / "share", build / "icons", version)
    shutil.copy(HERE / "install.sh", staged)
    manifest = (HERE / "org.visavis.visavis.yml").read_text(encoding="utf-8")
    _written(build / "org.visavis.visavis.yml", manifest.replace("@FOLDER@", str(staged)))
    yield tar(staged, dist / f"{name}.tar.gz")
    if runtime := os.environ.get("APPIMAGE_RUNTIME"):
        yield appimage(staged, build / "AppDir", dist / f"{name}.AppImage", Path(runtime))

    architecture = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
    yield deb(frozen, build, dist / f"visavis_{version}_{architecture.stdout.strip()}.deb", version)


def share(folder: Path, icons: Path, version: str) -> None:
    """Write the desktop integration files to `folder`: entry, icons, metadata, manual page."""
    for source, place in (("visavis.desktop", "applications"), ("visavis.metainfo.xml", "metainfo")):
        text = (HERE / source).read_text(encoding="utf-8")
        _written(folder / place / source, text.replace("@VERSION@", version).replace("@DATE@", _day()))
    for icon in icons.glob("visavis-*.png"):
        size = icon.stem.split("-")[1]
        if int(size) <= 512:
            _copied(icon, folder / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "visavis.png")
    _copied(ROOT / "resources/icons/visavis.svg", folder / "icons/hicolor/scalable/apps/visavis.svg")
    page = (HERE / "visavis.1").read_text(encoding="utf-8").replace("@VERSION@", version).replace("@DATE@", _day())
    manual = folder / "man" / "man1" / "visavis.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(page.encode(), mtime=0))


def tar(folder: Path, made: Path) -> Path:
    """Create a reproducible archive of a folder: the same files give the same bytes."""

    def neutral(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = _epoch()
        entry.mode = 0o755 if entry.mode & 0o100 else 0o644
        return entry

    with (
        made.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=_epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, folder.name, recursive=False, filter=neutral)
        for path in sorted(folder.rglob("*")):
            archive.add(path, path.relative_to(folder.parent), recursive=False, filter=neutral)
    return made


def appimage(staged: Path, root: Path, made: Path, runtime: Path) -> Path:
    """Build an AppImage: the runtime, then the archive's folder as the squashfs that it mounts."""
    shutil.copytree(staged, _fresh(root), symlinks=True, dirs_exist_ok=True)
    (root / "AppRun").symlink_to("visavis")
    shutil.copy(root / "share/applications/visavis.desktop", root)
    shutil.copy(root / "share/icons/hicolor/scalable/apps/visavis.svg", root)
    (root / ".DirIcon").symlink_to("visavis.svg")
    image = root.with_suffix(".squashfs")
    command = ["mksquashfs", str(root), str(image), "-noappend", "-all-root", "-no-xattrs", "-comp", "gzip"]
    command += ["-mkfs-time", str(_epoch()), "-all-time", str(_epoch())]
    # It refuses SOURCE_DATE_EPOCH beside these options, and alone would change only times that are later.
    plain = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, env=plain, check=True, capture_output=True)
    made.write_bytes(runtime.read_bytes() + image.read_bytes())
    made.chmod(0o755)
    return made


def deb(frozen: Path, build: Path, made: Path, version: str) -> Path:
    """Build a Debian package: the folder in /usr/lib, a link in /usr/bin."""
    root = _fresh(build / "deb")
    shutil.copytree(frozen, root / "usr/lib/visavis", symlinks=True, dirs_exist_ok=True)
    share(root / "usr/share", build / "icons", version)
    documents = root / "usr/share/doc/visavis"
    documents.mkdir(parents=True)
    (root / "usr/lib/visavis/LICENCES.txt").rename(documents / "copyright")
    (root / "usr/bin").mkdir()
    (root / "usr/bin/visavis").symlink_to("../lib/visavis/visavis")
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = CONTROL.format(
        version=version, architecture=made.stem.split("_")[2], size=size, depends=", ".join([*BASE, *window_packages()])
    )
    _written(root / "DEBIAN/control", control)
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(made)]
    subprocess.run(command, check=True, capture_output=True)
    return made


def window_packages() -> list[str]:
    """Return the Debian packages that Qt's windows need, read from infrastructure/display.py so that both agree."""
    text = (ROOT / "desktop" / "visavis" / "infrastructure" / "display.py").read_text(encoding="utf-8")
    return re.findall(r'^    "lib[^"]+": "(lib[^"]+)"', text, re.MULTILINE)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copied(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)


def _epoch() -> int:
    return int(os.environ["SOURCE_DATE_EPOCH"])


def _day() -> str:
    return datetime.fromtimestamp(_epoch(), timezone.utc).date().isoformat()
