"""Calls LibreOffice, which converts old files, as a process with a profile of its own; says how to install it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from visavis.infrastructure.package_manager import choose_command
from visavis.model.message import Message

# Where its installers put it, if it is not on the path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console window on Windows
_PATIENCE = 120.0  # seconds
_POLL = 0.1  # seconds between two looks at whether the reading was cancelled
_COMMANDS = {
    "apt-get": "sudo apt install libreoffice-{0}",
    "dnf": "sudo dnf install libreoffice-{0}",
    "pacman": "sudo pacman -S libreoffice-fresh",
    "zypper": "sudo zypper install libreoffice-{0}",
    "brew": "brew install --cask libreoffice",
}
# No macros, no links to other files, and a proxy that is not there, so that nothing is fetched.
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
        "BlockUntrustedRefererLinks": "true",
    },
    "Office.Writer/Content/Update": {"Link": "0"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetNoProxy": "",
        **{f"ooInet{kind}ProxyName": "127.0.0.1" for kind in ("HTTP", "HTTPS")},
        **{f"ooInet{kind}ProxyPort": "9" for kind in ("HTTP", "HTTPS")},
    },
}


class ConversionFailed(Exception):
    """LibreOffice ended without a result, or took too long."""


def find_libreoffice() -> str:
    """Return the path of LibreOffice, or an empty string; `VISAVIS_LIBREOFFICE` names another, or none if empty."""
    named = os.environ.get("VISAVIS_LIBREOFFICE")
    if named is not None:
        return named
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if os.access(place, os.X_OK)), "")


def describe_installation(part: str) -> Message:
    """Return how to install the part of LibreOffice that is needed, "writer" or "impress", on this system."""
    if sys.platform == "win32":
        return Message("install LibreOffice from libreoffice.org")
    return Message("install LibreOffice ({0})", choose_command(_COMMANDS).format(part))


def convert(program: str, data: bytes, old: str, new: str, check: Callable[[], None]) -> bytes:
    """Return a file of an old format in a new one, both by suffix; `check` is called often, and may raise to stop it.

    Raises ConversionFailed.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / f"old.{old}").write_bytes(data)
        _write_profile(folder / "profile" / "user")
        profile = (folder / "profile").as_uri()
        options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}"]
        _run([program, *options, "--convert-to", new, "--outdir", name, f"{folder / 'old'}.{old}"], check)
        try:
            return (folder / f"old.{new}").read_bytes()
        except OSError as error:
            raise ConversionFailed from error


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'
    (folder / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _run(command: list[str], check: Callable[[], None]) -> None:
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            [*command], stdin=nothing, stdout=nothing, stderr=nothing, creationflags=_HIDDEN, start_new_session=True
        )
    except OSError as error:
        raise ConversionFailed from error
    end = time.monotonic() + _PATIENCE
    try:
        while process.poll() is None:
            check()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_POLL)
            if time.monotonic() > end:
                raise ConversionFailed
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it has started: its launcher is not what converts."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False, creationflags=_HIDDEN
        )
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
