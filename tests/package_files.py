"""Package archives, valid and invalid, for the tests."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

METADATA = {"package_version": "7.1", "from_code": "fr", "from_name": "French", "to_code": "en", "to_name": "English"}
FILES = {
    "metadata.json": json.dumps(METADATA),
    "README.md": "Licence: MIT\n",
    "sentencepiece.model": "pieces" * 200,
    "model/model.bin": "weights" * 5000,
    "model/config.json": "{}",
}


def packed(
    files: dict[str, str] | None = None, top: str = "translate-fr_en", compression: int = zipfile.ZIP_STORED
) -> bytes:
    """Return an archive of `files` in one folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, text in (FILES if files is None else files).items():
            archive.writestr(f"{top}/{name}", text)
    return out.getvalue()


def without(name: str) -> bytes:
    """Return an archive without one of its files."""
    return packed({key: text for key, text in FILES.items() if key != name})


def with_entry(name: str, text: str = "x", mode: int = 0o100644) -> bytes:
    """Return an archive with an additional entry of any name and file mode."""
    out = io.BytesIO(packed())
    with zipfile.ZipFile(out, "a") as archive:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        archive.writestr(entry, text)
    return out.getvalue()


def bomb() -> bytes:
    """Return a small archive that claims to unpack to 3 GB."""
    data = packed()
    at = data.rindex(b"PK\x01\x02")  # the unpacked size of the last directory entry
    return data[: at + 24] + (3 << 30).to_bytes(4, "little") + data[at + 28 :]


def locked() -> bytes:
    """Return an archive with a file marked as encrypted."""
    data = packed()
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 8] + b"\x01" + data[at + 9 :]


def unpacked(folder: Path) -> Path:
    """Write an unpacked package folder and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder
