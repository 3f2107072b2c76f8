"""Update the translations of the interface: `translations.py [--check]`.

Collects the texts of desktop/visavis into resources/i18n/*.ts, to be translated there by hand (in Qt Linguist or an
editor), and compiles them to .qm. With --check it changes nothing and fails if a text is missing, unfinished or not
compiled. Besides what Qt's own tool finds, it collects the messages of modules without Qt (model/message.py).
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from visavis.model import errors

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
BIN = Path(sys.executable).parent
Texts = dict[tuple[str, str], str]

# Functions and classes that take a message, with the position of that argument.
TAKERS = {name: 1 for name, kind in vars(errors).items() if isinstance(kind, type)} | {"Message": 0, "Flag": 1}


def texts(path: Path) -> Texts:
    """Return the finished translations of a .ts file by context and source; unfinished ones are empty."""
    found: Texts = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            done = made is not None and made.get("type") is None
            source = message.findtext("source", "")
            found[context.findtext("name", ""), source] = made.text or "" if done and made is not None else ""
    return found


def messages() -> set[str]:
    """Return the messages in the modules without Qt; exit with an error if one is not a plain template."""
    found = set()
    for path in sorted((ROOT / "desktop" / "visavis").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TAKERS):
                continue
            for given in node.args[TAKERS[node.func.id] :][:1]:
                if isinstance(given, ast.JoinedStr | ast.BinOp | ast.IfExp):
                    sys.exit(f"{path.relative_to(ROOT)}:{given.lineno}: a message must be a template: model/message.py")
                if isinstance(given, ast.Constant) and given.value:
                    found.add(str(given.value))
    return found


def update(path: Path) -> None:
    """Update a .ts file from the sources."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "messages.py"
        lines = (f"translate('Messages', {json.dumps(text, ensure_ascii=False)})\n" for text in sorted(messages()))
        listed.write_text("".join(lines), encoding="utf-8")
        _collect(path, listed)


def _collect(path: Path, *others: Path) -> None:
    language = path.stem.rpartition("_")[2]
    sources = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "desktop" / "visavis").rglob("*.py")) + [
        str(p) for p in others
    ]
    command = [str(BIN / "pyside6-lupdate"), *sources, "-ts", str(path), "-no-obsolete", "-locations", "none"]
    command += ["-source-language", "en", "-target-language", language]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def compiled(path: Path, folder: Path) -> Path:
    """Compile a .ts file into `folder`."""
    made = folder / path.with_suffix(".qm").name
    subprocess.run([str(BIN / "pyside6-lrelease"), str(path), "-qm", str(made)], check=True, capture_output=True)
    return made


def problems(path: Path) -> list[str]:
    """Return what is wrong with a .ts file and its .qm."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        fresh.write_bytes(path.read_bytes())
        update(fresh)
        wanted, kept = texts(fresh), texts(path)
        found = [f"not collected: {source}" for _, source in wanted.keys() - kept.keys()]
        found += [f"not in the sources any more: {source}" for _, source in kept.keys() - wanted.keys()]
        found += [f"not translated: {source}" for (_, source), text in wanted.items() if not text]
        if compiled(path, Path(folder)).read_bytes() != path.with_suffix(".qm").read_bytes():
            found.append(f"{path.with_suffix('.qm').name} is not compiled from {path.name}")
        return found


def main() -> None:
    """Update and compile, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    wrong = []
    for path in sorted(FOLDER.glob("*.ts")):
        if not check:
            update(path)
            compiled(path, FOLDER)
        wrong += [f"{path.name}: {problem}" for problem in problems(path)]
    print("\n".join(wrong) or "complete")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
