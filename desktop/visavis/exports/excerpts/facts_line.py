"""The line below a summary: its number of words, and the article's key figures and names."""

from __future__ import annotations

from collections.abc import Sequence

from visavis.analysis import key_facts
from visavis.model.document import Document
from visavis.model.words import count_words


def format_facts_line(document: Document, texts: Sequence[str], french: bool) -> str:
    """Return the line in one language, for a summary consisting of these texts."""
    words, figures, names = (
        ("{0} mots", "Chiffres : {0}", "Noms : {0}") if french else ("{0} words", "Figures: {0}", "Names: {0}")
    )
    facts = (key_facts.find_french_facts if french else key_facts.find_english_facts)(document)
    phrases = [words.format(sum(map(count_words, texts)))]
    phrases += [
        label.format(", ".join(items)) for label, items in ((figures, facts.figures), (names, facts.names)) if items
    ]
    return " · ".join(phrases)
