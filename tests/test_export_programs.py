"""Other programs open what we write, where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from exporting import all_layouts, documents, export
from visavis.exports.registry import Format, Layout

pytestmark = pytest.mark.usefixtures("qapp")
OFFICE, PANDOC = shutil.which("soffice"), shutil.which("pandoc")
OPENED = {"docx", "odt", "html"}


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    cases = [(f, layout) for f, layout in all_layouts() if f.name in OPENED]
    paths = []
    for number, document in enumerate(documents()):
        for form, layout in cases:
            paths.append(tmp_path / f"{form.name}-{layout.value}-{number}.{form.name}")
            paths[-1].write_bytes(export(form.name, layout, document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for name in OPENED:
        convert = [str(OFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
        done = subprocess.run(
            [*convert, "--outdir", str(tmp_path / "out"), *(str(p) for p in paths if p.suffix == f".{name}")],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "rror" not in done.stdout + done.stderr
    for path in paths:
        text = (tmp_path / "out" / f"{path.stem}.txt").read_text(encoding="utf-8-sig")
        assert ("Anne Vignot" if path.stem.endswith("0") else "EN: ") in text
        assert "Machine translation from French" in text


@pytest.mark.skipif(not PANDOC, reason="pandoc is not installed")
@pytest.mark.parametrize(("form", "layout"), [(f, lay) for f, lay in all_layouts() if f.name in {*OPENED, "md"}])
def test_pandoc_reads_them(form: Format, layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / f"x.{form.name}"
    path.write_bytes(export(form.name, layout))
    kind = {"md": "gfm"}.get(form.name, form.name)
    done = subprocess.run(
        [str(PANDOC), "--from", kind, "--to", "native", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    if layout is not Layout.SUMMARY:
        made = " ".join(done.stdout.split())
        assert "Strong" in made
        assert "Table" in made
        assert "BulletList" in made or (form.name, layout) == ("odt", Layout.COLUMNS), "pandoc sees no lists in cells"
        assert "Header 2" in made
        assert "RawBlock" not in made
