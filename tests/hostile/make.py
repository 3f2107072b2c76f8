"""Make the corpus of bad input, every attack on every reader: cd tests && python -m hostile.make FOLDER."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from hostile.attacks import anything
from hostile.crafted import crafted
from hostile.dress import GOOD


class Case(NamedTuple):
    """A bad file, created on demand."""

    reader: str
    attack: str
    make: Callable[[], bytes]

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.attack}.{self.reader}".replace(" ", "-").replace(",", "")


def corpus(lure: str, address: str) -> Iterator[Case]:
    """Yield the bad files; some refer to the path `lure` or to URLs that begin with `address`."""
    for reader in GOOD:
        for attack, make in (*anything(reader), *crafted(reader, lure, address)):
            yield Case(reader, attack, make)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(corpus(f"{folder.resolve()}/lure", "http://127.0.0.1:9"), 1):
        (folder / case.name).write_bytes(case.make())
        print(f"\r{number} files", end="", flush=True)
    print()
