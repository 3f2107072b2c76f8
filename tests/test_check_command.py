"""`visavis check`: a translation made elsewhere is aligned with the French, checked and reported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import ARTICLE, Visavis, complains
from exporting import DAY
from tiny import TinyTranslator
from visavis.cli.terminal import load_document
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.infrastructure.settings import Settings
from visavis.model.passage import Hypothesis

FRENCH = """Le conseil adopte le budget

Le conseil municipal a adopté le budget vendredi soir. La séance a duré plus de quatre heures.

Le tramway coûtera 42 millions d’euros. Le maire est venu au conseil.
"""
ENGLISH = """The council adopts the budget

The city council adopted the budget on Friday evening and the session lasted more than four hours.

The tramway will cost 24 million euros. Weather in London: sunny, with wind.
"""
MACHINE = {
    "Le conseil adopte le budget": "The council adopts the budget",
    "Le conseil municipal a adopté le budget vendredi soir.": "The municipal council adopted the budget on Friday.",
    "La séance a duré plus de quatre heures.": "The session lasted more than four hours.",
    "Le tramway coûtera 42 millions d’euros.": "The tramway will cost 42 million euros.",
    "Le maire est venu au conseil.": "The mayor came to the council.",
}


@pytest.fixture
def bridge(translator: TinyTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tiny engine know English."""

    def translate(sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        yield [(number, Hypothesis(MACHINE[sentence], -0.1)) for number, sentence in enumerate(sentences)]

    monkeypatch.setattr(translator, "translate", translate)


@pytest.fixture
def french(tmp_path: Path) -> Path:
    path = tmp_path / "french.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def list_sentences(out: str) -> list[dict[str, Any]]:
    return [sentence for paragraph in json.loads(out)["paragraphs"] for sentence in paragraph["sentences"]]


@pytest.mark.usefixtures("bridge")
class TestTwoFiles:
    def test_json_is_that_of_the_contract(self, visavis: Visavis, french: Path, english: Path) -> None:
        ended = visavis("check", french, english, "--json")
        assert ended.code == 0
        whole = json.loads(ended.out)
        assert whole["package"] is None
        assert whole["source"]["path"] == str(french)
        assert [paragraph["index"] for paragraph in whole["paragraphs"]] == [0, 1, 2]
        sentences = list_sentences(ended.out)
        text = whole["source"]["text"]
        assert [sentence["id"] for sentence in sentences] == list(range(5))
        assert all(text[one["start"] : one["end"]] == one["source"] for one in sentences)
        assert {(one["status"], one["score"]) for one in sentences} == {("given", None)}

    def test_sentences_that_are_one_in_english_are_one(self, visavis: Visavis, french: Path, english: Path) -> None:
        merged = list_sentences(visavis("check", french, english, "--json").out)[1]
        assert merged["source"] == FRENCH.split("\n\n")[1]
        assert merged["target"] == ENGLISH.split("\n\n")[1]

    def test_what_has_no_counterpart_is_flagged(self, visavis: Visavis, french: Path, english: Path) -> None:
        _, _, tramway, *others = list_sentences(visavis("check", french, english, "--json").out)
        assert [flag["check"] for flag in tramway["flags"]].count("figure") == 1
        lost = next(one for one in others if not one["target"])
        added = next(one for one in others if not one["source"])
        assert lost["source"] == "Le maire est venu au conseil."
        assert lost["flags"] == [{"check": "omission", "detail": "not in the English", "rank": 1}]
        assert added["target"] == "Weather in London: sunny, with wind."
        assert added["start"] == added["end"]
        assert added["flags"] == [{"check": "addition", "detail": "not in the French", "rank": 1}]

    @pytest.mark.parametrize("ending", ["txt", "docx", "odt"])
    def test_the_provenance_of_our_own_export_is_no_addition(
        self, visavis: Visavis, french: Path, tmp_path: Path, ending: str
    ) -> None:
        export = tmp_path / f"e.{ending}"
        assert visavis("translate", french, "-o", export).code == 0
        assert visavis("check", french, export).out.splitlines()[-1].startswith("5 sentences, ")

    def test_what_follows_the_provenance_is_checked(self, visavis: Visavis, french: Path, tmp_path: Path) -> None:
        export = tmp_path / "e.txt"
        assert visavis("translate", french, "-o", export).code == 0
        with export.open("a", encoding="utf-8") as file:
            file.write("\n\nWeather in London: sunny, with wind.\n")
        assert "en: Weather in London: sunny, with wind.\n  addition" in visavis("check", french, export).out

    def test_the_report(self, visavis: Visavis, french: Path, english: Path) -> None:
        ended = visavis("check", french, english)
        assert ended.code == 0
        assert "fr: Le maire est venu au conseil.\n  omission: not in the English\n" in ended.out
        assert "en: Weather in London: sunny, with wind.\n  addition: not in the French\n" in ended.out
        assert "Le conseil adopte le budget\n" not in ended.out
        assert ended.out.splitlines()[-1].startswith("5 sentences, ")

    def test_a_sentence_of_two_paragraphs(self, visavis: Visavis, french: Path, tmp_path: Path) -> None:
        french.write_text("\n\n".join(list(MACHINE)[:4]), encoding="utf-8")
        (tmp_path / "e.txt").write_text(
            "The council adopts the budget\n\nThe municipal council adopted the budget Friday evening.\n\n"
            "The session lasted more than four hours and the tramway will cost 24 million euros.\n",
            encoding="utf-8",
        )
        sentences = list_sentences(visavis("check", french, tmp_path / "e.txt", "--json").out)
        assert [one["source"] for one in sentences] == list(MACHINE)[:4]
        assert sentences[2]["target"] == sentences[3]["target"]
        assert sentences[2]["flags"] == []
        assert [flag["check"] for flag in sentences[3]["flags"]] == ["figure"]

    def test_a_glossary(self, visavis: Visavis, french: Path, english: Path, tmp_path: Path) -> None:
        (tmp_path / "terms.csv").write_text("tramway;streetcar\n", encoding="utf-8")
        ended = visavis("check", french, english, "--json", "--glossary", tmp_path / "terms.csv")
        tramway = list_sentences(ended.out)[2]
        assert "glossary" in [flag["check"] for flag in tramway["flags"]]

    def test_a_file_that_cannot_be_read(self, visavis: Visavis, french: Path, tmp_path: Path) -> None:
        missing = visavis("check", french, tmp_path / "none.txt")
        assert complains(missing, 1, "none.txt: there is no such file")
        assert complains(visavis("check", french), 1, "french.txt: it is no TMX", "name the English too")
        assert visavis("check").code == 2


class TestBilingualFiles:
    @pytest.fixture(params=["tmx", "xliff", "docx", "html"])
    def exported(self, request: pytest.FixtureRequest, translator: object, article: Path, tmp_path: Path) -> Path:
        """Return our own export of an article, translated by the tiny engine."""
        layout = Layout.COLUMNS if request.param in ("docx", "html") else Layout.TRANSLATION
        data = FORMATS[request.param].write(load_document(article, Settings()), Options(layout, 0, True, DAY))
        path = tmp_path / f"both.{request.param}"
        path.write_bytes(data)
        return path

    def test_our_own_exports_keep_their_pairs(self, visavis: Visavis, exported: Path) -> None:
        ended = visavis("check", exported, "--json")
        assert ended.code == 0, ended.err
        pairs = [(one["source"], one["target"]) for one in list_sentences(ended.out)]
        assert [french for french, _ in pairs] == [
            sentence
            for paragraph in ARTICLE.strip().split("\n\n")
            for sentence in paragraph.replace(". ", ".\n").split("\n")
        ]
        assert [english for _, english in pairs] == [f"EN: {french.upper()}" for french, _ in pairs]

    def check(self, visavis: Visavis, path: Path, text: str) -> list[tuple[str, str]]:
        path.write_text(text, encoding="utf-8")
        ended = visavis("check", path, "--json")
        assert ended.code == 0, ended.err
        return [(one["source"], one["target"]) for one in list_sentences(ended.out)]

    def test_a_memory_of_another_program(self, visavis: Visavis, tmp_path: Path) -> None:
        text = """<?xml version="1.0"?><tmx version="1.4"><header/><body>
            <tu><tuv xml:lang="en-us">
                <seg>The <bpt i="1">&lt;b&gt;</bpt>mayor<ept i="1">&lt;/b&gt;</ept> came.</seg></tuv>
                <tuv xml:lang="FR"><seg>Le <hi>maire</hi> est venu.</seg></tuv></tu>
            <tu><tuv xml:lang="fr"><seg>Sans anglais.</seg></tuv><tuv xml:lang="de"><seg>Ohne.</seg></tuv></tu>
            </body></tmx>"""
        assert self.check(visavis, tmp_path / "other.tmx", text) == [("Le maire est venu.", "The mayor came.")]

    def test_xliff_of_version_1(self, visavis: Visavis, tmp_path: Path) -> None:
        text = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
            <file source-language="fr-FR" target-language="en-GB" original="a"><body><group>
            <trans-unit id="1"><source>Il part. Elle <g id="1">reste</g>.</source>
              <seg-source><mrk mtype="seg" mid="1">Il part.</mrk>
                <mrk mtype="seg" mid="2">Elle reste.</mrk></seg-source>
              <target><mrk mtype="seg" mid="1">He leaves.</mrk> <mrk mtype="seg" mid="2">She stays.</mrk></target>
            </trans-unit></group>
            <trans-unit id="2"><source>Un <g id="1">mot</g><x id="2"/>.</source><target>A word.</target></trans-unit>
            <trans-unit id="3"><source>Rien.</source></trans-unit>
            </body></file></xliff>"""
        assert self.check(visavis, tmp_path / "old.xlf", text) == [
            ("Il part.", "He leaves."),
            ("Elle reste.", "She stays."),
            ("Un mot.", "A word."),
            ("Rien.", ""),
        ]

    def test_what_is_no_bilingual_file(self, visavis: Visavis, tmp_path: Path) -> None:
        for name, content, reason in (
            ("a.tmx", "<tmx><body>", "it is damaged"),
            ("b.tmx", "<tmx><body/></tmx>", "it holds no French with its English"),
            ("c.xml", "<?xml version='1.0'?><other/>", "it is no TMX"),
            ("d.html", "<html><body><p>Un mot.</p>", "side by side"),
        ):
            (tmp_path / name).write_text(content, encoding="utf-8")
            assert complains(visavis("check", tmp_path / name), 1, name, reason)

    def test_a_web_page_is_read_in_the_charset_that_it_declares(self, visavis: Visavis, tmp_path: Path) -> None:
        page = '<html><meta charset="iso-8859-7"><table><tr><td>Le signe μ.</td><td>The sign μ.</td></tr></table>'
        (tmp_path / "greek.html").write_bytes(page.encode("iso-8859-7"))
        ended = visavis("check", tmp_path / "greek.html", "--json")
        assert [sentence["target"] for sentence in list_sentences(ended.out)] == ["The sign μ."]

    def test_a_word_file_with_macros_is_refused_as_elsewhere(self, visavis: Visavis, tmp_path: Path) -> None:
        import docx

        document = docx.Document()
        document.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
        document.save(str(tmp_path / "macros.docx"))
        assert complains(visavis("check", tmp_path / "macros.docx"), 1, "macros.docx", "holds macros")

    def test_entities_are_not_expanded(self, visavis: Visavis, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("secret", encoding="utf-8")
        text = f"""<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]><tmx version="1.4"><body>
            <tu><tuv xml:lang="fr"><seg>Un &x; mot.</seg></tuv><tuv xml:lang="en"><seg>A word.</seg></tuv></tu>
            </body></tmx>"""
        assert self.check(visavis, tmp_path / "x.tmx", text) == [("Un mot.", "A word.")]
