"""Bad input of every kind ends in a document or in a sentence; tests/hostile/run.py reads the whole corpus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from hostile.dress import GOOD
from hostile.make import corpus

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")

#: One of each kind of attack, and what was found once; how each of them ends.
SAMPLE = {
    "cut-at-5-tenths.docx": "sentence",
    "bits-flipped-3.odt": "sentence",
    "magic-of-png.html": "sentence",
    "in-utf-16.md": "document",
    "nulls-alone.eml": "sentence",
    "packed-without-end.msg": "sentence",
    "nested-deep-tables.msg": "sentence",
    "one-line.txt": "document",
    "a-chapter-without-end.epub": "document",
    "empty-lines.txt": "sentence",
    "nested-deep.docx": "sentence",
    "nested-deep-quotes.md": "document",
    "many-lines.md": "document",
    "zip-of-many.docx": "sentence",
    "zip-bomb-that-lies.odt": "sentence",
    "entities.docx": "sentence",
    "nested-deep.pptx": "sentence",
    "slides-alike.pptx": "document",
    "references.pptx": "document",
    "entities-outside.odp": "sentence",
    "macros.docx": "sentence",
    "macros.odt": "document",
    "references.mhtml": "document",
    "references.rtf": "document",
    "entities-outside.html": "document",
    "a-stream-outside.pdf": "sentence",
    "attributes.html": "sentence",
    "script.html": "document",
    "a-form-within-itself.pdf": "sentence",
    "inflates-to-1-GB-of-text.pdf": "sentence",
    "script.pdf": "document",
    "bidi-characters.docx": "document",
    "zero-width-characters.pdf": "document",
    "styles.rtf": "document",
    "surrogates-characters.rtf": "document",
    "combining-characters.txt": "document",
    "control-characters.eml": "sentence",
    "hyphens.txt": "document",
    "arrows.srt": "document",
    "references.vtt": "document",
    "control-characters.tmx": "sentence",
    "entities-outside.xliff": "sentence",
}


def test_a_sample_ends_as_it_should() -> None:
    command = [sys.executable, "-m", "hostile.run", "--json", *SAMPLE]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    found = {outcome["name"]: outcome for outcome in json.loads(done.stdout or "[]")}
    assert {name: outcome["ended"] for name, outcome in found.items()} == SAMPLE, (done.stderr, found)
    assert done.returncode == 0


def test_every_reader_is_attacked_in_at_least_thirty_ways() -> None:
    cases = list(corpus("/lure", "http://127.0.0.1:9"))
    counted = Counter(case.reader for case in cases)
    assert set(counted) == set(GOOD) and min(counted.values()) >= 30 and len(cases) >= 300
    assert len({case.name for case in cases}) == len(cases)


def test_what_strays_would_be_seen(tmp_path: Path) -> None:
    from hostile.run import _watch

    strayed: list[str] = []
    for event, *arguments in (
        ("open", str(tmp_path / "read"), "r", os.O_RDONLY),
        ("open", str(tmp_path / "other"), "r", os.O_RDONLY),
        ("open", json.__file__, None, os.O_WRONLY),
        ("open", json.__file__, "r", os.O_RDONLY),
        ("open", 3, "r", os.O_RDONLY),
        ("socket.connect", None, ("127.0.0.1", 9)),
        ("subprocess.Popen", "sh", ["sh"], None, None),
    ):
        _watch(event, tuple(arguments), tmp_path / "read", strayed)
    assert [seen.split()[0] for seen in strayed] == ["open", "open", "socket.connect", "subprocess.Popen"]
