import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visavis.model.article import Cell, Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers import block
from visavis.readers.block import Block, Reading
from visavis.readers.html.reader import read, read_page
from visavis.readers.open import open_path

FILES = Path(__file__).resolve().parent / "files" / "html"
PAGES = sorted(path for path in FILES.iterdir() if path.suffix == ".html")
LOREM = "Le conseil a voté hier soir le budget de la ville, après quatre heures d’un débat que nul n’attendait si long."


def shown(reading: Reading) -> str:
    """Return a reading as it is stored: facts, then a line a block, bold in stars and italic in underscores."""
    return "\n".join([" | ".join(reading[1:5]), *map(_line, reading.blocks), ""])


def _line(block: Block) -> str:
    text, end = block.text, len(block.text)
    for first, last, bold, italic in reversed(block.runs):
        sign = "*" * bold + "_" * italic
        text = text[:first] + sign + text[first:last] + sign[::-1] + text[last:end]
        end = len(text)
    level = str(block.level) if block.role in {Role.HEADING, Role.LIST} else ""
    return f"{block.role.value}{level} [{block.place}] {text}" if block.place else f"{block.role.value}{level} {text}"


def texts(html: str, whole: bool = False) -> list[str]:
    return [block.text for block in read_page(html, whole).blocks]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_real_pages(path: Path) -> None:
    assert shown(read(path.read_bytes(), path.name)) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_whole_page(path: Path) -> None:
    html = path.read_bytes().decode("utf-8" if path.stem != "regional" else "cp1252")
    whole, article = texts(html, whole=True), texts(html)
    assert [text for text in whole if text in article][: len(article)]
    assert set(article) <= set(whole)
    assert not any("script" in text or "{" in text for text in whole)


def test_a_page_through_the_house() -> None:
    article = open_path(FILES / "gazette.html")
    assert (article.kind, article.author, article.date) == ("html", "Hélène Marchetti", "2024-03-18")
    assert article.title == "Le pont de Saint-Aubin rouvrira en juin, après deux\u00a0ans de travaux"
    assert [p.cell for p in article.paragraphs if p.cell][:4] == [Cell(1, 1, n) for n in (1, 2, 3)] + [Cell(1, 2, 1)]


