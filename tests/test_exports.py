"""A document as text, JSON and summary, and the writer that never leaves half a file."""

from __future__ import annotations

import errno
import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ARTICLE, Tiny
from visavis import __version__
from visavis.exports.atomic_write import check_writable, write_atomically
from visavis.exports.excerpts.summary import Language, format_source_line, format_summary
from visavis.exports.output_paths import choose_output_path
from visavis.exports.registry import Layout, Options
from visavis.exports.writers import json as as_json
from visavis.exports.writers import txt
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.model.passage import Flag, PackageInfo, Status
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text

ROOT = os.name == "posix" and os.geteuid() == 0
FIRST = "Le conseil municipal a adopté le budget vendredi soir."


@pytest.fixture
def document(tiny: Tiny) -> Document:
    return collect_document(run_pipeline(lambda: from_text("dir/article.txt", ARTICLE), tiny.engines, "tiny"))


class TestText:
    def test_the_translation_by_paragraphs_and_what_made_it(self, document: Document) -> None:
        *paragraphs, end = txt.format_text(document).split("\n\n")
        assert len(paragraphs) == 6
        assert paragraphs[0] == "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE"
        assert paragraphs[1] == f"EN: {FIRST.upper()} EN: LA SÉANCE A DURÉ PLUS DE QUATRE HEURES."
        made = f"--\nMachine translation from French by Vis-à-vis {__version__}, package translate-fr_en 0.0"
        assert end.startswith(made)
        assert f"article.txt (SHA-256 {document.article.sha256})." in end
        assert end.endswith("\n")

    def test_no_summary_of_what_cannot_be_summed_up(self, document: Document) -> None:
        assert "Summary" in txt.format_text(document, summary=3)
        assert "Summary" not in txt.format_text(replace(document, ranking=()), summary=3)

    def test_a_summary_as_bullets_or_as_running_text_with_its_words_counted(self, document: Document) -> None:
        (_, first), (_, second) = document.chosen(2)
        for bullets, told in ((True, f"• {first}\n\n• {second}\n\n"), (False, f"{first} {second}\n\n")):
            made = txt.write(document, Options(Layout.SUMMARY, 2, bullets=bullets)).decode()
            title, summary = made.split("\n\n", 1)
            assert title == "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE"
            assert summary.startswith(f"{told}{len(f'{first} {second}'.split())} words")

    def test_a_file_name_cannot_write_lines_of_its_own(self, document: Document) -> None:
        document.article = replace(document.article, path="a\nMachine\x1b[2J\udcff.txt")
        assert "Source: a\ufffdMachine\ufffd[2J\ufffd.txt (SHA-256 " in txt.format_text(document)
        assert format_source_line(document).count("\n") == 0


