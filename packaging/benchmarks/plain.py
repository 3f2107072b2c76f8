"""Plain Argos Translate with the built-in package, as the baseline: its own `translate()`, unchanged.

Its sentence splitter would download a model on first use, so it gets our sentences instead, which costs it nothing.
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Any

from visavis import paths
from visavis.engines.segmentation.french import FrenchSegmenter


class _Sentences:
    def __init__(self) -> None:
        self._segmenter = FrenchSegmenter()

    def split_sentences(self, text: str) -> list[str]:
        return [text[start:end] for start, end in self._segmenter.spans(text)]


def load(folder: Path, threads: int) -> Any:
    """Return Argos Translate's French-English translation, with the built-in package copied to `folder`."""
    packages = folder / "packages"
    shutil.copytree(
        paths.get_built_in_packages_folder() / "translate-fr_en", packages / "translate-fr_en", dirs_exist_ok=True
    )
    os.environ |= {
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_INTRA_THREADS": str(threads),
        "XDG_DATA_HOME": str(folder),
    }
    from argostranslate import package, translate

    logging.getLogger("argostranslate").propagate = False
    (found,) = package.get_installed_packages()
    languages = translate.Language("fr", "French"), translate.Language("en", "English")
    made = translate.PackageTranslation(*languages, found)
    made.sentencizer = _Sentences()
    return made
