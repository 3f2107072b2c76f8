import sys
from pathlib import Path

import pytest

from visavis import paths


def test_the_resources_are_there() -> None:
    assert (paths.find_resource("abbreviations-fr.txt")).is_file()
    assert paths.get_built_in_packages_folder() == paths.find_resources() / "packages"
    assert paths.get_built_in_packages_folder().is_dir()


@pytest.mark.parametrize("name", ["/etc/passwd", "../seeds", "packages/../../seeds", ".."])
def test_a_resource_lies_among_the_resources(name: str) -> None:
    with pytest.raises(ValueError, match="not a resource name"):
        paths.find_resource(name)


def test_a_frozen_program_brings_its_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.find_resources() == tmp_path / "resources"


def test_the_user_s_folders_can_be_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VISAVIS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("VISAVIS_CONFIG", str(tmp_path / "config"))
    assert paths.get_data_folder() == tmp_path / "data"
    assert paths.get_packages_folder() == tmp_path / "data" / "packages"
    assert paths.get_config_folder() == tmp_path / "config"
    monkeypatch.setenv("VISAVIS_LOGS", str(tmp_path / "logs"))
    assert paths.get_logs_folder() == tmp_path / "logs"
    assert not paths.get_data_folder().exists()


@pytest.mark.parametrize("value", [None, ""])
def test_otherwise_they_are_where_the_system_keeps_such_things(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISAVIS_DATA", "VISAVIS_CONFIG", "VISAVIS_LOGS"):
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    assert paths.get_data_folder().name == paths.get_config_folder().name == "visavis"
    assert paths.get_data_folder().is_absolute() and "visavis" in paths.get_logs_folder().parts


def test_argos_translate_s_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "mine"))
    assert paths.list_argos_folders() == [tmp_path / "mine"]
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.list_argos_folders() == [tmp_path / "argos-translate" / "packages"]


def test_a_path_leads_there_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = tmp_path / "here"
    (here / "below").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (here / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    monkeypatch.chdir(here)
    for given in ("a.txt", "./a.txt", "below/../a.txt", "../here/a.txt", str(here / "a.txt")):
        assert paths.make_absolute(Path(given)) == here / "a.txt", given
    assert paths.make_absolute(Path("link/../a.txt")) == tmp_path / "a.txt", "where the system finds it"
    assert paths.make_absolute(Path("link/a.txt")) == here / "link" / "a.txt"
    assert paths.make_absolute(Path()) == here
    assert paths.make_absolute(Path("a\0b")).name == "a\0b"