class TestJson:
    def test_the_keys_are_those_of_the_contract(self, document: Document) -> None:
        made = json.loads(as_json.dumps(document, 2))
        assert list(made) == ["provenance", "source", "package", "paragraphs", "summary"]
        assert list(made["source"]) == ["path", "sha256", "title", "text", "words"]
        assert list(made["package"]) == ["name", "version", "origin", "sha256"]
        assert list(made["paragraphs"][0]) == ["index", "role", "sentences"]
        sentence = made["paragraphs"][0]["sentences"][0]
        assert list(sentence) == ["id", "start", "end", "source", "target", "score", "status", "flags"]
        assert list(made["summary"]) == ["method", "sentences"]
        assert [list(choice) for choice in made["summary"]["sentences"]] == [["id", "rank", "score"]] * 2

    def test_the_values(self, document: Document) -> None:
        made = as_json.as_json(document, 3)
        assert made["source"]["title"] == "Le conseil adopte le budget de la ville"
        assert made["source"]["words"] == document.article.words
        assert made["package"]["origin"] == "built-in"
        assert [p["index"] for p in made["paragraphs"]] == list(range(6))
        assert [p["role"] for p in made["paragraphs"]] == ["title", "body", "body", "body", "body", "aside"]
        sentences = [s for p in made["paragraphs"] for s in p["sentences"]]
        assert [s["id"] for s in sentences] == list(range(10))
        for s in sentences:
            assert made["source"]["text"][s["start"] : s["end"]] == s["source"]
            assert (s["target"], s["score"]) == (f"EN: {s['source'].upper()}", -0.1)
            assert s["status"] == "machine"
            assert all(set(flag) == {"check", "detail", "rank"} for flag in s["flags"])
        chosen = made["summary"]["sentences"]
        assert sorted(c["rank"] for c in chosen) == [1, 2, 3]
        assert [c["id"] for c in chosen] == sorted(c["id"] for c in chosen)

    def test_flags_and_status(self, document: Document) -> None:
        flag = Flag("figure", "12 is missing", source=(0, 2))
        document.passages[1] = replace(document.passages[1], status=Status.EDITED, flags=(flag,))
        (sentence, _) = as_json.as_json(document)["paragraphs"][1]["sentences"]
        assert (sentence["status"], sentence["flags"]) == (
            "edited",
            [{"check": "figure", "detail": "12 is missing", "rank": 1}],
        )

    def test_a_summary_is_there_when_it_was_asked_for(self, document: Document) -> None:
        assert "summary" not in as_json.as_json(document)
        assert as_json.as_json(document, 0)["summary"] == {"method": "tiny", "sentences": []}

    def test_french_stays_legible(self, document: Document) -> None:
        assert FIRST in as_json.dumps(document)


class TestSummary:
    def test_the_languages(self, document: Document) -> None:
        (one,) = document.chosen(1)
        end = f"\n\n{format_source_line(document)}\n"
        assert format_summary(document, 1, Language.FRENCH) == one[0].text + end
        assert format_summary(document, 1, Language.ENGLISH) == one[1] + end
        assert format_summary(document, 1, Language.BOTH) == f"{one[0].text}\n{one[1]}{end}"

    def test_the_source_line(self, document: Document) -> None:
        title = "Le conseil adopte le budget de la ville"
        assert format_source_line(document) == f"[{title} · article.txt · machine translation, translate-fr_en 0.0]"
        document.article = replace(document.article, title="article.txt")
        document.package = PackageInfo("", "", "", "")
        assert format_source_line(document) == "[article.txt]"

    def test_sentences_are_in_reading_order_and_what_is_not_translated_is_marked(self, document: Document) -> None:
        document.passages.clear()
        lines = format_summary(document, 3, Language.BOTH).splitlines()
        assert [lines[i] for i in (1, 4, 7)] == ["…"] * 3
        places = [document.article.text.index(lines[i]) for i in (0, 3, 6)]
        assert places == sorted(places)


