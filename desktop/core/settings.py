"""Settings: declared, typed defaults; a corrupt file never stops the program."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desktop.paths import private


@dataclass
class Settings:
    """What the user may choose; kept between sessions."""

    method: str = "news"
    summary_sentences: int = 4
    summary_beside: bool = False
    font_points: float = 0.0  # 0: the system's
    font_family: str = ""  # empty: a serif that is there
    line_spacing: float = 1.32  # line heights from a line to the next
    languages: str = "both"  # those shown: "both", "fr" or "en"
    window: str = ""  # Qt's geometry, base64
    last_folder: str = ""
    package: str = ""  # the key of the package to use; empty: the first found
    package_index: str = ""  # the address of a newsroom's own index of packages
    memory: bool = True  # whether translations are remembered
    provenance: bool = True  # whether exports say where they are from
    summary_unit: str = "sentences"  # what the length of a summary is counted in: "sentences", "percent" or "words"
    summary_percent: int = 20
    summary_words: int = 100
    summary_bullets: bool = False  # whether a summary is copied as bullets
    side: bool = False  # whether flags and quotations are listed beside the article

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Return the settings kept in `path`; what is missing or of the wrong type gets its default."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        settings = cls()
        if isinstance(kept, dict):
            for field in fields(cls):
                value, default = kept.get(field.name), getattr(settings, field.name)
                if isinstance(default, float) and type(value) is int and abs(value) < 1e6:
                    value = float(value)
                if type(value) is type(default) and not (isinstance(value, float) and not math.isfinite(value)):
                    setattr(settings, field.name, value)
        return settings

    def save(self, path: Path) -> None:
        """Keep the settings in `path`; a folder that cannot be written is no reason to stop."""
        try:
            private(path.parent)
            staged = path.with_suffix(".new")
            staged.unlink(missing_ok=True)
            staged.touch(mode=0o600)
            staged.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
            staged.replace(path)
        except OSError:
            return
