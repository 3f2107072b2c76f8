import itertools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from visavis import paths
from visavis.engines.translation import argos, decoder, decoding, normalisation
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.decoder import Chunk
from visavis.engines.translation.decoding import Decoding
from visavis.model.errors import EngineFailed, PackageError
from visavis.model.passage import Hypothesis
from visavis.packages.find import InstalledPackage, find_packages, read_package

LONG = (
    "Selon les États-Unis, la Serbie procède à un réarmement « majeur » le long de la frontière, d’après l’agence de "
    "presse dpa, alors que le gouvernement pense que les suspects se sont réfugiés en Serbie, que les tensions durent "
    "depuis des mois, et que le conseiller à la sécurité nationale a exprimé son inquiétude ; "
) * 3 + "la Maison Blanche a fait cette déclaration dans un communiqué."

ISOLATED = """
import os, sys
events = []
sys.addaudithook(lambda name, args: events.append(name) if name.startswith("socket.") else None)
from visavis.engines.translation.argos import ArgosTranslator
from visavis.packages.find import find_packages
before = dict(os.environ)
engine = ArgosTranslator(find_packages()[0], threads=1)
print([h.text for batch in engine.translate(["Le président est arrivé."]) for _, h in batch][0])
assert dict(os.environ) == before
assert not events, events
"""


@pytest.fixture(scope="module")
def package() -> InstalledPackage:
    return find_packages([(paths.get_built_in_packages_folder(), "built-in")])[0]


@pytest.fixture(scope="module")
def engine(package: InstalledPackage) -> ArgosTranslator:
    return ArgosTranslator(package, threads=1)


def run(engine: ArgosTranslator, sentences: Sequence[str]) -> list[Hypothesis]:
    results = [result for batch in engine.translate(sentences) for result in batch]
    assert sorted(index for index, _ in results) == list(range(len(sentences)))
    return [hypothesis for _, hypothesis in sorted(results, key=lambda result: result[0])]


def test_sentences_are_translated(engine: ArgosTranslator) -> None:
    said = ["Le président est arrivé à Paris.", "L’OTAN est prête.", "« Non ! », a-t-il dit à Jens Stoltenberg."]
    made = run(engine, said)
    assert "Paris" in made[0].text
    assert "NATO" in made[1].text
    assert all(hypothesis.score <= 0 for hypothesis in made)
    assert not any("«" in hypothesis.text or "’" in hypothesis.text for hypothesis in made)


def test_the_score_is_the_mean_over_the_target_tokens(engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.decoder, "_shortlist", False)  # among fewer pieces each is likelier
    part = Chunk("L'OTAN est prête.", engine._pieces.encode("L'OTAN est prête."))
    (made,) = Decoding(engine.decoder, [part]).finish()
    (again,) = engine.decoder.scores([part.tokens], [engine._pieces.encode(made.target)])
    assert made.score == pytest.approx(sum(again) / len(again), abs=0.01)
    assert made.length == len(again)


