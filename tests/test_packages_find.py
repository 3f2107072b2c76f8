import hashlib
import json
from pathlib import Path

import pytest

from visavis import paths
from visavis.model.errors import PackageError
from visavis.packages.find import BUILT_IN, INSTALLED, choose_package, find_packages


def make(
    place: Path, name: str, source: str = "fr", target: str = "en", tokenizer: str = "sentencepiece.model"
) -> Path:
    folder = place / name
    (folder / "model").mkdir(parents=True)
    about = {"package_version": "1.9", "from_code": source, "to_code": target}
    (folder / "metadata.json").write_text(json.dumps(about), encoding="utf-8")
    (folder / "model" / "model.bin").write_bytes(b"weights")
    (folder / tokenizer).write_bytes(b"pieces")
    return folder


@pytest.fixture
def places(tmp_path: Path) -> list[tuple[Path, str]]:
    return [(tmp_path / "user", INSTALLED), (tmp_path / "brought", BUILT_IN)]


def test_the_users_package_comes_before_the_built_in_one(places: list[tuple[Path, str]]) -> None:
    for place, _ in places:
        make(place, "translate-fr_en")
    assert [package.origin for package in find_packages(places)] == [INSTALLED, BUILT_IN]
    assert choose_package(find_packages(places)).origin == INSTALLED


def test_broken_folders_are_passed_over_and_hide_no_other(places: list[tuple[Path, str]]) -> None:
    user = places[0][0]
    for name in ("a-no-metadata", "b-bad-json", "c-no-model", "d-no-tokenizer", "e-a-list", "f-no-codes"):
        make(user, name)
    (user / "a-no-metadata" / "metadata.json").unlink()
    (user / "b-bad-json" / "metadata.json").write_bytes(b"{\xff")
    (user / "c-no-model" / "model" / "model.bin").unlink()
    (user / "d-no-tokenizer" / "sentencepiece.model").unlink()
    (user / "e-a-list" / "metadata.json").write_text("[]")
    (user / "f-no-codes" / "metadata.json").write_text("{}")
    (user / "g-a-file").write_text("no folder")
    make(user, ".staging")
    make(user, "translate-fr_en", tokenizer="bpe.model")
    assert [package.name for package in find_packages(places)] == ["translate-fr_en"]


def test_another_language_is_not_used(places: list[tuple[Path, str]]) -> None:
    make(places[0][0], "translate-de_en", source="de")
    with pytest.raises(PackageError, match="no language package for fr → en"):
        choose_package(find_packages(places))
    assert choose_package(find_packages(places), source="de").name == "translate-de_en"


def test_the_checksum_is_that_of_model_and_tokenizer_only(places: list[tuple[Path, str]]) -> None:
    folder = make(places[0][0], "translate-fr_en")
    before = choose_package(find_packages(places)).info()
    (folder / "README.md").write_text("Read me")
    assert choose_package(find_packages(places)).info() == before
    parts = [("model/model.bin", b"weights"), ("sentencepiece.model", b"pieces")]
    expected = b"".join(f"{name}\0{len(content)}\0".encode() + content for name, content in parts)
    assert before.sha256 == hashlib.sha256(expected).hexdigest()
    (folder / "model" / "model.bin").write_bytes(b"changed")
    assert choose_package(find_packages(places)).info() != before


def test_an_unreadable_package_is_said(places: list[tuple[Path, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    make(places[0][0], "translate-fr_en")
    package = choose_package(find_packages(places))

    def refuse(path: Path, *args: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PackageError, match="translate-fr_en: the language package cannot be read"):
        package.info()


def test_without_a_users_package_the_built_in_one_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISAVIS_DATA", str(tmp_path / "none"))
    package = choose_package()
    assert (package.origin, package.folder.parent) == (BUILT_IN, paths.get_built_in_packages_folder())
    assert package.info().sha256 == package.info().sha256
