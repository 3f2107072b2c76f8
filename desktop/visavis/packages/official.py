"""The official package, pinned by its hash, and the address of the package index."""

from __future__ import annotations

import os
from dataclasses import dataclass

from visavis.model.message import Message

# The public index of Argos packages; a newsroom's own mirror may replace it.
INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
INDEX_VARIABLE = "VISAVIS_PACKAGE_INDEX"  # environment variable with another index


@dataclass(frozen=True, slots=True)
class KnownPackage:
    """A package file known by its hash; `size` is in bytes."""

    name: str
    version: str
    links: tuple[str, ...]
    size: int
    sha256: str
    licence: str
    quality: str


OFFICIAL = KnownPackage(
    name="translate-fr_en",
    version="1.9",
    links=("https://argos-net.com/v1/translate-fr_en-1_9.argosmodel",),
    size=66_585_033,
    sha256="3b3052fee6bb1e8e8e632a26a723eb2a2c7710dfe73ba61ffd9b83e85d4f14c1",
    licence="CC BY 4.0 (OPUS-MT)",
    quality=Message("full quality"),
)


def index_address(setting: str = "") -> str:
    """Return the address of the index: from the environment, the setting, or the public one."""
    return os.environ.get(INDEX_VARIABLE) or setting or INDEX
