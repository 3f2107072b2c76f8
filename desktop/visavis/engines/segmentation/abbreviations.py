"""What the sentence cutters know about words: abbreviations, titles, words that begin a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from visavis import paths


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words without their final full stop; all in lower case but for `titles`."""

    titles: frozenset[str]
    numbered: frozenset[str]
    inner: frozenset[str]
    ending: frozenset[str]
    ranks: frozenset[str]
    starters: frozenset[str]


def load_lexicon(name: str = "abbreviations-fr.txt") -> Lexicon:
    """Read a table of the resources, that of French unless another is named."""
    lines = paths.find_resource(name).read_text(encoding="utf-8").splitlines()
    own = read_sections(lines)
    return Lexicon(
        titles=frozenset(own["titles"]),
        numbered=frozenset(own["numbered"]),
        inner=frozenset((own["inner"] | own["listed"]) - own["numbered"] - own["ending"]),
        ending=frozenset(own["ending"]),
        ranks=frozenset(own["ranks"]),
        starters=frozenset(own["starters"]),
    )


def read_sections(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the words under each [section] of a table; lines that begin with "#" are remarks."""
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in lines:
        if line.startswith("["):
            words = sections.setdefault(line.strip("[] \n"), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return sections
