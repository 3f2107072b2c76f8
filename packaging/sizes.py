"""Check the size of the frozen program: `sizes.py FOLDER` prints a table of what the bytes belong to."""

from __future__ import annotations

import re
import sys
from pathlib import Path

MB = 1_000_000
LARGEST, LARGEST_PACKED = 320 * MB, 130 * MB  # without the language package
PACKAGE_PACKED = 28 * MB  # the language package, in an archive

# What a file belongs to, by its path in the folder; the first match wins.
PARTS = (
    ("language package", r"resources/packages/"),
    ("Qt and PySide", r"PySide6|shiboken6|libicu"),
    ("CTranslate2", r"ctranslate2"),
    ("numpy with OpenBLAS", r"numpy"),
    ("SentencePiece", r"sentencepiece"),
    ("pdfium", r"pypdfium2"),
    ("lxml", r"lxml"),
    ("Python and its libraries in the program", r"^[^/]*$|lib-dynload|base_library|libpython|lib(crypto|ssl|sqlite3)"),
)
# Files that should have been excluded from the frozen program.
NEVER = re.compile(
    r"(^|/)(torch|onnxruntime|minisbd|tkinter|tests?)/|Qt6?(Qml|Quick|Network|WebEngine|Sql|Test)|\.(h|hpp|pxd|pyi)$"
)


def files(folder: Path) -> dict[str, int]:
    """Return the size of each file by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def table(sizes: dict[str, int]) -> dict[str, int]:
    """Return the bytes of each part, largest first."""
    found: dict[str, int] = {}
    for path, size in sizes.items():
        part = next((name for name, pattern in PARTS if re.search(pattern, path)), "the rest")
        found[part] = found.get(part, 0) + size
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def check(folder: Path) -> list[str]:
    """Return what is wrong with the folder: too large, or unneeded files."""
    sizes = files(folder)
    beside = sum(sizes.values()) - table(sizes).get("language package", 0)
    wrong = [f"{path} is not needed" for path in sizes if NEVER.search(path)]
    return wrong + [f"{beside / MB:.0f} MB beside the package are too many"] * (beside > LARGEST)


if __name__ == "__main__":
    rows = table(files(Path(sys.argv[1])))
    print("| part | MB |\n| --- | ---: |")
    print("\n".join(f"| {part} | {size / MB:.1f} |" for part, size in rows.items()))
    print(f"| **in all** | **{sum(rows.values()) / MB:.1f}** |")
