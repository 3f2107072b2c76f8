"""The command `check`: what to look at again in a translation made elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from visavis import paths
from visavis.cli.terminal import Console, create_machine_engines, read_article, report_language
from visavis.infrastructure.settings import Settings
from visavis.model.document import Document
from visavis.model.glossary import Glossary
from visavis.model.ports import Engines
from visavis.text.language import guess_language


def check(
    french: Annotated[str, typer.Argument(metavar="FRENCH", help="The French article, or a bilingual file.")],
    english: Annotated[str, typer.Argument(metavar="ENGLISH", help="Its translation; - is standard input.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print all sentences with their flags, for scripts.")] = False,
    glossary: Annotated[
        Path | None, typer.Option("--glossary", metavar="FILE", help="Terms to check too: CSV, TSV or TBX.")
    ] = None,
) -> None:
    """Print what to look at again in a translation made elsewhere.

    FRENCH and ENGLISH are files in any format that can be read. A TMX or XLIFF file, or a Word or HTML file with French
    and English in two columns, is enough alone.
    """
    document = _check_files(french, english, glossary) if english else _check_bilingual(french, glossary)
    if json:
        from visavis.exports.writers import json as as_json

        Console().out(as_json.dumps(document))
    else:
        Console().out("\n".join(_describe(document)) + "\n")


def _check_files(french: str, english: str, extra: Path | None) -> Document:
    from visavis.given_files import check_article

    terms = _load_terms(extra)
    article, translation = read_article(french), read_article(english)
    report_language(french, guess_language(article.text), "fr")
    report_language(english, guess_language(translation.text), "en")
    return check_article(article, translation, english, _create_engines(terms), partial(Console().progress, french))


def _check_bilingual(name: str, extra: Path | None) -> Document:
    from visavis.given_files import check_bilingual

    return check_bilingual(Path(name), _create_engines(_load_terms(extra)), partial(Console().progress, name))


def _create_engines(terms: Glossary) -> Engines:
    return replace(create_machine_engines(Settings.load(paths.get_settings_file())), glossary=lambda: terms)


def _load_terms(extra: Path | None) -> Glossary:
    """Return the terms of this machine and those of a file, which take precedence. Raises InputError."""
    from visavis.readers.glossary import read
    from visavis.services import load_glossary

    known = load_glossary()
    own = (replace(term, own=True) for term in read(extra)) if extra else ()
    return Glossary([*known.terms.values(), *own])


def _describe(document: Document) -> Iterator[str]:
    """Yield the lines of a report: each pair with flags, and how many there are."""
    passages = [document.passages[id_] for id_ in sorted(document.passages)]
    flagged = [passage for passage in passages if passage.flags]
    for passage in flagged:
        for language, text in (("fr", passage.sentence.text), ("en", passage.target)):
            if text:
                yield f"{language}: {' '.join(text.split())}"
        for flag in sorted(passage.flags, key=lambda flag: flag.rank):
            yield f"  {flag.check}: {flag.detail}"
        yield ""
    yield f"{len(passages)} sentences, {len(flagged)} to look at again"
