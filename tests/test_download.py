import contextlib
import hashlib
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

import package_files as files
from visavis.infrastructure.network_guard import ConnectionForbidden, Contact, Guard
from visavis.model.errors import InstallError
from visavis.packages.download import Progress, download_file, list_links
from visavis.packages.find import INSTALLED, find_packages
from visavis.packages.http import describe_failure
from visavis.packages.library import PackageLibrary
from visavis.packages.official import KnownPackage

DATA = files.packed({**files.FILES, "model/model.bin": os.urandom(900_000).hex()})
SHA256 = hashlib.sha256(DATA).hexdigest()


@contextlib.contextmanager
def permitted(host: str, proxy: str = "") -> Iterator[Contact]:
    yield Contact(host, datetime.now(timezone.utc), proxy)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("host") / "package"
    path.write_bytes(DATA)
    script = Path(__file__).with_name("package_host.py")
    with subprocess.Popen([sys.executable, str(script), str(path)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        server.terminate()


def fetch(links: list[str], shelf: Path) -> bytes:
    *steps, path = download_file(links, shelf, permitted, SHA256, len(DATA))
    assert isinstance(path, Path)
    assert all(isinstance(step, Progress) for step in steps)
    return path.read_bytes()


@pytest.mark.parametrize("how", ["whole", "cut", "cutonce", "norange", "moved"])
def test_a_package_arrives_whole(how: str, host: str, tmp_path: Path) -> None:
    assert fetch([f"{host}/{how}"], tmp_path) == DATA


WRONG = {
    "wrong": "its SHA-256 is not that of the package",
    "short": "another length",
    "long": "longer than the package",
    "html": "a web page came",
    "404": "it answers 404",
    "500": "it answers 500",
    "loop": "redirects without end",
    "always_cut": "the connection was cut",
}


@pytest.mark.parametrize(("how", "said"), WRONG.items(), ids=WRONG.keys())
def test_what_goes_wrong_gets_one_sentence(how: str, said: str, host: str, tmp_path: Path) -> None:
    with pytest.raises(InstallError, match=said) as error:
        fetch([f"{host}/{how}"], tmp_path)
    assert "\n" not in str(error.value)
    assert "127.0.0.1" in str(error.value)


def test_nobody_there(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match=r"127\.0\.0\.1"):
        fetch(["http://127.0.0.1:9/whole"], tmp_path)


def test_the_next_link_is_tried(host: str, tmp_path: Path) -> None:
    assert fetch([f"{host}/404", f"{host}/html", f"{host}/wrong", f"{host}/whole"], tmp_path) == DATA


def test_it_goes_on_where_it_was_cancelled(host: str, tmp_path: Path) -> None:
    steps = download_file([f"{host}/whole?first"], tmp_path, permitted, SHA256, len(DATA))
    first = next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert isinstance(first, Progress)
    assert 0 < first.done < len(DATA)
    assert fetch([f"{host}/whole?second"], tmp_path) == DATA
    seen = json.loads(urllib.request.urlopen(f"{host}/seen").read()) if not guarded() else []
    asked = [int(line.split()[1]) for line in seen if "second" in line]
    assert asked == [first.done] or guarded()


def guarded() -> bool:
    """Tell whether another test has forbidden connections in this process for good."""
    try:
        urllib.request.urlopen("http://127.0.0.1:9", timeout=1)
    except ConnectionForbidden:
        return True
    except OSError as error:
        return isinstance(getattr(error, "reason", None), ConnectionForbidden)
    return False


def test_a_cut_download_is_kept_and_said(host: str, tmp_path: Path) -> None:
    with pytest.raises(InstallError, match="The part downloaded is kept"):
        list(download_file([f"{host}/hangs_up"], tmp_path, permitted, SHA256, len(DATA)))
    with pytest.raises(InstallError) as error:
        list(download_file([f"{host}/always_cut"], tmp_path / "other", permitted, SHA256, len(DATA)))
    assert "kept" not in str(error.value)


def test_a_full_disk_is_said_and_no_other_link_is_tried(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InstallError, match="no space left on device"):
        fetch([f"{host}/whole", f"{host}/404"], tmp_path)


def test_the_index(host: str) -> None:
    assert list_links(f"{host}/index", permitted) == [f"{host}/whole"]
    with pytest.raises(InstallError, match="does not give a list"):
        list_links(f"{host}/whole", permitted)
    with pytest.raises(InstallError, match="it answers 404"):
        list_links(f"{host}/none", permitted)


def shelf_of(folder: Path, *links: str, index: str) -> PackageLibrary:
    known = KnownPackage("translate-fr_en", "7.1", links, len(DATA), SHA256, "MIT", "good")
    return PackageLibrary(lambda path: None, permitted, folder, known, index)


def test_download_and_install(host: str, tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, f"{host}/404", index=f"{host}/index")
    steps = list(shelf.download())
    assert steps[-1] == 1.0
    (package,) = find_packages([(tmp_path, INSTALLED)])
    assert package.version == "7.1"
    assert not list(tmp_path.glob(".download-*"))
    shelf.verify(package)
    (package.folder / "model" / "model.bin").write_text("changed")
    with pytest.raises(InstallError, match="its files have changed"):
        shelf.verify(find_packages([(tmp_path, INSTALLED)])[0])


def test_a_mirrors_index_can_be_set(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISAVIS_PACKAGE_INDEX", f"{host}/index")
    shelf = shelf_of(tmp_path, "http://127.0.0.1:9/never", index="")
    assert shelf.mirror == f"{host}/index"
    assert list(shelf.download())[-1] == 1.0


GUARDED = """
import sys
from pathlib import Path
from visavis.model.errors import InstallError
from visavis.infrastructure.network_guard import Guard
from visavis.packages.download import download_file
guard = Guard()
guard.install()
guard.offline = sys.argv[5] == "offline"
try:
    for step in download_file([sys.argv[1]], Path(sys.argv[2]), guard.permit, sys.argv[3], int(sys.argv[4])):
        pass
except InstallError as error:
    print(error)
print([contact.host for contact in guard.contacts], [c.came for c in guard.contacts], guard.refused)
import urllib.request
try:
    urllib.request.urlopen(sys.argv[1])
except OSError as error:
    print("refused afterwards")
"""


def under_guard(link: str, folder: Path, how: str = "") -> str:
    command = [sys.executable, "-c", GUARDED, link, str(folder), SHA256, str(len(DATA)), how]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_guard_lets_through_only_the_named_host_and_only_then(host: str, tmp_path: Path) -> None:
    told = under_guard(f"{host}/whole", tmp_path).splitlines()
    assert told == [f"['127.0.0.1'] [{len(DATA)}] []", "refused afterwards"]


def test_offline_forbids_a_download(host: str, tmp_path: Path) -> None:
    first, hosts, _ = under_guard(f"{host}/whole", tmp_path, "offline").splitlines()
    assert "--offline forbids connecting to 127.0.0.1" in first
    assert hosts == "[] [] []"


def test_a_redirection_is_named_before_it_is_followed(host: str, tmp_path: Path) -> None:
    lines = under_guard(f"{host}/elsewhere", tmp_path).splitlines()
    assert lines[-2].startswith("['127.0.0.1', 'elsewhere.invalid'")
    assert "[0, 0" in lines[-2], "nothing has come"


def test_every_byte_that_comes_is_counted_and_where_it_led_is_known(host: str, tmp_path: Path) -> None:
    guard = Guard()
    heard: list[int] = []
    guard.listeners.append(lambda: heard.append(sum(contact.came for contact in guard.contacts)))
    list(download_file([f"{host}/404", f"{host}/elsewhere", f"{host}/cut"], tmp_path, guard.permit, SHA256, len(DATA)))
    first, moved, *_ = guard.contacts
    assert (first.came, first.led) == (0, "")
    assert (moved.came, moved.led) == (0, "elsewhere.invalid")
    assert heard[0] == 0
    assert heard == sorted(heard)
    assert heard[-1] == sum(contact.came for contact in guard.contacts) == len(DATA)


def test_the_hosts_that_are_asked_are_known_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownPackage("a", "1", ("https://one.example/x", "https://two.example/x"), 1, "", "", "")
    shelf = PackageLibrary(lambda path: None, permitted, tmp_path, known)
    assert shelf.list_hosts == ["one.example", "two.example", "raw.githubusercontent.com"]
    monkeypatch.setenv("VISAVIS_PACKAGE_INDEX", "https://mirror.example/index.json")
    assert shelf.list_hosts == ["mirror.example"]


def test_a_proxy_of_the_system_is_used(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", host)
    monkeypatch.setenv("no_proxy", "")
    lines = under_guard("http://packages.invalid/whole", tmp_path).splitlines()
    # As a proxy the host is asked for the whole address, which it does not have.
    assert "it answers 404" in lines[0]
    assert "['packages.invalid']" in lines[-2]


def test_reasons() -> None:
    assert describe_failure(TimeoutError()) == "it does not answer"
    assert describe_failure(OSError(111, "Connection refused")) == "connection refused"
