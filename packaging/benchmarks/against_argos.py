"""Compare with Argos Translate's own translate(): same package, text and threads, alternating; above 1 we are faster.

    python packaging/benchmarks/against_argos.py article [--text FILE]      words per second, 700 words; first sentence
    python packaging/benchmarks/against_argos.py long [--text FILE]         words per second, 50,000 words, by tenths
    python packaging/benchmarks/against_argos.py memory [--text FILE]       peak memory, 50,000 words, each on its own
    python packaging/benchmarks/against_argos.py quality SOURCE REFERENCE   chrF and BLEU of both, one sentence per line

FILE has one sentence per line; by default the sentences of the seed article are varied. Ratios are between medians.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plain import load
from texts import article

from visavis import paths
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.translation.model_loading import count_cores
from visavis.engines.translation.restarting import RestartingTranslator
from visavis.model.article import Article
from visavis.packages.find import BUILT_IN, choose_package, find_packages
from visavis.pipeline import segment_article
from visavis.readers.open import from_text

LONG = 50_000  # words


def ours(threads: int) -> RestartingTranslator:
    """Return our engine with the built-in package, in a separate process as in the program."""
    return RestartingTranslator(
        choose_package(find_packages([(paths.get_built_in_packages_folder(), BUILT_IN)])), threads
    )


def read(text: str) -> Article:
    """Read and segment a text as the program does."""
    return segment_article(from_text("text", text), FrenchSegmenter())


def run(engine: RestartingTranslator, text: str, first_only: bool = False) -> list[tuple[float, int]]:
    """Translate a text; return (seconds since the start, source words done) after each batch."""
    begin, done, made = time.perf_counter(), 0, []
    sentences = [sentence.text for sentence in read(text).sentences()]
    for batch in engine.translate(sentences):
        done += sum(len(sentences[i].split()) for i, _ in batch)
        made.append((time.perf_counter() - begin, done))
        if first_only:
            break
    return made


def timed(do: Callable[[], object]) -> float:
    """Return how long `do` takes, in seconds."""
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def short(engine: RestartingTranslator, argos: Any, text: Path | None, rounds: int) -> None:
    """Compare on an article of 700 words, and on the time to the first readable text."""
    whole = article(700, text)
    paragraph = "\n\n".join(whole.split("\n\n")[1:2])
    for warm in (lambda: run(engine, paragraph), lambda: argos.translate(paragraph)):
        warm()
    rows = []
    for _ in range(rounds):
        theirs = timed(lambda: argos.translate(whole))
        mine = run(engine, whole)
        first = timed(lambda: argos.translate(paragraph))
        rows.append((theirs, mine[-1][0], first, mine[0][0]))
    theirs, mine_all, first, mine_first = (statistics.median(row[i] for row in rows) for i in range(4))
    words = len(whole.split())
    print(f"{words} words: {words / mine_all:.0f} words/s, Argos {words / theirs:.0f}: {theirs / mine_all:.2f} x")
    share = mine_first / first
    print(f"first sentences after {mine_first:.3f} s, Argos' first paragraph {first:.3f} s: {share:.2f} of it")


def long(engine: RestartingTranslator, argos: Any, text: Path | None) -> None:
    """Compare on a long text, and print our speed in each tenth of it."""
    whole = article(LONG, text)
    made = run(engine, whole)
    theirs = timed(lambda: argos.translate(whole))
    words, mine = made[-1][1], made[-1][0]
    print(f"{words} words: {words / mine:.0f} words/s, Argos {words / theirs:.0f}: {theirs / mine:.2f} x")
    tenths, last = [], (0.0, 0)
    for when, done in made:
        if done - last[1] >= words / 10:
            tenths.append((done - last[1]) / (when - last[0]))
            last = when, done
    print("words/s by tenths: " + " ".join(f"{speed:.0f}" for speed in tenths))


def memory(who: str, text: Path | None, threads: int) -> None:
    """Translate with one of the two and print the peak memory in MB; ours includes the engine process."""
    with tempfile.TemporaryDirectory() as folder:
        whole = article(LONG, text)
        if who == "argos":
            load(Path(folder), threads).translate(whole)
        else:
            engine = ours(threads)
            run(engine, whole)
            engine.close()
            while threading.active_count() > 1:  # until the engine process has been waited for and is counted
                time.sleep(0.01)
    print(sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024)


def compare_memory(text: Path | None, threads: int) -> None:
    """Measure each in its own process."""
    sizes = []
    for who in ("ours", "argos"):
        command = [sys.executable, __file__, "memory-of", who, "--threads", str(threads)]
        command += ["--text", str(text)] if text else []
        sizes.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    print(f"peak {sizes[0]} MB, Argos {sizes[1]} MB: {sizes[0] / sizes[1]:.2f} x")


def quality(engine: RestartingTranslator, argos: Any, source: Path, reference: Path) -> None:
    """Compare the translations of a test set with one sentence per line."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    lines, wanted = (path.read_text(encoding="utf-8").splitlines() for path in (source, reference))
    made = dict(result for batch in engine.translate(lines) for result in batch)
    for name, output in (
        ("ours", [made[i].text for i in range(len(lines))]),
        ("Argos", [argos.translate(line) for line in lines]),
    ):
        print(f"{name:6s} {CHRF().corpus_score(output, [wanted])} {BLEU().corpus_score(output, [wanted])}")


def main() -> None:
    """Run the benchmark named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["article", "long", "memory", "memory-of", "quality"])
    parser.add_argument("files", nargs="*")
    parser.add_argument("--text", type=Path)
    parser.add_argument("--threads", type=int, default=count_cores())
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    if args.what == "memory-of":
        memory(args.files[0], args.text, args.threads)
    elif args.what == "memory":
        compare_memory(args.text, args.threads)
    else:
        with tempfile.TemporaryDirectory() as folder:
            argos, engine = load(Path(folder), args.threads), ours(args.threads)
            match args.what:
                case "article":
                    short(engine, argos, args.text, args.rounds)
                case "long":
                    long(engine, argos, args.text)
                case _:
                    quality(engine, argos, *map(Path, args.files))


if __name__ == "__main__":
    main()
