"""Read bad files of the kinds that another program opens: cd tests && python -m hostile.programs [WORD…]

Old Word and PowerPoint files go to LibreOffice, pictures of text to Tesseract; both must be installed. Each file must
give a document or one sentence; no process of theirs and no temporary file may be left. Failures are printed, and give
exit code 1.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hostile.attacks import damaged
from hostile.dress import FILES
from hostile.run import described
from visavis.model.errors import InputError
from visavis.readers.old_office.libreoffice import convert, find_libreoffice
from visavis.readers.open import open_path

Make = Callable[[], bytes]
_PATIENCE = 300  # seconds of wall time: LibreOffice may take 120


def cases() -> Iterator[tuple[str, Make]]:
    """Yield the name of each file, with a function that makes it."""
    for name, make in damaged("doc", (FILES / "doc" / "pont.doc").read_bytes()):
        yield f"{name}.doc", make
    slides = (FILES / "odp" / "bilan.odp").read_bytes()
    old = convert(find_libreoffice(), slides, "odp", "ppt", lambda: None)
    for name, make in damaged("ppt", old):
        yield f"{name}.ppt", make
    for name, make in (*damaged("png", png(400, 200)), *pictures()):
        yield f"{name}.png", make


def pictures() -> Iterator[tuple[str, Make]]:
    """Yield pictures that say more than they hold, or hold too much."""
    yield "states a billion pixels", lambda: png(40_000, 40_000, rows=10)
    yield "a hundred million pixels", lambda: png(10_000, 10_000)
    yield "one pixel", lambda: png(1, 1)
    yield "no pixel", lambda: png(0, 0)
    yield "a line", lambda: png(60_000, 1)
    yield "a column", lambda: png(1, 60_000)
    yield "a wrong sum", lambda: png(400, 200).replace(b"IDAT", b"IDAX")
    yield (
        "a text of 50 MB",
        lambda: png(400, 200, chunks=[(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000)))]),
    )
    ring = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 8)
    yield "pages in a ring, TIFF", lambda: ring
    yield "pages far off, TIFF", lambda: b"MM\0*" + struct.pack(">I", 0xFFFFFFF0)
    yield "a head alone, JPEG", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(1000)
    yield "states much, JPEG", lambda: b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + bytes(500)


def png(width: int, height: int, rows: int | None = None, chunks: list[tuple[bytes, bytes]] | None = None) -> bytes:
    """Return a white grey-scale PNG with so many rows of pixels, or all it states, and some more chunks."""
    row = b"\0" + b"\xff" * width
    packer = zlib.compressobj(1)
    pixels = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), *(chunks or ()), (b"IDAT", pixels)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def read(path: Path) -> tuple[str, str]:
    """Return how reading a file ended, and what was said."""
    try:
        return "document", described(open_path(path))
    except InputError as error:
        told = str(error)
        return ("sentence" if told.isprintable() else "no sentence"), told
    except BaseException as error:
        return "broke", f"{type(error).__name__}: {error}"[:500]


def outcome(name: str, make: Make) -> tuple[str, str, float]:
    """Read a file in a process of its own; return how it ended, what was said, and the seconds that took."""
    with tempfile.TemporaryDirectory() as made:
        path, scratch = Path(made) / name.replace(" ", "-"), Path(made) / "scratch"
        path.write_bytes(make())
        scratch.mkdir()
        began = time.monotonic()
        command = [sys.executable, "-m", "hostile.programs", "--one", str(path)]
        environment = os.environ | {"TMPDIR": str(scratch)}
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, env=environment, check=False)
        except subprocess.TimeoutExpired:
            return "never ended", "", _PATIENCE
        ended, told = json.loads(done.stdout or '["killed", ""]')
        if left := [file.name for file in scratch.iterdir()]:
            ended, told = "left files", ", ".join(left)
        if any(str(scratch).encode() in line for line in _command_lines()):
            ended, told = "left a process", ""
        return ended, told, time.monotonic() - began


def _command_lines() -> Iterator[bytes]:
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield process.read_bytes()
        except OSError:  # it has ended
            continue


def main(words: list[str]) -> int:
    """Read the files, print what is wrong at once, then how many ended how."""
    counted: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, tuple[float, str]] = {}
    for name, make in cases():
        if not words or any(word in name for word in words):
            ended, told, seconds = outcome(name, make)
            kind = name.rpartition(".")[2]
            counted[kind, ended] += 1
            slowest[kind] = max(slowest.get(kind, (0.0, "")), (seconds, name))
            if ended not in {"document", "sentence"}:
                print(f"{ended}: {name}: {told}", flush=True)
    for (kind, ended), times in sorted(counted.items()):
        print(f"{kind}: {ended}: {times}")
    for kind, (seconds, name) in slowest.items():
        print(f"{kind}: the slowest took {seconds:.0f} s: {name}")
    return any(ended not in {"document", "sentence"} for _, ended in counted)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(read(Path(sys.argv[2]))))
        sys.exit()
    sys.exit(main(sys.argv[1:]))