def test_nothing_else_is_opened() -> None:
    """Neither addresses in a page nor trafilatura open a file or a socket, beyond the libraries' own files."""
    code = """
import sys, sysconfig, encodings.cp1252
from pathlib import Path
seen, on = [], False
roots = tuple(str(Path(p).resolve()) for p in (sys.prefix, sys.base_prefix, sysconfig.get_paths()["stdlib"]))
def hook(event, args):
    if not on:
        return
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "urllib.", "http.")):
        seen.append((event, args))
    if event == "open" and isinstance(args[0], str) and not str(Path(args[0]).resolve()).startswith(roots):
        seen.append((event, args))
sys.addaudithook(hook)
import trafilatura  # urllib3 looks at its import whether the machine knows IPv6
from visavis.readers.html import reader as html
page = Path(sys.argv[1]).read_bytes().replace(b"<body>", b"<body><iframe src='/etc/hostname'></iframe><img src='x.png'>"
    b"<link rel=stylesheet href='http://localhost:9/'><object data='file:///etc/hostname'></object>")
on = True
reading = html.read(b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + page, "a")
on = False
assert len(reading.blocks) > 20, reading
print(seen)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(FILES / "gazette.html")], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
        ('<meta http-equiv=Content-Type content="text/html; charset=macintosh">', "mac_roman"),
        ('<meta charset="rot13">', "utf-8"),
        ('<meta charset="utf-99">', "cp1252"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    text = "L’été, le cœur à l’œuvre coûte 10 €." if encoding != "mac_roman" else "L’été, à l’œuvre, ça coûte."
    text = text.replace("’", "'") if encoding == "iso-8859-15" else text
    html = f"<html><head>{head}<title>T</title></head><body><p>{text}</p></body></html>"
    assert [block.text for block in read(html.encode(encoding), "a.html").blocks][-1] == text


def test_a_page_of_a_word_processor_is_kept_whole() -> None:
    html = f"<html><body><h1>Titre</h1><p>Court.</p><p>{LOREM}</p><p>Fin.</p></body></html>"
    assert texts(html) == ["Titre", "Court.", LOREM, "Fin."]


def test_without_an_article_it_is_the_whole_page() -> None:
    html = "<html><body><nav><a href='/'>Accueil</a></nav><p>Trois petits mots.</p></body></html>"
    assert texts(html) == ["Accueil", "Trois petits mots."]


def test_blocks() -> None:
    html = """<html><body><script>un()</script><p>Un<br>mot<br><br>Deux <b>mots</b>, <i>dont</i> <b><i>un</i></b>.</p>
    <p style="display: none">Caché</p><p hidden>Caché</p><!-- Caché --> après
    <ol start="3"><li>trois<ul><li>et demi</li></ul></li><li><p>quatre</p><p>et plus</p></li></ol>
    <table><caption>Légende</caption><tr><td colspan="2">large</td><td>loin</td></tr></table>
    <table><tr><td><h2>Une mise en page</h2>Texte</td><td>autre</td></tr></table><button>Non</button> queue"""
    found = [(block.role.value, block.level, block.text) for block in read_page(html, whole=True).blocks]
    assert found == [
        ("body", 0, "Un mot"),
        ("body", 0, "Deux mots, dont un."),
        ("body", 0, "après"),
        ("list", 0, "3. trois"),
        ("list", 1, "et demi"),
        ("list", 0, "4. quatre"),
        ("list", 0, "et plus"),
        ("caption", 0, "Légende"),
        ("body", 0, "large"),
        ("body", 0, "loin"),
        ("title", 0, "Une mise en page"),
        ("body", 0, "Texte"),
        ("body", 0, "autre"),
        ("body", 0, "queue"),
    ]
    blocks = read_page(html, whole=True).blocks
    assert blocks[1].runs == ((5, 9, True, False), (11, 15, False, True), (16, 18, True, True))
    assert (blocks[8].place, blocks[9].cell) == ("table 1, row 1, column 1", Cell(1, 1, 3))


def test_comments_within_the_article() -> None:
    body = "".join(f"<p>{LOREM} <!-- rien -->{n}</p><!-- rien --><?rien ?>" for n in range(4))
    html = f"<html><body><nav><a href='/'>Accueil</a></nav><article><h1>Oui</h1>{body}</article></body></html>"
    assert texts(html) == ["Oui"] + [f"{LOREM} {n}" for n in range(4)]


def test_the_title_is_not_there_twice() -> None:
    body = "".join(f"<p>{LOREM} {n}</p>" for n in range(4))
    html = f"""<html><head><title>La ville vote - Le Journal</title><meta property="og:title" content="La ville vote">
    </head><body><nav><a href="/">Accueil</a></nav><div><h1>La ville vote</h1>{body}</div></body></html>"""
    assert texts(html) == ["La ville vote"] + [f"{LOREM} {n}" for n in range(4)]
    assert texts(html.replace("<h1>La ville vote</h1>", "")) == texts(html)
    assert read_page(html).blocks[0].role is Role.TITLE


@pytest.mark.parametrize("html", ["<html>", "<html><!-- rien -->", "<html><body><script>x</script><p> </p></body>"])
def test_empty(html: str) -> None:
    with pytest.raises(EmptyInput, match=r"^a\.html: it is a web page without text$"):
        read(html.encode(), "a.html")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5000 + "x",
        "<ul><li>x" * 2000,
        "<table><tr><td>" * 2000 + "x",
        "<p>" + "<b>x</b>y " * 20000,
        "<p>x<br>" * 20000,
    ],
)
def test_strange_pages_are_read_in_time(html: str) -> None:
    try:
        assert read(f"<html><body>{html}".encode(), "a.html").blocks
    except InputError as error:
        assert error.reason


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PAGES), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    raw = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=30)):
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    try:
        read(bytes(raw[:cut]), "a.html")
    except InputError as error:
        assert error.reason


def test_pictures_in_the_page_are_no_letters_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_MOST_LETTERS", 1_000_000)
    picture = "data:image/png;base64," + "iVBORw0K" * 200_000
    page = f"<html><style>a {{ background: url({picture}) }}</style><body><p>{LOREM}</p><img src='{picture}'></body>"
    assert [found.text for found in read(page.encode(), "a.html").blocks] == [LOREM]
    with pytest.raises(InputError, match="more than 1 million letters"):
        read(f"<html><body><p>{LOREM * 10_000}</p></body>".encode(), "a.html")
