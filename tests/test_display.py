"""Whether a window can be opened, without opening one."""

import ctypes
import os
import subprocess
import sys

import pytest

from visavis.infrastructure.display import LIBRARIES, WAYLAND_LIBRARIES, X11_LIBRARIES, find_obstacle


def there(name: str) -> object:
    return object()


def nothing(name: str) -> object:
    raise OSError(f"{name}: cannot open shared object file: No such file or directory")


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}])
def test_without_a_display_it_says_so(environment: dict[str, str]) -> None:
    assert find_obstacle(environment, "linux", there) == (
        "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    )


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_and_the_libraries_nothing_is_in_the_way(name: str) -> None:
    assert find_obstacle({name: "x"}, "linux", there) == ""


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_qt_brings_what_it_needs(platform: str) -> None:
    assert find_obstacle({}, platform, nothing) == ""


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"DISPLAY": ":0"}, LIBRARIES | X11_LIBRARIES),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, LIBRARIES | WAYLAND_LIBRARIES),
        ({"WAYLAND_DISPLAY": "wayland-0"}, LIBRARIES | WAYLAND_LIBRARIES),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, LIBRARIES | WAYLAND_LIBRARIES),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, LIBRARIES),
    ],
)
def test_every_missing_library_is_named_by_its_package(environment: dict[str, str], wanted: dict[str, str]) -> None:
    reason = find_obstacle(environment, "linux", nothing)
    assert reason.startswith("system libraries are missing; install them with: sudo apt-get install ")
    assert set(reason.split("install ")[2].split()) == set(wanted.values())


def test_only_what_is_missing_is_named() -> None:
    def load(name: str) -> object:
        return nothing(name) if name == "libEGL.so.1" else there(name)

    assert find_obstacle({"DISPLAY": ":0"}, "linux", load).endswith("sudo apt-get install libegl1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_display_that_does_not_answer_is_told() -> None:
    try:
        ctypes.CDLL("libxcb.so.1")
    except OSError:
        pytest.skip("libxcb is not installed")

    def load(name: str) -> object:
        return ctypes.CDLL(name) if name == "libxcb.so.1" else there(name)

    assert find_obstacle({"DISPLAY": ":4242"}, "linux", load) == "the display :4242 does not answer"


def test_this_machine_is_asked_without_loading_qt() -> None:
    load = "import sys; from visavis.infrastructure import display; print(display.find_obstacle())"
    code = f"{load}; assert 'PySide6' not in sys.modules"
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT" not in name}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=bare, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    if sys.platform.startswith("linux"):
        assert done.stdout.startswith("there is no display")
