"""Calls Tesseract, which reads the text in pictures, as a process of its own; says how to install it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import IO

from visavis.infrastructure.package_manager import choose_command
from visavis.model.message import Message

# Where its installers put it, if it is not on the path.
_PLACES = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
)
_LANGUAGE = "fra"
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console window on Windows
_PATIENCE = 180.0  # seconds per page
_POLL = 0.2  # seconds between two looks at whether the reading was cancelled
_COMMANDS = {
    "apt-get": "sudo apt install tesseract-ocr tesseract-ocr-fra",
    "dnf": "sudo dnf install tesseract tesseract-langpack-fra",
    "pacman": "sudo pacman -S tesseract tesseract-data-fra",
    "zypper": "sudo zypper install tesseract-ocr tesseract-ocr-traineddata-fra",
    "brew": "brew install tesseract tesseract-lang",
}


class TesseractFailed(Exception):
    """Tesseract ended with an error, or took too long."""


def find_tesseract() -> str:
    """Return the path of Tesseract if it is installed with its French data, or an empty string.

    `VISAVIS_TESSERACT` names another one, or none if it is empty.
    """
    named = os.environ.get("VISAVIS_TESSERACT")
    program = (
        named
        if named is not None
        else shutil.which("tesseract") or next((place for place in _PLACES if os.access(place, os.X_OK)), "")
    )
    if not program:
        return ""
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=60, check=False, creationflags=_HIDDEN
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return program if _LANGUAGE in (listed.stdout + listed.stderr).decode("utf-8", "replace").split() else ""


def describe_installation() -> Message:
    """Return what to do to have scans read on this system."""
    if sys.platform == "win32":
        return Message(
            "to have it read, install Tesseract from github.com/UB-Mannheim/tesseract/wiki,"
            " and choose French among its additional languages"
        )
    return Message("to have it read, install Tesseract with its French data: {0}", choose_command(_COMMANDS))


def recognise_page(program: str, picture: bytes, dpi: int, check: Callable[[], None]) -> bytes:
    """Return what Tesseract reads in a picture, as hOCR; `check` is called often, and may raise to stop it.

    Raises TesseractFailed.
    """
    options = ["stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(dpi), "--psm", "3", "-c", "tessedit_create_hocr=1"]
    # its threads wait for each other more than they work
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        process = subprocess.Popen(
            [program, *options],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_HIDDEN,
        )
    except OSError as error:
        raise TesseractFailed from error
    # communicate() with a timeout would lose what it had not sent yet
    given, process.stdin = process.stdin, None
    feeder = threading.Thread(target=_feed, args=(given, picture), daemon=True)
    feeder.start()
    end = time.monotonic() + _PATIENCE
    read = b""
    try:
        while process.returncode is None:
            check()
            with contextlib.suppress(subprocess.TimeoutExpired):
                read, _ = process.communicate(timeout=_POLL)
            if time.monotonic() > end:
                raise TesseractFailed
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
        feeder.join()
    if process.returncode:
        raise TesseractFailed
    return bytes(read)


def _feed(pipe: IO[bytes] | None, picture: bytes) -> None:
    with contextlib.suppress(OSError):  # Tesseract ended before it had read it all
        if pipe:
            with pipe:
                pipe.write(picture)
