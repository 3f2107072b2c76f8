"""How flags and packages are written into a row, and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from visavis.model.message import Message
from visavis.model.passage import Flag, PackageInfo

PARTS = "parts"  # of a flag's reason: its template, and what fills it
_FLAG = [field.name for field in fields(Flag)]


def serialise_flags(flags: Iterable[Flag]) -> str:
    """Return flags as JSON; beside the English of each stands what it is made of."""
    return json.dumps([asdict(flag) | _made_of(flag) for flag in flags], ensure_ascii=False)


def parse_flags(text: str) -> tuple[Flag, ...]:
    """Return the flags that were written; what a later version added to them is passed over, damaged ones are none."""
    try:
        flags = [one | {"detail": Message(*one[PARTS])} if PARTS in one else one for one in json.loads(text)]
        return tuple(Flag(**{name: _place(one[name]) for name in _FLAG if name in one}) for one in flags)
    except (ValueError, TypeError, LookupError, AttributeError):
        return ()


def _made_of(flag: Flag) -> dict[str, list[str]]:
    detail = flag.detail
    return {PARTS: [detail.template, *detail.values]} if isinstance(detail, Message) and detail.values else {}


def _place(value: Any) -> Any:
    """Return a place as a flag has it, for JSON makes a list of it."""
    return tuple(value) if isinstance(value, list) else value


def serialise_package(package: PackageInfo | None) -> str:
    """Return a package as JSON, or nothing for a reader's own words."""
    return json.dumps(asdict(package)) if package else ""


@lru_cache
def parse_package(text: str) -> PackageInfo | None:
    """Return the package that was written."""
    return PackageInfo(**json.loads(text)) if text else None
