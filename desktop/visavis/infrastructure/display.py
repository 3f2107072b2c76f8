"""Checks whether a window can be opened before Qt tries: Qt would abort the program with a loader error."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

# System libraries that Qt's windows need on Linux, with the Debian packages that contain them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def find_obstacle(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> str:
    """Return why no window can be opened and what to do about it, or an empty string if one can."""
    if not platform.startswith("linux"):
        return ""
    wanted = environment.get("QT_QPA_PLATFORM", "")
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    if not (wayland or x11 or wanted):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    on_wayland = wanted.startswith("wayland") or bool(wayland and not wanted)
    on_x11 = bool(x11 and not wayland and not wanted)
    libraries = LIBRARIES | (X11_LIBRARIES if on_x11 else {}) | (WAYLAND_LIBRARIES if on_wayland else {})
    missing = [package for name, package in libraries.items() if not _loads(name, load)]
    if missing:
        return f"system libraries are missing; install them with: sudo apt-get install {' '.join(missing)}"
    if x11 and on_x11 and not _answers(x11, load):
        return f"the display {x11} does not answer"
    return ""


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _answers(display: str, load: Callable[[str], object]) -> bool:
    """True if the X server answers, asked with the library that Qt uses."""
    xcb = load("libxcb.so.1")
    if not isinstance(xcb, ctypes.CDLL):
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    broken = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not broken
