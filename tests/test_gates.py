"""The gates: style, types, walls; and README's words about set-up are true."""

import os
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from visavis.infrastructure import display

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        [str(BIN / "ruff"), "check"],
        [str(BIN / "ruff"), "format", "--check"],
        [str(BIN / "mypy")],
        [str(BIN / "lint-imports")],
    ],
    ids=["ruff check", "ruff format", "mypy", "import-linter"],
)
def test_gate(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Import-linter's layers say this of rooms only; imports inside functions and for types count too."""
    graph = grimp.build_graph("visavis", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while bare := [module for module, others in imported.items() if not others & imported.keys()]:
        for module in bare:  # it leads into no circle
            del imported[module]
    assert not imported


def test_readme_names_every_system_package_that_the_window_needs() -> None:
    named = set(re.findall(r"\blib[a-z0-9.-]+", README.split("<!-- system packages -->")[1].split("```\n")[0]))
    assert named == {*display.LIBRARIES.values(), *display.X11_LIBRARIES.values(), *display.WAYLAND_LIBRARIES.values()}


@pytest.mark.parametrize(("folder", "most"), [("desktop/visavis", 300), ("packaging", 300), ("tests", 400)])
def test_no_file_is_too_long(folder: str, most: int) -> None:
    files = (ROOT / folder).rglob("*.py")
    assert not [path for path in files if len(path.read_text(encoding="utf-8").splitlines()) > most]


def test_no_lock_is_missing_a_dependency() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {re.split(r"==", line)[0].lower().replace("_", "-") for line in lock.splitlines()}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)[><=]', project, re.MULTILINE)
    assert {name.lower() for name in wanted} <= locked


@pytest.mark.parametrize(
    ("asked", "measured"),
    [
        (["tests/test_message.py"], False),
        (["tests/test_message.py::test_a_message_is_its_english"], False),
        (["-k", "test_a_message_is_its_english", "--ignore=tests/test_gates.py"], False),
        (["--collect-only"], True),
        (["--collect-only", "tests"], True),
    ],
    ids=["a file", "a test", "a choice", "all of it", "all of it, by name"],
)
def test_coverage_is_measured_in_the_whole_run_only(asked: list[str], measured: bool, tmp_path: Path) -> None:
    """Where it is measured it is held against its threshold, see pyproject.toml."""
    command, environment = [sys.executable, "-m", "pytest", "-q", *asked], {"COVERAGE_FILE": str(tmp_path / "coverage")}
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert (b"coverage" in done.stdout.replace(b"test_coverage", b"")) == measured


def test_the_repository_holds_nothing_but_what_is_said() -> None:
    """No notes between those who work on it."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout")
    top = {name for name in listed.stdout.splitlines() if "/" not in name}
    assert top <= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}


def test_every_package_is_in_the_wheel() -> None:
    listed = re.findall(r'^  "(visavis[\w.]*)",$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    folders = (path.parent.relative_to(ROOT / "desktop") for path in (ROOT / "desktop").rglob("__init__.py"))
    missing = {".".join(folder.parts) for folder in folders} - set(listed)
    assert not missing
