"""Where the time goes: `layers.py FILE [--words 20000]`, one French sentence a line, one thread.

Prints seconds of processor time for 1,000 words of each layer, and of what is tried beside it: the engine with all
pieces instead of the shortlist, with a beam of one and of four. The encoder is the engine stopped after one piece.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ctranslate2

from visavis import paths
from visavis.checks import check_passages, warm_checks
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.decoder import BATCH, BEAM
from visavis.engines.translation.normalisation import normalise
from visavis.model.article import Sentence
from visavis.model.glossary import Glossary
from visavis.model.passage import Passage
from visavis.packages.find import BUILT_IN, choose_package, find_packages
from visavis.repair.hypotheses import choose_hypotheses
from visavis.repair.names import repair_names


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor time that `do` takes, in seconds, and what it returns."""
    begin = time.process_time()
    made = do()
    return time.process_time() - begin, made


def main() -> None:
    """Measure and print each layer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    args = parser.parse_args()
    lines: list[str] = []
    count = 0
    for line in args.file.read_text(encoding="utf-8").splitlines():
        if line.strip() and count < args.words:
            lines.append(line)
            count += len(line.split())
    package = choose_package(find_packages([(paths.get_built_in_packages_folder(), BUILT_IN)]))
    engine = ArgosTranslator(package, threads=1)
    raw = ctranslate2.Translator(str(package.folder / "model"), inter_threads=1, intra_threads=1)

    def decode(beam: int = BEAM, shortlist: bool = True, **options: Any) -> Callable[[], Any]:
        return lambda: raw.translate_batch(
            tokens, beam_size=beam, use_vmap=shortlist, max_batch_size=BATCH, batch_type="tokens", **options
        )

    cutting, tokens = timed(lambda: [engine._pieces.encode(normalise(line)) for line in lines])
    decode()()  # warm
    rows = {"normalising and cutting into pieces": cutting, "engine": timed(decode())[0]}
    rows["  of it the encoder"] = timed(decode(max_decoding_length=1))[0]
    rows["  with all pieces"] = timed(decode(shortlist=False))[0]
    rows["  with a beam of one"], rows["  with a beam of four"] = timed(decode(1))[0], timed(decode(4))[0]
    whole, batches = timed(lambda: list(engine.translate(lines)))
    rows["joining pieces, copying words, decoding again"] = whole - cutting - rows["engine"]
    made = dict(result for batch in batches for result in batch)
    passages = [
        Passage(Sentence(i, 0, len(line), line), made[i].text, made[i].score, package=engine.package)
        for i, line in enumerate(lines)
    ]
    known, glossary = {passage.sentence.id: passage for passage in passages}, Glossary(())
    warm_checks()
    rows["checks"], checked = timed(
        lambda: list(repair_names(check_passages(passages, known, glossary), known, glossary))
    )
    rows["choosing among hypotheses"] = timed(
        lambda: [
            list(choose_hypotheses(checked[i : i + 100], known, glossary, engine, True))
            for i in range(0, len(lines), 100)
        ]
    )[0]
    for name, seconds in rows.items():
        print(f"{seconds / count * 1000:7.4f} s  {name}")


if __name__ == "__main__":
    main()
