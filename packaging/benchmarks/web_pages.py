"""Measure how often a summary of six sentences holds what is no text of the article: prompts, teasers, questions.

    python packaging/benchmarks/web_pages.py FOLDER > picks.tsv  # a line for each chosen sentence, to be marked
    python packaging/benchmarks/web_pages.py --count picks.tsv     # wrong picks per six: an "x" in the first column
    python packaging/benchmarks/web_pages.py --time FOLDER         # processor time for reading

FOLDER holds real French pages; web_pages.tsv says which were measured and where they are (they are not ours to pass
on). The bar is 0.1 wrong picks in six sentences.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.summarisation.news import NewsSummariser
from visavis.model.errors import InputError
from visavis.pipeline import segment_article
from visavis.readers.open import open_path

SENTENCES = 6


def picks(path: Path) -> Iterator[str]:
    """Yield the sentences that a summary of a page has, the best first."""
    article = segment_article(open_path(path), FrenchSegmenter())
    texts = {sentence.id: sentence.text for sentence in article.sentences()}
    for choice in NewsSummariser().rank(article)[:SENTENCES]:
        yield " ".join(texts[choice.id].split())


def show(folder: Path) -> None:
    """Print a line for each sentence chosen of each page, its first column empty."""
    for path in sorted(folder.iterdir()):
        try:
            for text in picks(path):
                print(f"\t{path.name}\t{text}")
        except InputError as error:
            print(error, file=sys.stderr)


def count(marked: Path) -> None:
    """Print how many of the sentences were marked as wrong, for each page on average."""
    lines = [line.split("\t") for line in marked.read_text(encoding="utf-8").splitlines() if line]
    pages = {name for _, name, _ in lines}
    wrong = sum(mark.strip().lower() == "x" for mark, _, _ in lines)
    print(f"{len(pages)} pages, {len(lines)} sentences, {wrong} wrong: {wrong / max(len(pages), 1):.2f} in six")


def clock(folder: Path) -> None:
    """Print the processor time that reading each page takes, libraries loaded."""
    paths = sorted(folder.iterdir())
    open_path(paths[0])
    began = time.process_time()
    for path in paths:
        open_path(path)
    print(f"{(time.process_time() - began) / len(paths) * 1000:.0f} ms a page, {len(paths)} pages")


def main() -> None:
    """Do what the command line says."""
    *options, place = sys.argv[1:]
    {"--count": count, "--time": clock}.get(options[0] if options else "", show)(Path(place))


if __name__ == "__main__":
    main()
