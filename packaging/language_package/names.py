"""Make pairs that teach copying: a name both sides share is replaced by another, often one the model never saw."""

from __future__ import annotations

import collections
import lzma
import random
import re
from pathlib import Path

Pair = tuple[str, str]
WORD = re.compile(r"[^\W\d_][\w'-]*")
NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]{2,}\b")
# Titles, months and the like are the same on both sides by chance; they are words, not names to be replaced.
NOT_NAMES = frozenset(
    {"The", "Les", "Commission", "Parliament", "Europe", "Union", "Internet", "Article", "Constitution"}
)


def collect_names(mono: Path) -> list[str]:
    """Return the names in French news: words capitalised inside sentences that hardly occur in lower case."""
    upper: collections.Counter[str] = collections.Counter()
    lower: collections.Counter[str] = collections.Counter()
    with lzma.open(mono, "rt", encoding="utf-8") as lines:
        for line in lines:
            for found in WORD.finditer(line):
                word = found.group()
                inside = line[max(0, found.start() - 2) : found.start()].strip()[-1:] not in {
                    "",
                    ".",
                    "!",
                    "?",
                    '"',
                    "«",
                    "-",
                    "…",
                }
                if word.islower():
                    lower[word] += 1
                elif inside and NAME.fullmatch(word):
                    upper[word] += 1
    return sorted(name for name, count in upper.items() if count >= 2 and lower[name.lower()] * 5 < count)


def invent_name(names: list[str], rng: random.Random) -> str:
    """Return a name that nobody bears, from the halves of two."""
    first, second = rng.choice(names), rng.choice(names)
    return first[: max(2, len(first) // 2)] + second[len(second) // 2 :].lower()


def vary_names(pairs: list[Pair], names: list[str], wanted: int, rng: random.Random) -> list[Pair]:
    """Return up to `wanted` of `pairs` with one shared name replaced by one, or sometimes two, of `names`."""
    varied: list[Pair] = []
    for french, english in rng.sample(pairs, len(pairs)):
        if len(varied) >= wanted:
            break
        shared = [
            name
            for name in set(NAME.findall(french)) & set(NAME.findall(english)) - NOT_NAMES
            if french.count(name) == 1 == english.count(name) and not english.startswith(name)
        ]
        if not shared or len(french.split()) > 45:
            continue
        old = rng.choice(shared)
        new = invent_name(names, rng) if rng.random() < 0.25 else rng.choice(names)
        if rng.random() < 0.3:
            new += " " + (invent_name(names, rng) if rng.random() < 0.25 else rng.choice(names))
        varied.append((french.replace(old, new), english.replace(old, new)))
    return varied
