"""Read the corpus of bad input, each file in its own process: cd tests && python -m hostile.run [WORD…] [--json]

Each must give a document or one error sentence, within 20 s of CPU time and 1 GB, without opening other files or
connecting anywhere. With words, only files whose names contain one of them. Failures are printed, and give exit code 1.
"""

from __future__ import annotations

import json
import os
import re
import resource
import select
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import visavis
from hostile.dress import GOOD
from hostile.make import Case, corpus
from visavis.model.article import Article
from visavis.model.errors import InputError, make_printable
from visavis.readers.bilingual.open import open_bilingual
from visavis.readers.detect import BILINGUAL
from visavis.readers.open import open_path

SECONDS, MEGABYTES = 20, 1000
_PATIENCE = 6 * SECONDS  # seconds of wall time on a busy machine; a blocked reader never ends
_HELD = 4 << 30  # bytes of address space, more than any reader may use: protects the machine
# Files that may be read: Python, its libraries, and the program with its resources.
_OWN = tuple(
    {str(Path(root).resolve()) for root in (sys.prefix, sys.base_prefix, Path(visavis.__file__).parent.parent)}
)
_REACHING = re.compile(
    r"socket\.(?!__new__)|subprocess|os\.(?:system|exec|fork|posix_spawn|startfile|remove|rename|mkdir)"
)
# Characters that no article may contain.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


class Outcome(NamedTuple):
    """How reading a file ended: "document", "sentence", or what went wrong."""

    reader: str
    name: str
    ended: str
    told: str
    seconds: float
    megabytes: int

    @property
    def wrong(self) -> bool:
        """True if it ended in any other way than a document or a sentence."""
        return self.ended not in {"document", "sentence"}


def outcomes(words: list[str]) -> Iterator[Outcome]:
    """Read the bad files whose names contain one of the words, or all."""
    os.environ |= dict.fromkeys(("VISAVIS_TESSERACT", "VISAVIS_LIBREOFFICE"), "")  # what is installed must not matter
    for path in GOOD.values():  # import the libraries once, before forking
        opened(path)
    with tempfile.TemporaryDirectory() as made, socket.create_server(("127.0.0.1", 0)) as server:
        folder = Path(made).resolve()
        os.mkfifo(folder / "lure")  # a pipe: whoever opens it blocks forever, whatever the library
        server.setblocking(False)
        for case in corpus(str(folder / "lure"), f"http://127.0.0.1:{server.getsockname()[1]}"):
            if not words or any(word in case.name for word in words):
                yield _outcome(case, folder, server)


def _outcome(case: Case, folder: Path, server: socket.socket) -> Outcome:
    path = folder / make_printable(case.name)
    path.write_bytes(case.make())
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(receiver)
            os.write(sender, json.dumps(_read(path)).encode())
        finally:
            os._exit(0)
    os.close(sender)
    said, _, _ = select.select([receiver], [], [], _PATIENCE)
    raw = os.read(receiver, 1 << 16) if said else b""
    os.close(receiver)
    if not said:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    path.unlink()
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    ended, told = json.loads(raw) if raw else ("killed", f"signal {os.WTERMSIG(status)}")
    if left := [file.name for file in folder.iterdir() if file.name != "lure"]:
        ended, told = "wrote a file", ", ".join(left)
    if seconds > SECONDS or megabytes > MEGABYTES:
        ended = f"{ended}, over the limits"
    with suppress(BlockingIOError):
        server.accept()[0].close()
        ended = "connected"
    return Outcome(case.reader, case.name, ended, told, round(seconds, 2), megabytes)


def _read(path: Path) -> tuple[str, str]:
    """Read a file in the child process; return how it ended, with the message."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_HELD, _HELD))
    strayed: list[str] = []
    sys.addaudithook(lambda event, arguments: _watch(event, arguments, path, strayed))
    try:
        ended, told = "document", described(opened(path))
    except InputError as error:
        ended, told = "sentence", str(error)
        if not told.startswith(f"{make_printable(str(path))}: ") or not told.isprintable():
            ended = "no sentence"
    except BaseException as error:  # whatever it is, report it
        ended, told = "broke", f"{type(error).__name__}: {error}"[:500]
    return ("strayed", "; ".join(strayed)[:500]) if strayed else (ended, told)


def opened(path: Path) -> Article:
    """Read a file as the program does: bilingual ones have two texts, of which the English must be fit to show too."""
    if path.suffix not in BILINGUAL:
        return open_path(path)
    text = open_bilingual(path)
    if unseen := UNSEEN.search("".join(english for texts in text.english for english in texts)):
        raise ValueError(f"the English holds U+{ord(unseen[0]):04X}")
    return text.article


_PDFIUM = [["-m", f"visavis.readers.pdf.{module}"] for module in ("worker", "pictures")]


def _watch(event: str, arguments: tuple[Any, ...], path: Path, strayed: list[str]) -> None:
    """Record every file opened besides the input, and everything that reaches further."""
    if event == "subprocess.Popen" and arguments[1][1:] in _PDFIUM:
        return  # the PDFium processes run only that library, and the lure and server watch them
    if _REACHING.match(event):
        strayed.append(f"{event} {arguments}")
    if event == "open" and not isinstance(arguments[0], int):
        opened, mode = os.path.realpath(os.fsdecode(arguments[0])), arguments[2]
        own = opened.startswith(_OWN) and not mode & (os.O_WRONLY | os.O_RDWR)
        if opened not in {str(path), os.devnull} and not own:
            strayed.append(f"open {opened}")


def described(article: Article) -> str:
    """Return the length of an article. Raises ValueError if it contains something it must not."""
    if unseen := UNSEEN.search(article.text):
        raise ValueError(f"the text holds U+{ord(unseen[0]):04X}")
    if "LURED" in article.text:
        raise ValueError("a script was run")
    for paragraph in article.paragraphs:
        if not article.text[paragraph.start : paragraph.end].strip():
            raise ValueError(f"paragraph {paragraph.index} is empty")
    return f"{len(article.paragraphs)} paragraphs, {len(article.text)} characters"


def _table(found: list[Outcome]) -> Iterator[str]:
    """Yield the lines of a Markdown table: how each reader's files ended, the slowest and the largest."""
    yield "| reader | files | documents | sentences | wrong | slowest | largest |"
    yield "| --- | ---: | ---: | ---: | ---: | --- | --- |"
    for reader in (*GOOD, ""):
        own = [outcome for outcome in found if reader in {outcome.reader, ""}]
        if own:
            ends = [sum(outcome.ended == ended for outcome in own) for ended in ("document", "sentence")]
            slow, large = max(own, key=lambda o: o.seconds), max(own, key=lambda o: o.megabytes)
            figures = " | ".join(map(str, (len(own), *ends, len(own) - sum(ends))))
            ends_in = f"{slow.seconds:.1f} s ({slow.name}) | {large.megabytes} MB ({large.name})"
            yield f"| {reader or 'all'} | {figures} | {ends_in} |"


def main(arguments: list[str]) -> int:
    """Read the files, print failures at once, then the table, or all outcomes as JSON."""
    found = []
    for outcome in outcomes([word for word in arguments if word != "--json"]):
        found.append(outcome)
        if "--json" not in arguments and (outcome.wrong or sys.stderr.isatty()):
            print(f"{outcome.ended}: {outcome.name}: {outcome.told} ({outcome.seconds} s, {outcome.megabytes} MB)")
    print(json.dumps([outcome._asdict() for outcome in found]) if "--json" in arguments else "\n".join(_table(found)))
    return any(outcome.wrong for outcome in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
