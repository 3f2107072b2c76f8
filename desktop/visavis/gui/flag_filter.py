"""Which flags are listed and gone through: by their rank, and by what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.model.passage import Flag

# What flags are about, with the checks that find it; a check that is not listed belongs to all kinds only.
KINDS = {
    "numbers": frozenset({"figure", "time", "date", "unit"}),
    "meaning": frozenset({"negation", "allegation", "word", "antonym", "gender", "confidence"}),
    "lost": frozenset({"omission", "addition", "length", "repetition", "untranslated", "degenerate"}),
    "names": frozenset({"name", "spelling"}),
    "quotations": frozenset({"quotation"}),
    "terms": frozenset({"glossary"}),
}


@dataclass(frozen=True, slots=True)
class FlagFilter:
    """The rank wanted, 0 for all, and the kind of `KINDS`, an empty string for all."""

    rank: int = 0
    kind: str = ""

    def accepts(self, flag: Flag) -> bool:
        """True if a flag is wanted."""
        return self.rank in (0, flag.rank) and (not self.kind or flag.check in KINDS[self.kind])

    @property
    def narrow(self) -> bool:
        """True if not all flags are wanted."""
        return bool(self.rank or self.kind)
