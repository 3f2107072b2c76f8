"""Subtitles as subtitles: the cues and their times stay, and a translation is laid out over them again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from test_subtitles import SRT, VTT
from tiny import TINY
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.registry import FORMATS, Layout, Options, find_format
from visavis.exports.writers.subtitles.fitting import split_text, wrap_lines
from visavis.gui import clipboard
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import open_path
from visavis.readers.plain.subtitles import parse_cues

ENGLISH = {
    "Le conseil municipal a voté mardi soir la rénovation du vieux pont, fermé depuis mars.": (
        "On Tuesday evening the city council voted to renovate the old bridge, closed since March."
    ),
    "– Le maire viendra ?": '"Will the mayor come?',
    "– Oui, jeudi.": "- Yes, on Thursday.",
    "Il a dit ceci.": "He said this.",
    "Et puis <rien> & tout.": "And then <nothing> & all.",
}
IN_PLACE = Options(Layout.IN_PLACE, provenance=False)


def held(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    article = segment_article(open_path(path), FrenchSegmenter())
    plain = {s: s.text.replace("\u00a0", " ") for s in article.sentences()}
    passages = {s.id: Passage(s, ENGLISH[t], 0.0, package=TINY) for s, t in plain.items() if t in ENGLISH}
    return Document(article, TINY, passages)


def written(path: Path, text: str, form: str, options: Options = IN_PLACE) -> str:
    return FORMATS[form].write(held(path, text), options).decode()


def test_cues_and_times_stay_and_a_sentence_is_laid_out_over_its_cues(tmp_path: Path) -> None:
    assert (
        written(tmp_path / "a.srt", SRT, "srt")
        == """1
00:00:01,000 --> 00:00:03,500
On Tuesday evening the city
council voted to renovate

2
00:00:03,600 --> 00:00:06,000
the old bridge, closed since March.

3
00:00:07,000 --> 00:00:09,000
{\\an8}– Will the mayor come?
- Yes, on Thursday.
"""
    )


def test_notes_styles_settings_and_names_of_web_subtitles_stay(tmp_path: Path) -> None:
    made = written(tmp_path / "a.vtt", VTT, "vtt")
    for kept in ("WEBVTT - Le pont\n", "NOTE ceci n'est pas dit\n", "STYLE\n::cue { color: white }\n"):
        assert kept in made
    assert "intro\n00:01.000 --> 00:03.500 align:start position:10%\n<v Marie>On Tuesday evening the city\n" in made


@pytest.mark.parametrize(("name", "text"), [("a.srt", SRT), ("a.vtt", VTT)])
@pytest.mark.parametrize("form", ["srt", "vtt"])
def test_the_times_are_the_same_in_both_forms(tmp_path: Path, name: str, text: str, form: str) -> None:
    made = written(tmp_path / name, text, form)
    (tmp_path / f"b.{form}").write_text(made, encoding="utf-8")
    assert open_path(tmp_path / f"b.{form}").kind == "subtitles"

    def milliseconds(said: str) -> list[int]:
        found = []
        for cue in parse_cues(said):
            for time in (cue.start, cue.end):
                *hours, minutes, seconds, part = re.split("[:.,]", time)
                found.append(((int((hours or ["0"])[0]) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(part))
        return found

    assert milliseconds(made) == milliseconds(text) == [1000, 3500, 3600, 6000, 7000, 9000]


def test_one_form_is_written_from_the_other(tmp_path: Path) -> None:
    made = written(tmp_path / "a.vtt", VTT.replace("vieux pont", "<i>vieux</i> pont"), "srt")
    assert made.startswith("1\n00:00:01,000 --> 00:00:03,500\nOn Tuesday") and "NOTE" not in made
    italic = SRT.replace("du vieux pont, fermé depuis mars.", "<i>du vieux pont, fermé depuis mars.</i>")
    made = written(tmp_path / "a.srt", italic, "vtt")
    assert made.startswith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.500\nOn Tuesday")
    assert "<i>the old bridge, closed since March.</i>\n" in made and "{" not in made


def test_signs_are_written_as_the_form_asks(tmp_path: Path) -> None:
    cue = "1\n00:00:01,000 --> 00:00:02,000\nEt puis &lt;rien&gt; &amp; tout.\n"
    assert written(tmp_path / "a.srt", cue, "srt").endswith("\nAnd then <nothing> & all.\n")
    assert written(tmp_path / "a.srt", cue, "vtt").endswith("\nAnd then &lt;nothing&gt; &amp; all.\n")


def test_what_is_not_translated_stays_in_french(tmp_path: Path) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nIl a dit ceci. Rien\n\n2\n00:00:02,000 --> 00:00:03,000\nn’est fait.\n\n"
    made = written(tmp_path / "a.srt", text + "3\n00:00:04,000 --> 00:00:05,000\n\n", "srt")
    assert made == text.replace("Il a dit ceci.", "He said this.") + "3\n00:00:04,000 --> 00:00:05,000\n\n"


def test_a_note_says_where_it_is_from(tmp_path: Path) -> None:
    made = written(tmp_path / "a --> b.vtt", VTT, "vtt", Options(Layout.IN_PLACE))
    head, note, *_ = made.split("\n\n")
    assert head == "WEBVTT - Le pont" and note.startswith("NOTE\nMachine translation from French by Vis-à-vis")
    assert "-->" not in note and len(list(parse_cues(made))) == 3


def test_what_is_not_subtitles_has_no_times(tmp_path: Path) -> None:
    document = held(tmp_path / "a.txt", "Il a dit ceci.\n")
    with pytest.raises(OutputError, match="it was not read from subtitles, and has no times"):
        FORMATS["srt"].write(document, IN_PLACE)
    document = held(tmp_path / "a.srt", SRT)
    (tmp_path / "a.srt").write_text(VTT, encoding="utf-8")
    with pytest.raises(OutputError, match="it has changed since it was read"):
        FORMATS["srt"].write(document, IN_PLACE)


def test_the_window_offers_them_for_subtitles_only(tmp_path: Path) -> None:
    offered = clipboard.list_export_choices(held(tmp_path / "a.srt", SRT), clipboard.TRANSLATION)
    assert [way.form.name for way in offered][:2] == ["srt", "vtt"]
    others = clipboard.list_export_choices(held(tmp_path / "a.txt", "Bonjour.\n"), clipboard.TRANSLATION)
    assert not {"srt", "vtt"} & {way.form.name for way in others}
    assert find_format(".SRT") is FORMATS["srt"] and FORMATS["srt"].usual is Layout.IN_PLACE


def test_a_text_is_cut_between_words_in_proportion() -> None:
    assert split_text("a b c d", (1, 1)) == ["a b", "c d"]
    assert split_text("aaaa bbbb, cccc dddd", (11, 9)) == ["aaaa bbbb,", "cccc dddd"]
    assert split_text("one two three", (100, 1, 1)) == ["one", "two", "three"]
    assert split_text("Yes.", (5, 5)) == ["Yes.", "Yes."]
    assert split_text("", (5, 5)) == ["", ""]
    words = " ".join(map(str, range(500)))
    pieces = split_text(words, [3, 0, 50, 7, 20])
    assert " ".join(pieces) == words and all(pieces)


def test_a_wide_line_becomes_two_of_one_width() -> None:
    text = "It was a long line that had more than forty-two letters, and went on."
    first, second = wrap_lines(text, alone=True)
    assert f"{first} {second}" == text and abs(len(first) - len(second)) < 12
    assert wrap_lines(text, alone=False) == [text]
    assert wrap_lines("Short.", alone=True) == ["Short."]
