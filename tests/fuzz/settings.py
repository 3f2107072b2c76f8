"""Fuzzes the settings: any file loads, every value has its declared type, and saving and loading round-trips."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from fuzz import mutate
from fuzz.target import Target, must
from visavis.infrastructure.settings import Settings


def targets() -> dict[str, Target]:
    """Return the target."""
    return {"settings": Target(_seeds, mutate.text, _run)}


def _seeds() -> Sequence[bytes]:
    changed = Settings("lead", 9, True, 14.5, "Charis", 1.6, "fr", "AdnQ", "/tmp/é", "a", "https://a.example/", False)
    return [json.dumps(asdict(one), indent=1).encode() for one in (Settings(), changed)] + [b"{}", b"[]", b"null"]


def _run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(data)
        loaded = Settings.load(path)
        for field in fields(Settings):
            value = getattr(loaded, field.name)
            must(type(value).__name__ == field.type, f"{field.name} is {value!r}")
        loaded.save(path)
        must(Settings.load(path) == loaded, f"kept as {Settings.load(path)}, not {loaded}")
        must([file.name for file in path.parent.iterdir()] == [path.name], "something else was left beside it")
