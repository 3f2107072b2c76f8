"""Serialises flags and packages as JSON for a database row."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from visavis.model.message import Message
from visavis.model.passage import Flag, PackageInfo

PARTS = "parts"  # key for the template and values of a flag's message
_FLAG = [field.name for field in fields(Flag)]


def serialise_flags(flags: Iterable[Flag]) -> str:
    """Return flags as JSON; the English text of each is stored with its template and values."""
    return json.dumps([asdict(flag) | _made_of(flag) for flag in flags], ensure_ascii=False)


def parse_flags(text: str) -> tuple[Flag, ...]:
    """Parse flags; fields added by a later version are ignored, and damaged JSON gives no flags."""
    try:
        flags = [one | {"detail": Message(*one[PARTS])} if PARTS in one else one for one in json.loads(text)]
        return tuple(Flag(**{name: _place(one[name]) for name in _FLAG if name in one}) for one in flags)
    except (ValueError, TypeError, LookupError, AttributeError):
        return ()


def _made_of(flag: Flag) -> dict[str, list[str]]:
    detail = flag.detail
    return {PARTS: [detail.template, *detail.values]} if isinstance(detail, Message) and detail.values else {}


def _place(value: Any) -> Any:
    """Return a span as a tuple: JSON turns it into a list."""
    return tuple(value) if isinstance(value, list) else value


def serialise_package(package: PackageInfo | None) -> str:
    """Return a package as JSON, or an empty string for the user's own words."""
    return json.dumps(asdict(package)) if package else ""


@lru_cache
def parse_package(text: str) -> PackageInfo | None:
    """Parse a package."""
    return PackageInfo(**json.loads(text)) if text else None