class TestWrite:
    def test_it_writes_utf_8_with_newlines(self, tmp_path: Path) -> None:
        write_atomically(tmp_path / "out.txt", "é…\nœ\n")
        assert (tmp_path / "out.txt").read_bytes() == "é…\nœ\n".encode()
        assert os.listdir(tmp_path) == ["out.txt"]  # noqa: PTH208

    def test_it_replaces_and_keeps_the_mode(self, tmp_path: Path) -> None:
        path = tmp_path / "out.txt"
        path.write_text("old and longer")
        path.chmod(0o640)
        write_atomically(path, "new")
        assert path.read_text() == "new"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_new_file_has_the_mode_of_any_other(self, tmp_path: Path) -> None:
        (tmp_path / "any").touch()
        write_atomically(tmp_path / "out.txt", "new")
        assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "any").stat().st_mode

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    @pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
    def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(
        self, step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "out.txt"
        path.write_text("old")

        def fail(*_: object) -> None:
            assert len(list(tmp_path.iterdir())) == 2
            raise error

        monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises((OutputError, KeyboardInterrupt)) as caught:
            write_atomically(path, "new")
        if isinstance(caught.value, OutputError):
            assert str(caught.value) == f"{path}: it cannot be written: no space left on device; choose another place"
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_half_a_character_does_not_stop_it(self, tmp_path: Path) -> None:
        write_atomically(tmp_path / "out.txt", "a\udcffb")
        assert (tmp_path / "out.txt").read_text() == "a?b"

    @pytest.mark.parametrize(
        "act", [check_writable, lambda path: write_atomically(path, "new")], ids=["check", "write"]
    )
    def test_what_cannot_be_written_is_told_and_why(self, act: Callable[[Path], None], tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        for path, reason in [
            (tmp_path / "none" / "out.txt", "there is no such folder"),
            (tmp_path / "file" / "out.txt", "there is no such folder"),
            (tmp_path, "it is a folder, not a file"),
            (tmp_path / ("a" * 300), "file name too long"),
        ]:
            with pytest.raises(OutputError) as caught:
                act(path)
            assert caught.value.reason == f"it cannot be written: {reason}; choose another place"

    def test_a_link_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "link.txt").symlink_to("folder/file.txt")
        for text in ("one", "two"):
            write_atomically(tmp_path / "link.txt", text)
            assert (tmp_path / "link.txt").is_symlink()
            assert (tmp_path / "folder" / "file.txt").read_text() == text

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
    def test_a_pipe_is_written_into_not_replaced(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            write_atomically(pipe, "text")
            assert os.read(reader, 10) == b"text"
        finally:
            os.close(reader)
        assert stat.S_ISFIFO(pipe.stat().st_mode)

    def test_the_article_itself_is_not_written_over(self, tmp_path: Path) -> None:
        path = tmp_path / "article.txt"
        path.write_text(ARTICLE)
        (tmp_path / "again.txt").hardlink_to(path)
        for source in (path, tmp_path / "again.txt", tmp_path / "." / "article.txt"):
            with pytest.raises(OutputError, match="it is the article itself"):
                check_writable(path, str(source))
        check_writable(path, str(tmp_path / "none.txt"))
        check_writable(tmp_path / "out.txt", str(path))
        assert path.read_text() == ARTICLE


@pytest.fixture
def locked() -> Iterator[Path]:
    """Return a folder, and be somebody who may not write in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "file.txt").write_text("old")
        (folder / "file.txt").chmod(0o444)
        folder.chmod(0o555)
        if ROOT:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if ROOT:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="POSIX")
@pytest.mark.parametrize("name", ["file.txt", "new.txt"])
def test_what_may_not_be_written_stays(name: str, locked: Path) -> None:
    with pytest.raises(OutputError, match="it cannot be written: you are not allowed to write there"):
        write_atomically(locked / name, "new")
    assert [path.name for path in locked.iterdir()] == ["file.txt"]
    assert (locked / "file.txt").read_text() == "old"


@pytest.mark.skipif(os.name != "posix", reason="POSIX")
def test_a_file_that_may_not_be_written_is_not_replaced_in_a_folder_that_may(locked: Path) -> None:
    if ROOT:
        os.seteuid(0)
    locked.chmod(0o777)
    if ROOT:
        os.seteuid(65534)
    with pytest.raises(OutputError, match="you are not allowed to write there"):
        write_atomically(locked / "file.txt", "new")
    assert (locked / "file.txt").read_text() == "old"


class TestPlace:
    def test_each_file_has_a_place_of_its_own(self, tmp_path: Path) -> None:
        taken: set[Path] = set()
        names = ["a/x.txt", "b/x.txt", "x.md", "-", "x-2.txt", "été 1.txt"]
        made = [choose_output_path(name, tmp_path / "new" / "out", "txt", taken) for name in names]
        assert [path.name for path in made] == [
            "x.en.txt",
            "x-2.en.txt",
            "x-3.en.txt",
            "stdin.en.txt",
            "x-2-2.en.txt",
            "été 1.en.txt",
        ]
        assert (tmp_path / "new" / "out").is_dir()

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="it is a file, not a folder"):
            choose_output_path("x.txt", tmp_path / "file", "txt", set())
        with pytest.raises(OutputError, match="a part of its path is a file, not a folder"):
            choose_output_path("x.txt", tmp_path / "file" / "out", "txt", set())
