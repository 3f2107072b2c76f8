"""What is an English word: those of the word lists, and words made of them with a prefix or an ending."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from visavis.checks.name_words import load_common_words, read_words

SHORTEST = 4  # letters; shorter words are often abbreviations and are not looked up
# What may stand before a word to make another one, and after it.
_PREFIXES = frozenset(
    """anti auto bi bio co counter cyber de dis eco electro ex extra geo haemo hemo hydro hyper immuno infra inter intra
    macro mega meta micro mid mini mis mono multi nano neo neuro non out over photo poly pre pro proto pseudo psycho
    post quarter re self semi socio sub super tele thermo trans ultra un under up visco""".split()  # noqa: SIM905
)
LONG = 9  # letters of a plural that French may have as well
_SHORTEST_REST = 5  # letters after a prefix
# Letters of the halves of a compound, and the most of the last one after a long one: "gravesite", "homebuilders", but
# not "governmention".
_SHORTEST_PART, _SHORT_PART, _LONGEST_PART = 4, 5, 6


def _read_endings(text: str) -> tuple[tuple[str, str], ...]:
    """Return the endings of a list, each with what stands in its place after a colon."""
    return tuple((end, other) for end, _, other in (one.partition(":") for one in text.split()))


# What an ending stands for: a word with it is English if the word with the other is.
_ENDINGS = _read_endings(
    """ly ness less wise like ibility izing arist:ar tee:t tees:t alist:al aria iasis iasis:a ising:izing
    ised:ized ises:izes ise:ize isation:ization isations:izations ibility:ible ability:able izing:e ising:e
    izing:y ization:ish izations:ish"""
)
# The same of longer words, unless French has them too: "canyoning", "homebrewers".
_LONG_ENDINGS = _read_endings(
    """ing ing:e ings er er:e ers ers:e able able:e ist ists ism isms ship ships hood dom ful ish esque
    ward wards ian ians eer eers eering ology ologist ologists alize:al alized:al alizes:al alizing:al alization:al
    alise:al alised:al alises:al alising:al alisation:al"""
)
_SHORTEST_STEM = 5  # letters before those


@cache
def load_english_words() -> Set[str]:
    """Return the English words of four letters or more, British and American, in small letters."""
    words = read_words("words-en.txt")
    words |= load_common_words("en")  # in place: a copy takes as long as reading them
    return words


def is_english(word: str) -> bool:
    """True if English has a word in small letters, or makes it with a prefix or an ending: "cyberbullying"."""
    words = load_english_words()
    if word in words:
        return True
    if any(word.endswith(end) and word.removesuffix(end) + other in words for end, other in _ENDINGS):
        return True
    stems = (word.removesuffix(end) + other for end, other in _LONG_ENDINGS if word.endswith(end))
    french = load_common_words("fr")
    if word not in french and any(stem in words and len(stem) >= _SHORTEST_STEM for stem in stems):
        return True
    if word[-1] == "s" and word[:-1] in words and (len(word) >= LONG or word not in french):
        return True  # "asthmas", "turbulences", but not "chars"
    if any(word[:i] in _PREFIXES and word[i:] in words for i in range(2, len(word) - _SHORTEST_REST + 1)):
        return True
    common = load_common_words("en")
    parts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    fitting = (i for i in parts if i <= _SHORT_PART or len(word) - i <= _LONGEST_PART)
    return any(word[:i] in common and word[i:] in common for i in fitting)
