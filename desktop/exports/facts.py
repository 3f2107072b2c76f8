"""The line under a summary: how many words it has, and the figures and names of its article."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core import keyfacts
from desktop.core.document import Document


def line(document: Document, texts: Sequence[str], french: bool) -> str:
    """Return the line in one language, for a summary made of these texts."""
    words, figures, names = (
        ("{0} mots", "Chiffres : {0}", "Noms : {0}") if french else ("{0} words", "Figures: {0}", "Names: {0}")
    )
    facts = (keyfacts.french if french else keyfacts.english)(document)
    told = [words.format(sum(any(map(str.isalnum, word)) for text in texts for word in text.split()))]
    told += [
        label.format(", ".join(found)) for label, found in ((figures, facts.figures), (names, facts.names)) if found
    ]
    return " · ".join(told)
