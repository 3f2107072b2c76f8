"""What is fuzzed: good inputs to begin with, how another is made of one, and what must hold."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Target(NamedTuple):
    """Something that takes bytes; `run` raises if what must hold does not, `mutate` makes another input of one."""

    seeds: Callable[[], Sequence[bytes]]
    mutate: Callable[[bytes, random.Random], bytes]
    run: Callable[[bytes], None]


def must(holds: bool, what: str) -> None:
    """Raise AssertionError with `what` is wrong; a bare assert says nothing of the values."""
    if not holds:
        raise AssertionError(what)
