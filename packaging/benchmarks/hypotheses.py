"""Measure what heeding the checks brings: `hypotheses.py SOURCE.fr REFERENCE.en [--package FOLDER] [--lines N]`.

Translates the lines with the engine's first hypotheses, then as the program does, which takes another where the first
has a grave flag. Prints grave flags per 100 sentences, BLEU, chrF2 and the processor time of both.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from visavis import pipeline
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.translation.argos import ArgosTranslator
from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.model.events import Translated
from visavis.model.passage import Passage
from visavis.model.ports import Engines
from visavis.packages.find import BUILT_IN, choose_package, read_package
from visavis.repair.hypotheses import choose_hypotheses, count_grave_flags


def make_article(lines: Sequence[str]) -> Article:
    """Return an article with a paragraph, and a sentence, for each line."""
    text, paragraphs, start = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        end = start + len(line)
        sentence = Sentence(number, start, end, line)
        paragraphs.append(Paragraph(number, Role.BODY, start, end, (sentence,)))
        start = end + 1
    return Article("lines", "", text, tuple(paragraphs))


def measure(article: Article, engines: Engines, choose: Callable[..., list[Passage]], reference: list[str]) -> float:
    """Translate, print the figures, and return the seconds of processor time."""
    began, passages = time.process_time(), dict[int, Passage]()
    with patch.object(pipeline, "choose_hypotheses", choose):
        for event in pipeline.translate_article(article, engines):
            if isinstance(event, Translated):
                passages.update((passage.sentence.id, passage) for passage in event.passages)
    spent = time.process_time() - began
    output = [passages[number].target for number in range(len(reference))]
    kinds = Counter(flag.check for passage in passages.values() for flag in passage.flags if flag.rank == 1)
    grave = sum(map(count_grave_flags, passages.values()))
    print(f"{grave} grave flags, {100 * grave / len(output):.1f} in 100 sentences: {dict(kinds.most_common())}")
    print(*(metric.corpus_score(output, [reference]) for metric in (BLEU(), CHRF())), f"{spent:.1f} s", sep="; ")
    return spent


def main() -> None:
    """Translate twice, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--lines", type=int)
    args = parser.parse_args()
    lines, reference = (
        path.read_text(encoding="utf-8").splitlines()[: args.lines] for path in (args.source, args.reference)
    )
    package = read_package(args.package, BUILT_IN) if args.package else choose_package()
    assert package, "there is a package"
    translator = ArgosTranslator(package)
    engines = Engines(FrenchSegmenter(), lambda: translator, lambda _: None, {})  # type: ignore[arg-type, return-value]
    article = make_article(lines)
    first = measure(article, engines, lambda passages, *_: list(passages), reference)
    heeding = measure(article, engines, choose_hypotheses, reference)
    print(f"{heeding / first:.2f} times the time")


if __name__ == "__main__":
    main()
