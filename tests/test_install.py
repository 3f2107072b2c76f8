import io
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import package_files as files
from visavis import paths, services
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.errors import InstallError, PackageError
from visavis.packages import archive
from visavis.packages.find import INSTALLED, find_packages, read_package
from visavis.packages.install import HASH, clean_up, hash_file, install_archive, lock_folder, remove_package


def fine(folder: Path) -> None:
    """Try a package as little as possible."""
    assert read_package(folder, INSTALLED)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "some.argosmodel"
    path.write_bytes(data)
    return path


def on(shelf: Path) -> list[str]:
    return [package.version for package in find_packages([(shelf, INSTALLED)])]


def test_a_package_is_installed_and_nothing_else_is_left(tmp_path: Path, shelf: Path) -> None:
    steps = list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert on(shelf) == ["7.1"]
    assert {p.name for p in shelf.iterdir()} <= {"translate-fr_en-7_1", ".lock"}
    (package,) = find_packages([(shelf, INSTALLED)])
    assert (package.folder / HASH).read_text() == package.sha256


BAD = {
    "nothing": b"",
    "no archive": b"PK but no more of it",
    "a web page": b"  <!DOCTYPE html><html>please log in",
    "cut": files.packed()[:-300],
    "no metadata": files.without("metadata.json"),
    "broken metadata": files.packed({**files.FILES, "metadata.json": "[1"}),
    "metadata that is a list": files.packed({**files.FILES, "metadata.json": "[]"}),
    "huge metadata": files.packed({**files.FILES, "metadata.json": " " * 70_000}),
    "no model": files.without("model/model.bin"),
    "no tokenizer": files.without("sentencepiece.model"),
    "another pair": files.packed({**files.FILES, "metadata.json": '{"from_code": "de", "to_code": "en"}'}),
    "two folders": files.with_entry("other/file"),
    "a file beside the folder": files.with_entry("file"),
    "absolute": files.with_entry("/etc/evil"),
    "climbing": files.with_entry("translate-fr_en/../../evil"),
    "backslashes": files.with_entry("translate-fr_en\\..\\evil"),
    "a drive": files.with_entry("C:/evil"),
    "a link": files.with_entry("translate-fr_en/link", "/etc/passwd", stat.S_IFLNK | 0o777),
    "a device": files.with_entry("translate-fr_en/null", "", stat.S_IFCHR | 0o666),
    "a bomb": files.bomb(),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_a_bad_archive_gets_a_sentence_and_changes_nothing(data: bytes, tmp_path: Path, shelf: Path) -> None:
    list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    path = file(tmp_path, data)
    before = sorted(str(p) for p in tmp_path.rglob("*"))
    with pytest.raises(InstallError) as error:
        list(install_archive(path, shelf, fine))
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    assert sorted(str(p) for p in tmp_path.rglob("*")) == before
    assert on(shelf) == ["7.1"]


METHODS = {
    "stored": zipfile.ZIP_STORED,
    "deflated": zipfile.ZIP_DEFLATED,
    "bz2": zipfile.ZIP_BZIP2,
    "lzma": zipfile.ZIP_LZMA,
}
DAMAGED = "it is damaged: a part of it is missing, or has changed on its way; fetch it again"


def within(data: bytes, name: str) -> int:
    """Return a place in the middle of a packed file."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened_:
        entry = opened_.getinfo(f"translate-fr_en/{name}")
    return entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS.keys())
@pytest.mark.parametrize("name", ["metadata.json", "model/model.bin"])
def test_a_package_that_changed_on_its_way_is_said_to_be_damaged(
    name: str, method: int, tmp_path: Path, shelf: Path
) -> None:
    data = files.packed(compression=method)
    at = within(data, name)
    path = file(tmp_path, data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 4]) + data[at + 4 :])
    with pytest.raises(InstallError) as error:
        list(install_archive(path, shelf, fine))
    assert str(error.value) == f"{path}: {DAMAGED}"
    assert on(shelf) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (files.packed()[:20_000], DAMAGED),
        (b"x" + files.packed()[1:], "it is damaged, or no language package (.argosmodel)"),
        (b"\x89PNG\r\n" * 99, "it is damaged, or no language package (.argosmodel)"),
        (files.with_entry("a")[: -files.with_entry("a").count(b"PK")], DAMAGED),
        (files.locked(), "it is protected by a password, as no language package is"),
    ],
    ids=["cut", "changed", "a picture", "without its end", "locked"],
)
def test_what_is_wrong_with_a_file_is_said_exactly(data: bytes, said: str, tmp_path: Path, shelf: Path) -> None:
    path = file(tmp_path, data)
    with pytest.raises(InstallError) as error:
        list(install_archive(path, shelf, fine))
    assert str(error.value) == f"{path}: {said}"


SMALL = {
    method: files.packed({**files.FILES, "model/model.bin": "weights"}, compression=method)
    for method in METHODS.values()
}


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(list(SMALL)),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=4),
    st.integers(0, 5000),
)
def test_whatever_bytes_change_there_is_a_package_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, method: int, changes: list[tuple[int, int]], length: int
) -> None:
    data = bytearray(SMALL[method])
    for at, byte in changes:
        data[at % len(data)] = byte
    folder = tmp_path_factory.mktemp("changed")
    with suppress(InstallError):
        list(install_archive(file(folder, bytes(data[: length or None])), folder / "packages", fine))


def test_a_missing_file_gets_a_sentence(tmp_path: Path, shelf: Path) -> None:
    with pytest.raises(InstallError, match="there is no such file"):
        list(install_archive(tmp_path / "none.argosmodel", shelf, fine))


def test_an_archive_that_lies_about_its_size_is_stopped(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(tmp_path, files.packed())
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    with zipfile.ZipFile(path) as opened_:
        monkeypatch.setattr(
            archive, "_examine_entries", lambda *_: archive.ArchiveContents("translate-fr_en", "7.1", 10)
        )
        assert sum(entry.file_size for entry in opened_.infolist()) > 1000
    with pytest.raises(InstallError, match="unpacks to more"):
        list(install_archive(path, shelf, fine))
    assert on(shelf) == []


def test_a_package_that_does_not_work_is_not_installed(tmp_path: Path, shelf: Path) -> None:
    def broken(folder: Path) -> None:
        raise PackageError(folder.name, "the language package could not be loaded")

    with pytest.raises(InstallError, match="its model does not work"):
        list(install_archive(file(tmp_path, files.packed()), shelf, broken))
    assert on(shelf) == []


def test_a_corrupt_model_is_found_by_the_real_trial(tmp_path: Path, shelf: Path) -> None:
    folder = tmp_path / "copy" / "translate-fr_en"
    shutil.copytree(paths.get_built_in_packages_folder() / "translate-fr_en", folder)
    model = folder / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:100_000])
    path = Path(shutil.make_archive(str(tmp_path / "bad"), "zip", folder.parent))
    with pytest.raises(InstallError, match="its model does not work"):
        list(install_archive(path, shelf, services.open_package_library(Settings(), Guard()).trial))
    assert on(shelf) == []


def test_the_same_version_is_replaced(tmp_path: Path, shelf: Path) -> None:
    list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    changed = {**files.FILES, "model/model.bin": "other weights"}
    list(install_archive(file(tmp_path, files.packed(changed)), shelf, fine))
    (package,) = find_packages([(shelf, INSTALLED)])
    assert (package.folder / "model" / "model.bin").read_text() == "other weights"


def test_cancelling_leaves_nothing(tmp_path: Path, shelf: Path) -> None:
    steps = install_archive(file(tmp_path, files.packed()), shelf, fine)
    assert isinstance(steps, Iterator)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert on(shelf) == []
    assert {p.name for p in shelf.iterdir()} <= {".lock"}


def test_two_installations_at_once(tmp_path: Path, shelf: Path) -> None:
    with lock_folder(shelf), pytest.raises(InstallError, match="another window or program"):
        list(install_archive(file(tmp_path, files.packed()), shelf, fine))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_gets_a_sentence(tmp_path: Path, shelf: Path) -> None:
    shelf.mkdir(mode=0o500)
    with pytest.raises(InstallError, match="cannot be installed there"):
        list(install_archive(file(tmp_path, files.packed()), shelf, fine))


def test_a_folder_that_cannot_be_made_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InstallError, match="cannot be installed there"):
        list(install_archive(file(tmp_path, files.packed()), tmp_path / "file" / "packages", fine))


def test_a_full_disk_gets_a_sentence(tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, folder: Path) -> Iterator[int]:
        yield 1
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("visavis.packages.install.unpack_archive", full)
    with pytest.raises(InstallError, match="no space left"):
        list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    assert {p.name for p in shelf.iterdir()} <= {".lock"}


KILLED = """
import os, sys
from pathlib import Path
from visavis.packages import install as module
from visavis.packages.install import install_archive
path, shelf, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
count = 0
def tick(*_):
    global count
    count += 1
    if count == moment:
        os._exit(9)
sys.addaudithook(lambda event, args: tick() if event in ("open", "os.rename", "os.mkdir", "shutil.rmtree", "os.rmdir", "os.remove") and str(shelf) in str(args) else None)
for _ in install_archive(path, shelf, lambda folder: None):
    pass
os._exit(0)
"""  # noqa: E501


def test_killed_at_any_moment_a_package_is_there_and_debris_is_cleared(tmp_path: Path, shelf: Path) -> None:
    path = file(tmp_path, files.packed())
    list(install_archive(path, shelf, fine))
    ended = 9
    moment = 0
    while ended == 9:
        moment += 1
        command = [sys.executable, "-c", KILLED, str(path), str(shelf), str(moment)]
        ended = subprocess.run(command, check=False).returncode
        clean_up(shelf)
        assert on(shelf) == ["7.1"], f"killed at moment {moment}"
        left = {p.name for p in shelf.iterdir()}
        assert left <= {"translate-fr_en-7_1", ".lock"}, f"killed at moment {moment}"
    assert ended == 0
    assert moment > 15


def test_one_broken_folder_hides_no_other(tmp_path: Path, shelf: Path) -> None:
    list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    (shelf / "aaa").mkdir()
    (shelf / "bbb").mkdir()
    (shelf / "bbb" / "metadata.json").write_text("{")
    (shelf / "ccc").write_text("a file")
    assert on(shelf) == ["7.1"]


def test_removing(tmp_path: Path, shelf: Path) -> None:
    list(install_archive(file(tmp_path, files.packed()), shelf, fine))
    (package,) = find_packages([(shelf, INSTALLED)])
    remove_package(package.folder, shelf)
    assert on(shelf) == []
    with pytest.raises(InstallError, match="was not installed by Vis-à-vis"):
        remove_package(paths.get_built_in_packages_folder() / "translate-fr_en", shelf)
    assert (paths.get_built_in_packages_folder() / "translate-fr_en" / "metadata.json").is_file()


def test_the_users_package_comes_first_newest_first_and_argos_own_last(tmp_path: Path, shelf: Path) -> None:
    for version in ("1.9", "1.10"):
        metadata = json.dumps({**files.METADATA, "package_version": version})
        list(install_archive(file(tmp_path, files.packed({**files.FILES, "metadata.json": metadata})), shelf, fine))
    files.unpacked(tmp_path / "argos" / "fr_en")
    places = [(shelf, INSTALLED), (paths.get_built_in_packages_folder(), "built-in"), (tmp_path / "argos", "argos")]
    found = [(p.name, p.version, p.origin) for p in find_packages(places)]
    assert found[:2] == [("translate-fr_en", "1.10", "installed"), ("translate-fr_en", "1.9", "installed")]
    assert [origin for _, _, origin in found[2:]] == ["built-in", "argos"]


def test_sha256(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert hash_file(tmp_path / "a") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    with pytest.raises(InstallError):
        hash_file(tmp_path / "b")
