"""Paragraphs in another language than the article are shown as they are, and are never sent to the engine."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from conftest import Tiny, Visavis
from pages import MORE, NEWS, TITLE, article, page, paragraphs
from tiny import TinyTranslator
from visavis.model.article import Role
from visavis.model.passage import Hypothesis
from visavis.pipeline import collect_document, run_pipeline

ENGLISH = "The old bridge of our town will be renovated, and the council has finally moved mountains. Thank you!"


class Shouting(TinyTranslator):
    """Translates into capital letters, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def translate(self, sentences: Iterable[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield every sentence by itself."""
        for i, sentence in enumerate(sentences):
            self.asked.append(sentence)
            yield [(i, Hypothesis(sentence.upper(), -0.1))]


def test_english_in_a_french_article_is_not_translated(tiny: Tiny) -> None:
    engine = Shouting()
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS, ENGLISH, *MORE)}</article>")
    document = collect_document(run_pipeline(lambda: read, replace(tiny.engines, translator=lambda: engine), "tiny"))
    assert document.complete
    assert not set(engine.asked) & {"Thank you!", ENGLISH}
    said = {sentence.text: document.target(sentence) for sentence in document.article.sentences()}
    assert said["Thank you!"] == "Thank you!"
    assert said[NEWS[0]] == NEWS[0].upper()
    roles = {s.id: p.role for p in document.article.paragraphs for s in p.sentences}
    assert Role.ASIDE not in {roles[choice.id] for choice in document.ranking}


def test_the_command_says_what_was_left_out(visavis: Visavis, tmp_path: Path) -> None:
    path = tmp_path / "pont.html"
    box = "<aside><p>Le musée ferme ses portes pour dix mois.</p></aside>"
    path.write_bytes(page(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{box}{paragraphs(*MORE)}</article>"))
    told = visavis("translate", path)
    note = "1 paragraph looked like a menu or a notice of the page, and was left out"
    assert told.err == f"visavis: {path}: {note}; --whole-page shows all of it\n"
    assert f'"{note}"' in visavis("translate", path, "--json").out
    assert visavis("translate", path, "--whole-page").err == ""


def test_the_command_says_that_an_address_is_not_fetched(visavis: Visavis) -> None:
    for address in ("https://exemple.fr/a/pont.html", "http://exemple.fr", "www.exemple.fr/pont"):
        told = visavis("translate", address)
        assert (told.code, told.out) == (1, "")
        assert told.err.startswith(f"visavis: {address}: it is an address, and no page is fetched")
    piped = visavis("translate", "-", stdin=b"https://exemple.fr/a/pont.html\n")
    assert piped.err.startswith("visavis: -: it is an address, and no page is fetched")
