"""Where English sentences end: by the rules for French, with the abbreviations of English."""

from __future__ import annotations

from functools import cached_property

from visavis.engines.segmentation.abbreviations import Lexicon, load_lexicon
from visavis.engines.segmentation.french import FrenchSegmenter


class EnglishSegmenter(FrenchSegmenter):
    """Cuts an English paragraph into sentences (a model.ports.Segmenter)."""

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return what is known of English words, loaded with the first sentence."""
        return load_lexicon("abbreviations-en.txt")
