"""What is an English word: those of the word lists, and words made of them with a prefix or an ending."""

from __future__ import annotations

from functools import cache

from visavis.checks.name_words import load_common_words, read_words

SHORTEST = 4  # letters; shorter words are often abbreviations and are not looked up
# What may stand before a word to make another one, and after it.
_PREFIXES = frozenset(
    """anti auto bi bio co counter cyber de dis eco electro ex extra geo haemo hemo hydro hyper immuno infra inter intra
    macro mega meta micro mid mini mis mono multi nano neo neuro non out over poly post pre pro pseudo psycho quarter re
    self semi socio sub super tele thermo trans ultra un under up visco""".split()  # noqa: SIM905
)
_LONG = 9  # letters of a plural that French may have as well
_SHORTEST_REST = 5  # letters after a prefix
_SHORTEST_PART, _LONGEST_PART = 4, 6  # of the last half of a compound: "gravesite", but not "governmention"
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("isation", "ization"),
    ("ly", ""),
)
_ENDINGS += (
    ("ness", ""),
    ("less", ""),
    ("wise", ""),
    ("like", ""),
    ("isations", "izations"),
    ("ibility", "ible"),
    ("ibility", ""),
)
_ENDINGS += (
    ("ibility", ""),
    ("ability", "able"),
    ("izing", "e"),
    ("ising", "e"),
    ("izing", "y"),
    ("izing", ""),
    ("arist", "ar"),
)
_ENDINGS += (("tees", "t"), ("tee", "t"), ("alist", "al"), ("aria", ""), ("iasis", ""), ("iasis", "a"))


@cache
def load_english_words() -> frozenset[str]:
    """Return the English words of four letters or more, British and American, in small letters."""
    return load_common_words("en") | read_words("words-en.txt")


def is_english(word: str) -> bool:
    """True if English has a word in small letters, or makes it with a prefix or an ending: "cyberbullying"."""
    words = load_english_words()
    if word in words:
        return True
    if any(word.endswith(end) and word.removesuffix(end) + other in words for end, other in _ENDINGS):
        return True
    if word[-1] == "s" and word[:-1] in words and (len(word) >= _LONG or word not in load_common_words("fr")):
        return True  # "asthmas", "turbulences", but not "chars"
    if any(word[:i] in _PREFIXES and word[i:] in words for i in range(2, len(word) - _SHORTEST_REST + 1)):
        return True
    common = load_common_words("en")
    parts = range(max(_SHORTEST_PART, len(word) - _LONGEST_PART), len(word) - _SHORTEST_PART + 1)
    return any(word[:i] in common and word[i:] in common for i in parts)
