import json
import shutil
from pathlib import Path

import pytest

from visavis import paths
from visavis.cli import main as cli
from visavis.cli.packages import guard
from visavis.packages.library import PackageLibrary


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Pack the built-in package as another version."""
    folder = tmp_path / "pack" / "translate-fr_en"
    shutil.copytree(paths.get_built_in_packages_folder() / "translate-fr_en", folder)
    about = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps({**about, "package_version": "7.7"}))
    return Path(shutil.make_archive(str(tmp_path / "mine"), "zip", folder.parent))


def test_install_list_verify_translate_remove(archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["packages", "install", str(archive)]) == 0
    out, err = capfd.readouterr()
    assert "translate-fr_en 7.7 (installed) is in use" in out
    assert "not the known official package. SHA-256: " in err
    assert cli.run(["packages", "list"]) == 0
    first, second, *_ = capfd.readouterr().out.splitlines()
    assert first.startswith("translate-fr_en 7.7 (installed, in use): ")
    assert "(built-in): " in second
    assert cli.run(["packages", "verify"]) == 0
    assert capfd.readouterr().out.count("whole, SHA-256 ") == 2
    text = tmp_path / "a.txt"
    text.write_text("Le président est arrivé à Paris.")
    assert cli.run(["translate", str(text), "--json"]) == 0
    package = json.loads(capfd.readouterr().out)["package"]
    assert (package["name"], package["version"], package["origin"]) == ("translate-fr_en", "7.7", "installed")
    assert cli.run(["packages", "remove", "translate-fr_en"]) == 0
    assert "translate-fr_en 7.7 removed" in capfd.readouterr().out
    assert cli.run(["packages", "list", "--json"]) == 0
    (left,) = json.loads(capfd.readouterr().out)
    assert left["origin"] == "built-in"
    assert left["in_use"] is True


def test_the_chosen_package_is_used(archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["packages", "install", str(archive)]) == 0
    paths.get_config_folder().mkdir()
    (paths.get_config_folder() / "settings.json").write_text('{"package": "built-in/translate-fr_en"}')
    capfd.readouterr()
    assert cli.run(["packages", "list"]) == 0
    assert "(built-in, in use): " in capfd.readouterr().out.splitlines()[0]


def test_a_damaged_package_is_found(archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["packages", "install", str(archive)]) == 0
    model = paths.get_packages_folder() / "translate-fr_en-7_7" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"x")
    assert cli.run(["packages", "verify"]) == 1
    assert capfd.readouterr().err.endswith("its files have changed since it was installed; install it again\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["install", "none.argosmodel"], "visavis: none.argosmodel: there is no such file"),
        (["verify", "none"], "visavis: none: there is no such package; see `visavis packages list`"),
        (["remove", "translate-fr_en"], "was not installed by Vis-à-vis"),
    ],
)
def test_what_cannot_be_done_gets_one_line(arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["packages", *arguments]) == 1
    err = capfd.readouterr().err
    assert said in err
    assert err.startswith("visavis: ")
    assert err.count("\n") == 1


def test_download_names_the_host_first(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PackageLibrary, "download", lambda shelf: iter(()))
    assert cli.run(["packages", "download"]) == 0
    assert capfd.readouterr().err.splitlines()[0] == (
        "Connecting to argos-net.com for 67 MB; if it does not come, "
        "raw.githubusercontent.com is asked where else it is. Your articles are never sent."
    )


def test_offline_forbids_a_download_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        assert cli.run(["--offline", "packages", "download"]) == 1
    finally:
        guard.offline = False
    assert capfd.readouterr().err == "visavis: --offline forbids connecting to argos-net.com\n"


def test_no_package_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(paths, "get_built_in_packages_folder", lambda: tmp_path / "none")
    assert cli.run(["packages", "list"]) == 3
    assert capfd.readouterr().err == "visavis: no language package for French → English is installed\n"


def test_a_shelf_is_cleaned_when_it_is_opened(tmp_path: Path) -> None:
    debris = paths.get_packages_folder() / ".staging-x"
    debris.mkdir(parents=True)
    PackageLibrary(lambda folder: None, guard.permit).clean_up()
    assert not debris.exists()
