"""The parts of a PowerPoint file, and how they refer to each other."""

from __future__ import annotations

import posixpath
from typing import Any, NamedTuple

from visavis.readers.zip_archive import ZippedDocument

_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


def qn(path: str) -> str:
    """Return a path of names such as "p:cSld/p:spTree" with their full names."""
    steps = (step.split(":") for step in path.split("/"))
    return "/".join(f"{{{_SPACES[prefix]}}}{local}" for prefix, local in steps)


def is_on(element: Any, name: str) -> bool:
    """True if an attribute says yes."""
    return element is not None and element.get(name) in {"1", "true"}


def name_relations(part: str) -> str:
    """Return the name of the part that says what a part refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Relation(NamedTuple):
    """A part that another refers to: the last word of its relation's type, and its name in the file."""

    kind: str
    part: str


class Package:
    """The parts of a file; each is parsed once, and none from outside it."""

    def __init__(self, archive: ZippedDocument) -> None:
        self._archive = archive
        self._roots: dict[str, Any] = {}

    def root(self, part: str) -> Any:
        """Return the root of a part, or None."""
        if part not in self._roots:
            self._roots[part] = self._archive.xml(part)
        return self._roots[part]

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, or None."""
        return self._archive.part(part)

    def name(self, root: Any) -> str:
        """Return the name of the part that has a root."""
        return next(name for name, held in self._roots.items() if held is root)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to inside the file, by the ids it uses."""
        folder = posixpath.dirname(part)
        root = self.root(name_relations(part))
        found = root.iterfind(qn("rel:Relationship")) if root is not None else ()
        return {
            relation.get("Id", ""): Relation(
                relation.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join(f"/{folder}", relation.get("Target", ""))).lstrip("/"),
            )
            for relation in found
            if relation.get("TargetMode") != "External"
        }

    def related(self, part: str, kind: str) -> str:
        """Return the name of the part that a part refers to as a kind, or an empty string."""
        return next((relation.part for relation in self.relations(part).values() if relation.kind == kind), "")
