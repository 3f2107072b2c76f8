"""Writes winget's manifests of an installer: `python packaging/winget.py INSTALLER FOLDER`.

They ask for it where a release of $GITHUB_REPOSITORY has it; `winget validate FOLDER` checks them on Windows.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent / "windows" / "winget"


def write_manifests(installer: Path, folder: Path) -> list[Path]:
    """Fill the templates with what is known of the installer; return what was written."""
    version = re.match(r"visavis-(.+)-windows-", installer.name)
    if not version:
        raise ValueError(f"{installer.name} is no installer of ours")
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or installer.stat().st_mtime)
    values = {
        "VERSION": version[1],
        "DATE": datetime.fromtimestamp(epoch, timezone.utc).date().isoformat(),
        "INSTALLER": installer.name,
        "SHA256": hashlib.sha256(installer.read_bytes()).hexdigest().upper(),
        "REPOSITORY": os.environ.get("GITHUB_REPOSITORY") or "visavis/visavis",
    }
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for template in sorted(TEMPLATES.glob("*.yaml")):
        text = re.sub("@([A-Z0-9]+)@", lambda found: values[found[1]], template.read_text(encoding="utf-8"))
        made = folder / template.name
        made.write_text(text, encoding="utf-8")
        written.append(made)
    return written


if __name__ == "__main__":
    write_manifests(Path(sys.argv[1]), Path(sys.argv[2]))
