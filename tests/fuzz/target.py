"""The parts of a fuzz target: seeds, mutation, and the property to check."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Target(NamedTuple):
    """Something that takes bytes; `run` raises if the property fails, `mutate` derives another input."""

    seeds: Callable[[], Sequence[bytes]]
    mutate: Callable[[bytes, random.Random], bytes]
    run: Callable[[bytes], None]


def must(holds: bool, what: str) -> None:
    """Raise AssertionError with a message; a bare assert would not show the values."""
    if not holds:
        raise AssertionError(what)
