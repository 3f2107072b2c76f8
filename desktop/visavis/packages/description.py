"""The quality and licence of a package, for lists of packages."""

from __future__ import annotations

import re

from visavis.model.message import Message
from visavis.packages.find import BUILT_IN, InstalledPackage
from visavis.packages.official import OFFICIAL

UNKNOWN = Message("not known")


def describe_quality(package: InstalledPackage) -> str:
    """Return a line on a package's quality."""
    if package.origin == BUILT_IN:
        return Message("small and quick; check every line")
    return OFFICIAL.quality if package.version == OFFICIAL.version else UNKNOWN


def describe_licence(package: InstalledPackage) -> str:
    """Return the licence stated in a package's README, or that of the official package."""
    if package.origin != BUILT_IN and package.version == OFFICIAL.version:
        return OFFICIAL.licence
    try:
        text = (package.folder / "README.md").read_text(encoding="utf-8", errors="replace")[:20_000]
    except OSError:
        return UNKNOWN
    stated = re.search(r"^\W*licen[cs]e\W{1,6}(\S.{1,60})$", text, re.IGNORECASE | re.MULTILINE)
    return stated[1].strip(" *`.") if stated else UNKNOWN
