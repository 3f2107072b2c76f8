"""The settings: declared, typed and validated; one live object that saves itself when it changes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from visavis.paths import make_private_folder

# Permitted values; the GUI offers the same ranges.
LANGUAGES = ("both", "fr", "en")
SUMMARY_LANGUAGES = ("en", "fr", "both")  # of what is copied
LOOKS = ("system", "light", "dark")
INTERFACES = ("", "en", "fr")  # languages of the window
ENGLISH = ("GB", "US")  # spellings
LENGTHS = {"sentences": (1, 20), "percent": (5, 50), "words": (25, 500)}  # shortest and longest summary in each unit
POINTS = (7.0, 40.0)  # font sizes
SPACING = (1.0, 3.0)  # in line heights

T = TypeVar("T")


def _set(default: T, fits: Callable[[T], bool]) -> T:
    """Declare a setting with its default and a validator."""
    setting: T = field(default=default, metadata={"fits": fits})
    return setting


def _within(least: float, most: float) -> Callable[[float], bool]:
    return lambda value: least <= value <= most


def _is_name(value: str) -> bool:
    return len(value) <= 300 and all(c.isprintable() or "\ud800" <= c <= "\udfff" for c in value)


def _is_folder(value: str) -> bool:
    return len(value) <= 10_000 and "\0" not in value


def _is_base64(value: str) -> bool:
    return len(value) <= 10_000 and re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", value) is not None


def _is_address(value: str) -> bool:
    with suppress(ValueError):
        return not value or (_is_name(value) and urlsplit(value).scheme in ("http", "https") and "//" in value)
    return False


@dataclass
class Settings:
    """The user's settings. Once loaded from a file, every change is saved there and reported to listeners.

    `faults` lists for the log what in the file was invalid.
    """

    method: str = _set("news", _is_name)
    summary_sentences: int = _set(4, _within(*LENGTHS["sentences"]))
    summary_beside: bool = False
    font_points: float = _set(0.0, lambda value: value == 0 or _within(*POINTS)(value))  # 0: the system's size
    font_family: str = _set("", _is_name)  # empty: an available serif font
    line_spacing: float = _set(1.32, _within(*SPACING))  # in line heights
    languages: str = _set("both", LANGUAGES.__contains__)  # languages shown
    window: str = _set("", _is_base64)  # Qt's window geometry, in base64
    last_folder: str = _set("", _is_folder)
    package: str = _set("", _is_name)  # key of the package to use; empty: the first found
    package_index: str = _set("", _is_address)  # address of a newsroom's own package index
    memory: bool = True  # remember translations
    provenance: bool = True  # add a source line to exports
    export_flags: bool = False  # add what is to be checked to exports
    typographic: bool = True  # English quotation marks, apostrophes and dashes in copies and exports
    fixed_spaces: bool = False  # spaces that do not break there: 5 km, Mr Smith
    english: str = _set("GB", ENGLISH.__contains__)  # spelling
    summary_unit: str = _set("sentences", LENGTHS.__contains__)  # unit of the summary's length
    summary_percent: int = _set(20, _within(*LENGTHS["percent"]))
    summary_words: int = _set(100, _within(*LENGTHS["words"]))
    summary_bullets: bool = True  # show and copy summaries as bullets, not as running text
    summary_headline: bool = False  # the article's above it
    summary_facts: bool = True  # key figures and names below it
    summary_source: bool = True  # where it is from below it, unless no copy has that
    summary_language: str = _set("en", SUMMARY_LANGUAGES.__contains__)  # that of copies
    reopen: bool = True  # open the articles again that were open when the program was quit
    side: bool = False  # show the side panel with flags and quotations
    tray: bool = False  # an icon in the system's tray that translates the clipboard
    interface: str = _set("", INTERFACES.__contains__)  # language of the window; empty: the system's
    cores: int = _set(0, _within(0, 64))  # processor cores for the translation; 0: all
    look: str = _set("system", LOOKS.__contains__)
    hints: bool = True  # show what a new user may not find

    def __post_init__(self) -> None:
        self.faults: tuple[str, ...] = ()
        self._file: Path | None = None
        self._changed: set[str] = set()
        self._listeners: list[tuple[tuple[str, ...], Callable[[], object]]] = []

    def __setattr__(self, name: str, value: object) -> None:
        before = self.__dict__.get(name, value)  # no old value while __init__ runs
        super().__setattr__(name, value)
        if value != before and name in self.__dataclass_fields__:
            self._changed.add(name)
            if self._file:
                self.save(self._file)
            for names, do in list(self._listeners):
                if name in names:
                    do()

    def listen_to(self, do: Callable[[], object], *names: str) -> None:
        """Call `do` when one of these settings has changed."""
        self._listeners.append((names, do))

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Load the settings from `path` and keep saving there; an invalid setting gets its default."""
        settings, faults = cls(), []
        try:
            values = _read(path)
        except FileNotFoundError:
            values = {}
        except (OSError, ValueError, RecursionError) as error:
            values, faults = {}, [f"the file cannot be read ({type(error).__name__})"]
        for one in fields(cls):
            if one.name in values:
                value, default = values[one.name], one.default
                if isinstance(default, float) and type(value) is int and abs(value) < 1e6:
                    value = float(value)
                if type(value) is not type(default):
                    faults.append(f"{one.name} is not a {type(default).__name__}")
                elif "fits" in one.metadata and not one.metadata["fits"](value):
                    faults.append(f"{one.name} is out of range")
                else:
                    setattr(settings, one.name, value)
        settings.faults, settings._file = tuple(faults), path
        settings._changed.clear()
        return settings

    def save(self, path: Path) -> None:
        """Save the settings to `path` atomically; a read-only folder is ignored.

        After loading, only settings changed since then are written, because another window may have changed the others.
        """
        try:
            mine = {name: getattr(self, name) for name in self._changed} if self._file else asdict(self)
            with suppress(OSError, ValueError, RecursionError):
                mine = {name: value for name, value in _read(path).items() if _is_plain(value)} | mine
            make_private_folder(path.parent)
            staged = path.with_name(f".{path.name}.{os.getpid()}")
            with os.fdopen(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                out.write(json.dumps(mine, indent=1))
                out.flush()
                os.fsync(out.fileno())
            staged.replace(path)
        except OSError:
            return


def _read(path: Path) -> dict[str, Any]:
    """Return the settings in a file, by name. Raises OSError, ValueError or RecursionError."""
    values = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(values, dict):
        raise ValueError("it holds no settings")
    return values


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float)
