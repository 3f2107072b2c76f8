from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_html import LOREM, shown
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.html.mhtml import read
from visavis.readers.open import open_path

FILES = Path(__file__).resolve().parent / "files" / "mhtml"
PAGES = sorted(FILES.glob("*.mhtml"))
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def saved(html: str, encoding: str = "utf-8", subject: str = "La page") -> MIMEMultipart:
    """Return a page as other makers save it: in base64, a picture and a frame before the page, which `start` names."""
    message = MIMEMultipart("related", type="text/html", start="<page@x>")
    message["From"] = "<Saved by Another Browser>"
    message["Subject"] = subject
    message.attach(MIMEImage(PIXEL, "gif"))
    message.attach(MIMEText("<html><body><p>Une publicité dans un cadre.</p></body></html>", "html"))
    page = MIMEText(html, "html", encoding)
    page["Content-ID"] = "<page@x>"
    page["Content-Location"] = "http://www.exemple.fr/page.html"
    message.attach(page)
    return message


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_that_chromium_saved(path: Path) -> None:
    assert shown(read(path.read_bytes(), path.name)) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_saved_page_reads_as_the_page(path: Path) -> None:
    saved_page, page = open_path(path), open_path(FILES.parent / "html" / f"{path.stem}.html")
    assert (saved_page.kind, saved_page.text, saved_page.title) == ("mhtml", page.text, page.title)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-15", "utf-16"])
def test_the_named_part_is_the_page(encoding: str) -> None:
    html = f"<html><body><h1>Été à l'œuvre</h1><p>{LOREM.replace('’', chr(39))}</p></body></html>"
    reading = read(saved(html, encoding).as_bytes(), "a.mht")
    assert [block.text for block in reading.blocks] == ["Été à l'œuvre", LOREM.replace("’", "'")]


def test_title_and_site_of_the_file() -> None:
    message = saved(f"<html><body><p>{LOREM}</p></body></html>", subject="=?utf-8?Q?L=27=C3=A9t=C3=A9?=")
    message["Snapshot-Content-Location"] = "https://www.exemple.fr/a/b"
    reading = read(message.as_bytes(), "a.mht")
    assert (reading.title, reading.site) == ("L'été", "exemple.fr")


def test_a_title_that_is_damaged_is_not_told() -> None:
    page = saved(f"<html><body><p>{LOREM}</p></body></html>", subject="=?utf-8?B?a?=")
    assert read(page.as_bytes(), "a.mht").title == ""


def test_nothing_in_it() -> None:
    with pytest.raises(EmptyInput, match="it is a web page without text"):
        read(saved("<html><body></body></html>").as_bytes(), "a.mht")
    empty = MIMEMultipart("related")
    empty.attach(MIMEImage(PIXEL, "gif"))
    for data in (b"", b"\n\n", empty.as_bytes()):
        with pytest.raises(InputError, match=r"^a\.mht: it holds no web page$"):
            read(data, "a.mht")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PAGES), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    raw = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=30)):
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    try:
        read(bytes(raw[:cut]), "a.mht")
    except InputError as error:
        assert error.reason
