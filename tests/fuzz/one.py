"""Runs one target under atheris in its own process: saves the inputs that raise, one per place, and continues."""

from __future__ import annotations

import logging
import random
import sys
import traceback
import warnings
from pathlib import Path

import atheris

# Packages instrumented for coverage: the program, and the Python libraries it reads files with.
_INSTRUMENTED = ["visavis", "docx", "odf", "trafilatura", "markdown_it", "htmldate", "courlan", "justext"]
SECONDS, MEGABYTES, LARGEST = 40, 2000, 100_000  # limits per input; instrumented code is several times slower


def main(name: str, folder: Path, seconds: int) -> None:
    """Fuzz a target for a time; save findings and corpus in a folder."""
    logging.disable()
    warnings.simplefilter("ignore")
    with atheris.instrument_imports(include=_INSTRUMENTED):
        from fuzz.targets import TARGETS

        target = TARGETS[name]
        corpus = folder / "corpus" / name
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(target.seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
            _tried(name, folder, seed)  # also triggers late imports while they are being instrumented

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        dice = random.Random(seed)
        made = data
        for _ in range(dice.choice((1, 1, 2, 4))):
            made = target.mutate(made, dice)
        return bytes(made) if len(made) <= most else bytes(atheris.Mutate(data, most))

    options = [
        *(f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}"),
        *("-print_final_stats=1", "-verbosity=1", "-report_slow_units=5", f"-artifact_prefix={folder}/{name}-"),
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: _tried(name, folder, data), custom_mutator=mutate)
    atheris.Fuzz()


def _tried(name: str, folder: Path, data: bytes) -> None:
    from fuzz.targets import TARGETS

    try:
        TARGETS[name].run(data)
    except Exception as error:  # any exception is a finding
        last = traceback.extract_tb(error.__traceback__)[-2:]
        place = "-".join(f"{Path(frame.filename).stem}.{frame.lineno}" for frame in last)
        found = folder / f"{name}-raised-{type(error).__name__}-{place}"
        if not found.exists():
            found.write_bytes(data)
            found.with_name(f"{found.name}.txt").write_text(
                "".join(traceback.format_exception(error)), "utf-8", "replace"
            )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
