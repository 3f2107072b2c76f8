"""What word processors write, in each of their formats: read, and refused where it cannot be."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_html import shown
from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Reading
from visavis.readers.docx import reader as docx
from visavis.readers.odt import reader as odt
from visavis.readers.open import from_bytes, open_path
from visavis.readers.rtf import reader as rtf

FILES = Path(__file__).resolve().parent / "files"
READERS: dict[str, Callable[[bytes, str], Reading]] = {"docx": docx.read, "odt": odt.read, "rtf": rtf.read}
FOUND = [path for kind in READERS for path in sorted((FILES / kind).glob(f"*.{kind}"))]
READABLE = [path for path in FOUND if path.with_suffix(".expected").exists()]
PACKED = [path for path in READABLE if path.suffix != ".rtf"]


def name_of(path: Path) -> str:
    return path.name


def read(path: Path, data: bytes | None = None) -> Reading:
    return READERS[path.suffix[1:]](path.read_bytes() if data is None else data, f"a{path.suffix}")


def repacked(path: Path, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """Return an archive with its parts changed, left out where the change gives None, and more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return out.getvalue()


def said_of(path: Path, data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        from_bytes(f"a{path.suffix}", data)
    return str(caught.value).removeprefix(f"a{path.suffix}: ")


@pytest.mark.parametrize("path", READABLE, ids=name_of)
def test_real_files(path: Path) -> None:
    assert shown(read(path)) == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_there_are_three_of_each() -> None:
    assert [path.suffix for path in READABLE] == [".docx"] * 3 + [".odt"] * 3 + [".rtf"] * 3


@pytest.mark.parametrize("path", READABLE, ids=name_of)
def test_through_the_house(path: Path) -> None:
    article = open_path(path)
    assert article.kind == path.suffix[1:]
    titles = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.TITLE]
    assert titles == [article.title]
    assert {"chantier": "Le phare", "colonnes": "La halle", "enquete": "À Valcendre"}[path.stem] in article.title
    assert not any(p.role is Role.ASIDE for p in article.paragraphs if p.cell)
    assert [p.place for p in article.paragraphs if "footnote" in p.place][:1] == ["footnote 1"]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_locked_file(kind: str) -> None:
    path = FILES / kind / f"locked.{kind}"
    assert said_of(path, path.read_bytes()) == "it is protected by a password; save it without one first"


@pytest.mark.parametrize("path", PACKED[::3], ids=name_of)
class TestPacked:
    """What an archive may do to its reader."""

    def main(self, path: Path) -> str:
        return "word/document.xml" if path.suffix == ".docx" else "content.xml"

    def test_damaged(self, path: Path) -> None:
        raw = path.read_bytes()
        kind = "a Word file" if path.suffix == ".docx" else "an OpenDocument text"
        damaged = f"it is damaged, and cannot be read as {kind}; fetch it again"
        assert said_of(path, raw[: len(raw) // 2]) == damaged
        assert said_of(path, raw[:-300] + bytes(300)) == damaged
        assert said_of(path, repacked(path, lambda name, data: None if name == self.main(path) else data)) == damaged
        cut = repacked(path, lambda name, data: data[:-400] if name == self.main(path) else data)
        assert said_of(path, cut) == damaged
        empty = repacked(path, lambda name, data: b"" if name == self.main(path) else data)
        assert said_of(path, empty) == damaged

    @pytest.mark.parametrize("size", [16, 260])
    def test_a_bomb(self, path: Path, size: int) -> None:
        name = "bomb.xml" if size < 100 else "bomb.bin"
        data = repacked(path, lambda _, data: data, {name: bytes(size * 1_000_000)})
        assert len(data) < 1_000_000
        assert said_of(path, data) == "what is packed in it is far larger than an article; it was not opened"

    def test_entities(self, path: Path) -> None:
        laughs = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
        for encode in (bytes, lambda raw: raw.decode().encode("utf-16")):

            def change(name: str, data: bytes, encode: Callable[[bytes], bytes] = encode) -> bytes:
                head, _, rest = data.partition(b"?>")
                return encode(laughs + rest) if name == self.main(path) and head else data

            wanted = "no word processor writes such a file (it defines entities), so it may do harm; it was not opened"
            assert said_of(path, repacked(path, change)) == wanted

    def test_depth(self, path: Path) -> None:
        tag = b"w:sdt" if path.suffix == ".docx" else b"text:section"
        end = b"<w:sectPr" if path.suffix == ".docx" else b"</office:text>"
        for depth in (500, 100_000):

            def change(name: str, data: bytes, depth: int = depth) -> bytes:
                nested = b"<%b>" % tag * depth + b"</%b>" % tag * depth
                return data.replace(end, nested + end) if name == self.main(path) else data

            try:
                assert from_bytes(f"a{path.suffix}", repacked(path, change)).paragraphs
            except InputError as error:
                assert "damaged" in error.reason

    def test_many_files(self, path: Path) -> None:
        data = repacked(path, lambda _, data: data, {f"{n}.txt": b"" for n in range(10_001)})
        assert "far larger" in said_of(path, data)

    def test_without_words(self, path: Path) -> None:
        def change(name: str, data: bytes) -> bytes:
            if name != self.main(path):
                return data
            start, end = (
                (b"<w:body>", b"</w:body>") if path.suffix == ".docx" else (b"<office:text>", b"</office:text>")
            )
            return data[: data.index(start) + len(start)] + data[data.index(end) :]

        with pytest.raises(EmptyInput, match=f"^a{path.suffix}: it is an? .* without (text|words)$"):
            read(path, repacked(path, change))


def test_nothing_else_is_opened() -> None:
    """Pictures, templates and addresses in a file open no other file and no socket."""
    code = """
import sys, sysconfig
from pathlib import Path
seen, on = [], False
roots = tuple(str(Path(p).resolve()) for p in (sys.prefix, sys.base_prefix, sysconfig.get_paths()["stdlib"]))
def hook(event, args):
    if on and event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "urllib.", "http.")):
        seen.append((event, args))
    if on and event == "open" and isinstance(args[0], str) and not str(Path(args[0]).resolve()).startswith(roots):
        seen.append((event, args))
sys.addaudithook(hook)
import docx
from visavis.readers.docx import reader as a
from visavis.readers.odt import reader as b
from visavis.readers.rtf import reader as c
files = [(reader, Path(name).read_bytes()) for reader, name in zip((a, b, c), sys.argv[1:])]
on = True
for reader, data in files:
    assert len(reader.read(data, "a").blocks) > 20
on = False
print(seen)
"""
    paths = [str(FILES / kind / f"colonnes.{kind}") for kind in READERS]
    done = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(READABLE), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    """Whatever is wrong in a file, or in the parts of an archive, it is read or refused with a sentence."""

    def spoilt(raw: bytes) -> bytes:
        changed = bytearray(raw)
        for place in data.draw(st.lists(st.integers(0, max(len(raw) - 1, 0)), max_size=10)):
            changed[place : place + 1] = data.draw(st.binary(max_size=3))
        return bytes(changed)

    inside = path.suffix != ".rtf" and data.draw(st.booleans())
    parts = {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "[Content_Types].xml"}
    parts |= {"content.xml", "styles.xml", "meta.xml", "word/_rels/document.xml.rels", "docProps/core.xml"}
    chosen = data.draw(st.sampled_from(sorted(parts)))
    if inside:
        made = repacked(path, lambda name, raw: spoilt(raw) if name == chosen and raw else raw)
    else:
        made = spoilt(path.read_bytes())
    try:
        read(path, made)
    except InputError as error:
        assert error.reason
