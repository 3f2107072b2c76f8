"""The built-in package: it says what it is, and plain Argos Translate installs it and translates with it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from visavis import paths
from visavis.packages import description
from visavis.packages.find import BUILT_IN, read_package

FOLDER = paths.get_built_in_packages_folder() / "translate-fr_en"
MOST_BYTES = 40_000_000

PLAIN_ARGOS = """
import sys
from types import SimpleNamespace
from argostranslate import package, translate
package.install_from_path(sys.argv[1])
(installed,) = package.get_installed_packages()
print(installed.package_version)
french, english = translate.Language("fr", "French"), translate.Language("en", "English")
made = translate.PackageTranslation(french, english, installed)
made.sentencizer = SimpleNamespace(split_sentences=lambda text: [text])  # Argos would download its own on first use
print(made.translate("Le président est arrivé à Paris."))
"""


def test_it_is_small_and_whole() -> None:
    package = read_package(FOLDER, BUILT_IN)
    assert package
    assert package.size <= MOST_BYTES
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "README.md",
        "metadata.json",
        "model",
        "sentencepiece.model",
        "sentencepiece.target.model",
    ]


def test_its_readme_gives_data_licences_quality_and_limits() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    package = read_package(FOLDER, BUILT_IN)
    assert package
    assert description.describe_licence(package) != description.UNKNOWN
    assert f"version {package.version}" in text
    for word in ("Europarl", "Tatoeba", "newstest2013", "BLEU", "chrF2", "nrefs:1|", "Limits"):
        assert word in text
    assert text == (Path(__file__).parent.parent / "packaging" / "language_package" / "PACKAGE.md").read_text(
        encoding="utf-8"
    )


def test_plain_argos_translate_installs_it_and_translates(tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "translate-fr_en"), "zip", FOLDER.parent, FOLDER.name)
    model = Path(archive).rename(tmp_path / "translate-fr_en.argosmodel")
    environment = {**os.environ, "HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    command = [sys.executable, "-c", PLAIN_ARGOS, str(model)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    version, english = done.stdout.splitlines()
    assert version == json.loads((FOLDER / "metadata.json").read_text())["package_version"]
    assert "president" in english.lower()
    assert "Paris" in english


@pytest.mark.parametrize("name", ["metadata.json", "model/config.json"])
def test_what_it_says_of_itself_is_json(name: str) -> None:
    assert isinstance(json.loads((FOLDER / name).read_text(encoding="utf-8")), dict)