def test_a_shortlist_of_pieces_changes_few_translations(
    engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [
        f"{who} {did} à {where} {number} {what}."
        for who, where in (("Zbigniew Brzeziński", "Łódź"), ("Mme Ouattara", "Ouagadougou"), ("Le préfet", "Vesoul"))
        for did in ("a promis", "a refusé", "confisque")
        for number, what in ((17, "tonnes de cuivre"), (1250, "nouveaux logements"), (3, "délais supplémentaires"))
    ]
    limited = [hypothesis.text for hypothesis in run(engine, said)]
    monkeypatch.setattr(engine.decoder, "_shortlist", False)
    full = [hypothesis.text for hypothesis in run(engine, said)]
    assert sum(one == other for one, other in zip(limited, full, strict=True)) > 0.7 * len(said)
    assert sum("Brzeziński" in text for text in limited) >= sum("Brzeziński" in text for text in full)


def test_quoted_words_are_translated_as_others_are(engine: ArgosTranslator) -> None:
    said = [
        "Le maire dénonce une « trahison ».",
        "Il craint une “tragédie” (et la colère).",
        "Un réarmement « majeur ».",
    ]
    treason, tragedy, major = (hypothesis.text for hypothesis in run(engine, said))
    assert re.search(r'"(treason|betrayal)[".]', treason), treason
    assert '"tragedy" (and' in tragedy
    assert '"major"' in major


def test_a_shortlist_needs_a_map_and_the_first_piece_in_front(tmp_path: Path) -> None:
    assert not argos.has_shortlist(tmp_path / "nowhere")
    pieces = ["</s>", "<unk>", "<s>", *(f"piece {number}" for number in range(100))]
    last = [piece for piece in pieces if piece != "<s>"] + ["<s>"]
    (tmp_path / "target_vocabulary.json").write_text(json.dumps(last), encoding="utf-8")
    (tmp_path / "vmap.txt").write_text("\ta\n", encoding="utf-8")
    assert not argos.has_shortlist(tmp_path), "CTranslate2 would mistake its number"
    (tmp_path / "target_vocabulary.json").write_text(json.dumps(pieces), encoding="utf-8")
    assert argos.has_shortlist(tmp_path)
    (tmp_path / "vmap.txt").write_text("\ta\nun\ton", encoding="utf-8")
    assert not argos.has_shortlist(tmp_path), "it is cut short"
    (tmp_path / "vmap.txt").write_bytes(b"\x9f\x00damaged")
    assert not argos.has_shortlist(tmp_path)
    (tmp_path / "vmap.txt").unlink()
    assert not argos.has_shortlist(tmp_path)


def test_equal_sentences_are_decoded_once(engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    begin = engine.decoder.submit

    def watched(parts: list[Chunk], *beam: int, **options: Any) -> list[Any]:
        asked.extend(part.source for part in parts if not beam)
        return begin(parts, *beam, **options)

    monkeypatch.setattr(engine.decoder, "submit", watched)
    made = run(engine, ["L’OTAN est prête.", "Il dort.", "L'OTAN est prête.", "L’OTAN\u00a0est prête."])
    assert made[0] == made[2] == made[3] != made[1]
    assert sorted(asked) == ["Il dort.", "L'OTAN est prête."]


def test_windows_come_in_reading_order_and_can_be_closed(
    engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    begin = engine.decoder.submit

    def watched(parts: list[Chunk], *beam: int, **options: Any) -> list[Any]:
        begun.append(len(parts) if not beam else 0)
        return begin(parts, *beam, **options)

    monkeypatch.setattr(engine.decoder, "submit", watched)
    said = [f"Le ministre numéro {i} est arrivé à Paris avec les {i + 2} autres." for i in range(300)]
    batches = engine.translate(said)
    first, second = itertools.islice(batches, 2)
    assert [index for index, _ in first + second] == list(range(len(first) + len(second)))
    assert len(first) < len(second) < len(said) - len(first)
    batches.close()  # type: ignore[attr-defined]
    assert sum(begun) < len(said), "one window waits in the engine, no more"


def test_a_long_sentence_is_cut_and_joined(engine: ArgosTranslator) -> None:
    assert len(LONG.split()) > 150
    text = run(engine, [LONG])[0].text
    assert 0.5 * len(LONG.split()) < len(text.split()) < 1.5 * len(LONG.split())
    assert text.count(";") >= 1
    assert text.endswith(".")


@pytest.mark.parametrize("text", ["", "***", "— —", "12,5 %", "14 / 03", "www.exemple.fr", "a@exemple.fr"])
def test_what_says_nothing_is_left_as_it_is(engine: ArgosTranslator, text: str) -> None:
    assert run(engine, [text]) == [Hypothesis(text, 0.0)]


def test_what_no_engine_can_take_is_left_and_flagged(engine: ArgosTranslator) -> None:
    blob = "aZ9q" * 500
    left = run(engine, [blob, "Il dort."])[0]
    assert left.text == blob
    assert left.flags[0].check == "degenerate"


class Off:
    """Stands in for CTranslate2: goes off the rails, and comes back when repetitions are forbidden, if it can."""

    def __init__(self, again: str) -> None:
        self.again = again.split()

    def translate_batch(self, tokens: list[list[str]], **options: Any) -> list[Any]:
        words = self.again if "repetition_penalty" in options else "▁the ▁the ▁the ▁the".split()  # noqa: SIM905
        result = type("Result", (), {"hypotheses": [words], "scores": [-0.5]})
        return [type("Pending", (), {"result": staticmethod(lambda: result)}) for _ in tokens]

    def score_batch(self, tokens: list[list[str]], made: list[list[str]], **options: Any) -> list[Any]:
        return [type("Score", (), {"log_probs": [-1.0, -2.0]}) for _ in tokens]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("▁He ▁sleeps", ("He sleeps", -1.5, [])),
        ("▁a ▁a ▁a", ("A a a", -1.5, ["a word is repeated"])),
        ("", ("The the the the", -0.5, ["a word is repeated"])),
    ],
)
def test_what_goes_off_the_rails_is_decoded_again_and_flagged_if_still_bad(
    engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch, again: str, expected: tuple[str, float, list[str]]
) -> None:
    monkeypatch.setattr(engine.decoder, "engine", Off(again))
    made = run(engine, ["Il dort bien."])[0]
    assert (made.text, made.score, [flag.detail for flag in made.flags]) == expected


def test_what_is_unsure_is_decoded_again_with_a_wider_beam(
    engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["Il dort bien.", "Zxq vbrt le flonk gribouillé du schtroumpf."]
    beams: list[tuple[int, int]] = []
    begin = engine.decoder.submit

    def watched(parts: list[Chunk], beam_size: int = decoder.BEAM, **options: float) -> list[Any]:
        beams.append((len(parts), beam_size))
        return begin(parts, beam_size, **options)

    sure, unsure = (hypothesis.score for hypothesis in run(engine, said))
    monkeypatch.setattr(decoding, "UNSURE", (sure + unsure) / 2)
    monkeypatch.setattr(engine.decoder, "submit", watched)
    run(engine, said)
    assert beams == [(2, decoder.BEAM), (0, decoder.BEAM), (1, decoding.WIDER)]


class Queue:
    """Stands in for CTranslate2: all is unsure; records how much is queued behind what is decoded again."""

    def __init__(self) -> None:
        self.submitted = 0
        self.behind: dict[int, int] = {}

    def translate_batch(self, tokens: list[list[str]], beam_size: int, **options: Any) -> list[Any]:
        self.submitted += 1
        number = self.submitted

        def wait() -> Any:
            if beam_size == decoding.WIDER:
                self.behind[number] = self.submitted - number
            return type("Result", (), {"hypotheses": [["▁He", "▁sleeps"]], "scores": [-1.0]})

        return [type("Pending", (), {"result": staticmethod(wait)}) for _ in tokens]


def test_the_engine_has_work_while_results_are_put_together(
    engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = Queue()
    monkeypatch.setattr(engine.decoder, "engine", queue)
    run(engine, [f"Il dort {number} heures." for number in range(1500)])
    _first, *others = queue.behind.values()  # the first window has the engine to itself
    assert len(others) > 5
    assert all(others[:-2])


def test_a_breakdown_is_an_error_of_the_family(engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(engine.decoder, "engine", type("Broken", (), {"translate_batch": staticmethod(refuse)}))
    with pytest.raises(EngineFailed, match="translate-fr_en: the translation engine failed"):
        run(engine, ["Il dort."])


def copy(package: InstalledPackage, place: Path, **about: str) -> InstalledPackage:
    folder = place / "translate-fr_en"
    shutil.copytree(package.folder, folder)
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8")) | about
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    found = read_package(folder, "installed")
    assert found
    return found


@pytest.mark.parametrize("broken", ["model/model.bin", "sentencepiece.model"])
def test_a_package_that_cannot_be_loaded_is_named(package: InstalledPackage, tmp_path: Path, broken: str) -> None:
    damaged = copy(package, tmp_path)
    (damaged.folder / broken).write_bytes(b"damaged")
    with pytest.raises(PackageError, match="translate-fr_en: the language package could not be loaded"):
        ArgosTranslator(damaged, threads=1)


def test_a_target_prefix_is_given_and_taken_off(package: InstalledPackage, tmp_path: Path) -> None:
    prefixed = ArgosTranslator(copy(package, tmp_path, target_prefix="▁The"), threads=1)
    assert prefixed.package.origin == "installed"
    text = run(prefixed, ["Le président est arrivé."])[0].text
    assert text.lower().startswith("president"), "the prefix is not a word of the translation"


@pytest.mark.parametrize("missing", ["argostranslate.tokenizer", "ctranslate2"])
def test_missing_libraries_are_said(package: InstalledPackage, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(EngineFailed, match="the engine is incomplete"):
        ArgosTranslator(package, threads=1)


def test_nothing_is_left_in_the_home_and_no_socket_opened(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    environment = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "TMPDIR": str(temporary),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", ISOLATED], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "president" in done.stdout.lower()
    assert not list(home.rglob("*"))
    assert not list(temporary.rglob("*"))


def test_text_is_made_plain() -> None:
    assert normalisation.normalise("« Qu’a-t-il\u202f»\u00a0: “oui”,\n e\u0301té") == '"Qu\'a-t-il" : "oui", été'


def test_parts_hold_the_whole_sentence_and_end_at_a_comma() -> None:
    text = normalisation.normalise(LONG)
    found = normalisation.split_long_sentence(text)
    assert " ".join(found) == text
    assert all(len(part.split()) <= normalisation.LONGEST_WORDS for part in found)
    assert all(part[-1] in ",;." for part in found)
    assert normalisation.split_long_sentence("mot " * 150 + "fin") != ["mot " * 150 + "fin"]


def test_parts_are_joined_as_the_source_is_punctuated() -> None:
    said = ["Le soir,", "la ville dort;", "Paris aussi"]
    assert normalisation.join_parts(said, ["In the evening.", "The city sleeps.", "Paris too"]) == (
        "In the evening, the city sleeps; Paris too"
    )
