"""Texts for benchmarks: articles of any length, with no two equal sentences."""

from __future__ import annotations

import random
from pathlib import Path

SEED = Path(__file__).resolve().parents[2] / "seeds" / "otan-kosovo.txt"
TITLE = "L’OTAN est prête à envoyer des troupes au Kosovo"


def article(words: int, given: Path | None = None) -> str:
    """Return about `words` words, four sentences per paragraph: lines of a file, or varied sentences of the seed."""
    if given:
        lines = [line.strip() for line in given.read_text(encoding="utf-8").splitlines() if line.strip()]
    else:
        lines = _varied(words)
    made, count = [TITLE], 0
    for first in range(0, len(lines), 4):
        if count >= words:
            break
        made.append(" ".join(lines[first : first + 4]))
        count += len(made[-1].split())
    return "\n\n".join(made) + "\n"


def _varied(words: int) -> list[str]:
    rng = random.Random(7)
    _, *paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")
    sentences = [paragraph for paragraph in paragraphs if len(paragraph.split()) > 8 and paragraph.count(". ") == 0]
    return [f"{rng.choice(sentences).rstrip('. ')} {rng.randint(2, 99_999)} fois." for _ in range(words // 10 + 4)]
