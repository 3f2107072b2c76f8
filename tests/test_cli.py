"""The command line as the contract has it, in this process and with tiny engines."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from conftest import ARTICLE, Ended, Visavis, complains
from tiny import TinySegmenter, TinySummariser, TinyTranslator
from visavis import __version__, paths
from visavis.cli import main as cli
from visavis.cli import terminal
from visavis.infrastructure import display
from visavis.model.errors import PackageError
from visavis.model.ports import Engines, Translator

ENGLISH = "The council met on Friday and it was said that they would not pay for the works of the town. " * 5
NO_DISPLAY = "visavis: no window can be opened: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)\n"


class TestTranslate:
    def test_it_prints_the_translation(self, visavis: Visavis, article: Path) -> None:
        ended = visavis("translate", article)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE\n\nEN: LE CONSEIL MUNICIPAL")
        assert "Machine translation from French by" in ended.out
        assert "Summary" not in ended.out

    def test_bilingual_and_summary(self, visavis: Visavis, article: Path) -> None:
        ended = visavis("translate", article, "--bilingual", "--summary", "2")
        whole = ended.out.split("\n\n")
        assert whole[:2] == ["Le conseil adopte le budget de la ville", "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE"]
        end = ended.out.partition("\n\nSummary\n\n")[2]
        longest = "Le maire a défendu les dépenses pour les écoles de la ville."
        assert longest in end
        assert f"EN: {longest.upper()}" in end
        assert end.count("EN: ") == 2

    def test_standard_input(self, visavis: Visavis) -> None:
        ended = visavis("translate", "-", stdin=ARTICLE.encode("cp1252"))
        assert (ended.code, ended.err) == (0, "")
        assert "EN: L'OPPOSITION" in ended.out.replace("’", "'")

    def test_several_files_one_of_them_bad(self, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        ended = visavis("translate", tmp_path / "none.txt", article, tmp_path, article)
        assert ended.code == 1
        assert ended.out.count("EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE") == 2
        assert ended.err.splitlines() == [
            f"visavis: {tmp_path / 'none.txt'}: there is no such file",
            f"visavis: {tmp_path}: it is a folder, not a file",
        ]

    def test_into_a_file_whose_suffix_is_the_format(self, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        ended = visavis("translate", article, "-o", tmp_path / "out.txt")
        assert (ended.code, ended.out, ended.err) == (0, "", "")
        assert (tmp_path / "out.txt").read_text("utf-8").startswith("EN: LE CONSEIL")
        assert visavis("translate", article, "--output", tmp_path / "out.JSON").code == 0
        assert json.loads((tmp_path / "out.JSON").read_text("utf-8"))["source"]["words"] > 50
        assert visavis("translate", article, "-o", tmp_path / "plain").code == 0
        assert (tmp_path / "plain").read_text("utf-8").startswith("EN: LE CONSEIL")

    def test_the_format_may_be_told(self, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        assert json.loads(visavis("translate", article, "--to", "json").out)
        assert visavis("translate", article, "-o", tmp_path / "out.unknown", "--to", "json").code == 0
        assert json.loads((tmp_path / "out.unknown").read_text("utf-8"))
        assert visavis("translate", article, "-o", tmp_path / "out.json", "--to", "txt").code == 0
        assert (tmp_path / "out.json").read_text("utf-8").startswith("EN: LE CONSEIL")

    def test_into_a_folder(self, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        other = tmp_path / "b" / article.name
        other.write_text("Une autre nouvelle de la ville.", encoding="utf-8")
        out = tmp_path / "new" / "folder.d"
        assert visavis("translate", article, other, "-", "-o", out, "--json", stdin=b"Bonjour.").code == 0
        assert sorted(path.name for path in out.iterdir()) == [
            "article-2.en.json",
            "article.en.json",
            "stdin.en.json",
        ]
        assert json.loads((out / "article-2.en.json").read_text("utf-8"))["source"]["path"] == str(other)
        assert visavis("translate", article, "-o", out).code == 0  # one file, into a folder that is there
        assert (out / "article.en.txt").is_file()
        assert visavis("translate", article, "-o", f"{tmp_path}/slash{os.sep}").code == 0
        assert (tmp_path / "slash" / "article.en.txt").is_file()

    @pytest.mark.parametrize("out", ["out.txt", "there"])
    def test_several_files_need_a_folder(self, out: str, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        (tmp_path / "there").write_text("old")
        assert complains(visavis("translate", article, article, "-o", tmp_path / out), 2, out, "must be a folder")
        assert (tmp_path / "there").read_text() == "old"

    def test_what_cannot_be_written_is_told_before_the_work(
        self, visavis: Visavis, article: Path, tmp_path: Path, translator: TinyTranslator
    ) -> None:
        out = tmp_path / "none" / "out.txt"
        assert complains(visavis("translate", article, "-o", out), 1, f"{out}: it cannot be written: there is no such")
        assert complains(visavis("translate", article, "-o", article), 1, f"{article}: it is the article itself")
        out = article / "folder"
        assert complains(visavis("translate", article, "-o", f"{out}/"), 1, f"{out}: a part of its path is a file")
        assert article.read_text("utf-8") == ARTICLE
        assert translator.calls == 0

    @pytest.mark.parametrize("name", ["deux mots.txt", "été à Noël.txt", "a\nb.txt", "a\x1b[31m\tb.txt", "-x.txt", "…"])
    def test_file_names_of_all_kinds(self, name: str, visavis: Visavis, tmp_path: Path) -> None:
        os.chdir(tmp_path)
        missing = visavis("translate", "--", name)
        assert complains(missing, 1, "there is no such file")
        assert missing.err[:-1].isprintable()
        Path(name).write_text(ARTICLE, encoding="utf-8")
        ended = visavis("translate", "-o", "out", "--", name, name)
        assert (ended.code, ended.err) == (0, "")
        assert (tmp_path / "out" / f"{Path(name).stem}.en.txt").is_file()
        assert visavis("translate", "--json", "--", name).out.count(json.dumps(name, ensure_ascii=False)) == 1

    def test_a_name_that_is_no_text(self, visavis: Visavis, tmp_path: Path) -> None:
        name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
        assert complains(visavis("translate", name), 1, "\ufffd.txt: there is no such file")
        Path(name).write_text(ARTICLE, encoding="utf-8")
        assert visavis("translate", name).code == 0
        assert json.loads(visavis("translate", name, "--json").out)["source"]["path"].endswith("/?.txt")

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "it contains no text"),
            (b" \n\n", "it contains no text"),
            (b"\x7fELF\0\0\0\1" * 9, ""),
            (b"PK\3\4" * 9, ""),
        ],
    )
    def test_what_is_no_article(self, content: bytes, reason: str, visavis: Visavis, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(content)
        assert complains(visavis("translate", tmp_path / "a.txt"), 1, f"{tmp_path / 'a.txt'}: ", reason)
        assert complains(visavis("translate", "-", stdin=content), 1, "visavis: -: ", reason)
        assert complains(visavis("summarize", tmp_path / "a.txt"), 1, reason)

    @pytest.mark.parametrize("name", ["", "a" * 300, "/dev/null", "none/a.txt"])
    def test_what_is_no_file(self, name: str, visavis: Visavis) -> None:
        assert complains(visavis("translate", name), 1)

    def test_a_text_that_is_not_french_goes_on(self, visavis: Visavis, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(ENGLISH)
        ended = visavis("translate", path)
        assert ended.code == 0
        assert ended.err == f"visavis: {path}: it looks English, not French; translating it as French\n"
        assert "EN: THE COUNCIL MET" in ended.out
        ended = visavis("summarize", path, "--language", "fr")
        assert ended.err == f"visavis: {path}: it looks English, not French; reading it as French\n"

    def test_an_engine_that_breaks_down(self, visavis: Visavis, article: Path, translator: TinyTranslator) -> None:
        translator.fail_after = 1
        assert complains(visavis("translate", article), 3, "the engine broke down")


class TestJson:
    def test_it_has_the_keys_of_the_contract(self, visavis: Visavis, article: Path) -> None:
        ended = visavis("translate", article, "--json", "--summary", "2")
        made = json.loads(ended.out)
        assert (ended.code, ended.err) == (0, "")
        assert list(made) == ["provenance", "source", "package", "paragraphs", "summary"]
        assert list(made["source"]) == ["path", "sha256", "title", "text", "words"]
        assert list(made["package"]) == ["name", "version", "origin", "sha256"]
        assert list(made["summary"]) == ["method", "sentences"]
        assert [list(sentence) for sentence in made["summary"]["sentences"]] == [["id", "rank", "score"]] * 2
        wanted = ["id", "start", "end", "source", "target", "score", "status", "flags"]
        for paragraph in made["paragraphs"]:
            assert list(paragraph) == ["index", "role", "sentences"]
            for sentence in paragraph["sentences"]:
                assert list(sentence) == wanted
                assert made["source"]["text"][sentence["start"] : sentence["end"]] == sentence["source"]

    def test_a_summary_only_when_asked_for(self, visavis: Visavis, article: Path, tmp_path: Path) -> None:
        assert "summary" not in json.loads(visavis("translate", article, "--json").out)
        assert len(json.loads(visavis("summarize", article, "--json").out)["summary"]["sentences"]) == 4
        (tmp_path / "title.md").write_text("# Le titre seul")
        ended = visavis("summarize", tmp_path / "title.md", "--json")
        assert json.loads(ended.out)["summary"]["sentences"] == []
        assert ended.err == f"visavis: {tmp_path / 'title.md'}: it holds no sentence for a summary\n"


class TestSummarize:
    @pytest.mark.parametrize(
        ("options", "count"),
        [([], 4), (["-n", "2"], 2), (["--percent", "40"], 3), (["--words", "1"], 1), (["-n99"], 8)],
    )
    def test_its_length(self, options: list[str], count: int, visavis: Visavis, article: Path) -> None:
        ended = visavis("summarize", article, *options)
        *lines, empty, source = ended.out.splitlines()
        assert (ended.code, ended.err, len(lines), empty) == (0, "", count, "")
        assert source.startswith("[Le conseil adopte le budget de la ville · article.txt · machine translation, ")
        assert all(line.startswith("EN: ") for line in lines)

    def test_its_language(self, visavis: Visavis, article: Path) -> None:
        french = visavis("summarize", article, "-n", "1", "--language", "fr").out.splitlines()
        assert french[0] == "Le maire a défendu les dépenses pour les écoles de la ville."
        both = visavis("summarize", article, "-n", "1", "--language", "both").out.splitlines()
        assert both[:2] == [french[0], f"EN: {french[0].upper()}"]

    def test_in_french_it_needs_no_translation(
        self, visavis: Visavis, article: Path, translator: TinyTranslator
    ) -> None:
        assert "machine translation" not in visavis("summarize", article, "--language", "fr").out
        assert translator.calls == 0

    def test_standard_input(self, visavis: Visavis) -> None:
        assert visavis("summarize", "-", "-n", "1", stdin=ARTICLE.encode()).code == 0


class TestOpenWithoutADisplay:
    def test_it_says_so_and_prints_original_translation_and_summary(self, visavis: Visavis, article: Path) -> None:
        ended = visavis(article)
        assert (ended.code, ended.err) == (0, NO_DISPLAY)
        assert ended.out.startswith("Le conseil adopte le budget de la ville\n\nEN: LE CONSEIL ADOPTE LE BUDGET")
        assert "\n\nSummary\n\n" in ended.out

    def test_without_a_file_it_only_says_so(self, visavis: Visavis) -> None:
        for options in ((), ("--offline",)):
            ended = visavis(*options)
            assert (ended.code, ended.out, ended.err) == (1, "", NO_DISPLAY)

    def test_with_a_file_that_cannot_be_read(self, visavis: Visavis) -> None:
        ended = visavis("none.txt")
        assert (ended.code, ended.out) == (1, "")
        assert ended.err == f"{NO_DISPLAY}visavis: none.txt: there is no such file\n"

    def test_a_file_named_like_a_command(self, visavis: Visavis, tmp_path: Path) -> None:
        os.chdir(tmp_path)
        for name in ("translate", "open", "packages"):
            Path(name).write_text(ARTICLE, encoding="utf-8")
            for arguments in ([f"./{name}"], ["--", name], ["--offline", "--", name], ["translate", name]):
                ended = visavis(*arguments)
                assert ended.code == 0, ended.err
                assert "EN: LE CONSEIL ADOPTE LE BUDGET" in ended.out

    def test_standard_input(self, visavis: Visavis) -> None:
        assert visavis("-", stdin=ARTICLE.encode()).out.startswith("Le conseil adopte")

    def test_with_a_display_the_window_opens(
        self, visavis: Visavis, article: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[Path | None] = []

        def main(file: Path | None, guard: object) -> int:
            opened.append(file)
            return 0

        monkeypatch.setattr(display, "find_obstacle", lambda: "")
        monkeypatch.setattr("visavis.app.application.main", main)
        assert visavis(article).code == visavis().code == 0
        assert opened == [article, None]


class TestUsage:
    @pytest.mark.parametrize("arguments", [["--version"], ["--offline", "--version"]])
    def test_version(self, arguments: list[str], visavis: Visavis) -> None:
        assert visavis(*arguments) == Ended(0, f"visavis {__version__}\n", "")

    @pytest.mark.parametrize("command", [[], ["translate"], ["summarize"], ["packages"], ["packages", "list"]])
    def test_help(self, command: list[str], visavis: Visavis) -> None:
        ended = visavis(*command, "--help")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith(" ".join(["Usage: visavis", *command]))
        assert "open" not in ended.out.partition("Commands:")[2].split()

    @pytest.mark.parametrize(
        "arguments",
        [
            "translate",
            "translate --bogus a.txt",
            "translate a.txt --to pages",
            "translate a.txt --json --to txt",
            "translate a.txt -o out.pages",
            "translate a.txt --summary -1",
            "translate a.txt --summary two",
            "translate a.txt -o",
            "summarize",
            "summarize a.txt b.txt",
            "summarize a.txt -n 0",
            "summarize a.txt --percent 101",
            "summarize a.txt --percent nan",
            "summarize a.txt -n 1 --words 9",
            "summarize a.txt --method none",
            "summarize a.txt --language de",
            "packages none",
            "a.txt b.txt",
            "--bogus",
            "--bogus a.txt",
        ],
    )
    def test_wrong_usage(self, arguments: str, visavis: Visavis, translator: TinyTranslator) -> None:
        assert complains(visavis(*arguments.split()), 2)
        assert translator.calls == 0

    def test_packages_alone_shows_its_help(self, visavis: Visavis) -> None:
        ended = visavis("packages")
        assert ended.code in (0, 2)  # by the release of click
        assert "Usage: visavis packages" in ended.out + ended.err

    def test_completion_offers_the_commands(self, visavis: Visavis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("_VISAVIS_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "visavis su")
        monkeypatch.setenv("COMP_CWORD", "1")
        assert visavis() == Ended(0, "summarize\n", "")


class TestPackages:
    def test_list(self, visavis: Visavis) -> None:
        ended = visavis("packages", "list")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("translate-fr_en ")
        assert "(built-in, in use)" in ended.out

    def test_none(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(paths, "get_built_in_packages_folder", lambda: tmp_path / "none")
        for command in ("translate", "summarize"):
            files = [str(article)] * (2 if command == "translate" else 1)
            code = cli.run([command, *files])
            assert complains(Ended(code, *capfd.readouterr()), 3, "no language package for fr → en was found")
        assert cli.run(["translate", "none.txt", str(article)]) == 3

    def test_a_bad_file_never_waits_for_one(self, visavis: Visavis, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing() -> Translator:
            raise PackageError("", "there is none")

        wired = Engines(TinySegmenter(), missing, lambda method: TinySummariser(), {})
        monkeypatch.setattr(terminal, "create_engines", lambda settings, memory: wired)
        assert complains(visavis("translate", "none.txt"), 1, "none.txt: there is no such file")


def test_a_fault_of_ours_shows_no_traceback(visavis: Visavis, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Engines:
        raise ZeroDivisionError("Le conseil municipal")

    monkeypatch.setattr(terminal, "create_engines", broken)
    assert complains(visavis("translate", article), 1, "something went wrong (ZeroDivisionError)")


def test_an_interruption(visavis: Visavis, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Engines:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "create_engines", interrupted)
    assert visavis("translate", article, article) == Ended(130, "", "")
