"""Pieces of words: joined to text as they are, and a package that has other ones for English than for French."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import ctranslate2
import numpy as np
import pytest
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec

from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.pieces import Pieces
from visavis.infrastructure.network_guard import Guard
from visavis.model.errors import InstallError, PackageError
from visavis.packages.find import INSTALLED, read_package
from visavis.packages.library import PackageLibrary

WIDTH = 16
FRENCH = ["Le fichier est prêt.", "Nous avons reçu la liste.", "Voici le rapport de la ville."]
#: What the model says, whatever it is asked: piece after piece, none of them in its sentencepiece.model.
SAID = ["▁Ready", "_", "_now", "▁✓", "."]
ENGLISH = ["</s>", "<unk>", *SAID, "▁", "▁the", "Re", "<s>"]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a package of two vocabularies: post-norm, of one layer, width 16, whose decoder goes by its last piece."""
    folder = tmp_path_factory.mktemp("two") / "translate-fr_en"
    folder.mkdir()
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(FRENCH), model_writer=model, vocab_size=60, hard_vocab_limit=False, minloglevel=2
    )
    (folder / "sentencepiece.model").write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    about = {"package_version": "2.0", "from_code": "fr", "to_code": "en"}
    (folder / "metadata.json").write_text(json.dumps(about), encoding="utf-8")
    spec = transformer_spec.TransformerSpec.from_config(
        (1, 1), 2, pre_norm=False, activation=common_spec.Activation.RELU
    )
    pieces = [processor.id_to_piece(i) for i in range(processor.vocab_size())]
    spec.encoder.embeddings[0].weight = np.ones((len(pieces), WIDTH), np.float32)
    spec.decoder.embeddings.weight = np.eye(len(ENGLISH), WIDTH, dtype=np.float32)
    follows = dict(zip(["<s>", *SAID], [*SAID, "</s>"], strict=True))
    after = np.zeros((len(ENGLISH), WIDTH), np.float32)
    for piece, following in follows.items():
        after[ENGLISH.index(following), ENGLISH.index(piece)] = 9
    spec.decoder.projection.weight, spec.decoder.projection.bias = after, np.zeros(len(ENGLISH), np.float32)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings, side.position_encodings.encodings = True, np.zeros((512, WIDTH), np.float32)
        _still(side.layer[0])
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(ENGLISH)
    spec.config.add_source_eos, spec.config.decoder_start_token = True, "<s>"
    spec.validate()
    spec.optimize()
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))
    return folder


def _still(layer: transformer_spec.TransformerEncoderLayerSpec) -> None:
    """Let a layer add nothing to what goes through it."""
    attentions = [layer.self_attention, *([layer.attention] if hasattr(layer, "attention") else [])]
    for attention in attentions:
        shapes = [3 * WIDTH, WIDTH] if attention is layer.self_attention else [WIDTH, 2 * WIDTH, WIDTH]
        for linear, out in zip(attention.linear, shapes, strict=True):
            linear.weight, linear.bias = np.zeros((out, WIDTH), np.float32), np.zeros(out, np.float32)
    for linear in (layer.ffn.linear_0, layer.ffn.linear_1):
        linear.weight, linear.bias = np.zeros((WIDTH, WIDTH), np.float32), np.zeros(WIDTH, np.float32)
    for norm in (*(attention.layer_norm for attention in attentions), layer.ffn.layer_norm):
        norm.gamma, norm.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def test_the_model_is_of_the_kind_meant(two: Path) -> None:
    names = {path.name for path in (two / "model").iterdir()}
    assert {"source_vocabulary.json", "target_vocabulary.json"} <= names and "shared_vocabulary.json" not in names
    engine = ctranslate2.Translator(str(two / "model"))
    assert engine.translate_batch([["▁Le", "."]])[0].hypotheses == [SAID]


def test_it_translates_with_its_own_pieces(two: Path) -> None:
    package = read_package(two, INSTALLED)
    assert package
    engine = ArgosTranslator(package, threads=1)
    ((_, made),) = next(engine.translate(["Le fichier est prêt."]))
    assert (made.text, made.flags) == ("Ready__now ✓.", ())
    assert -0.1 < made.score <= 0
    assert engine.alternatives("Le fichier est prêt.")[0].text == "Ready__now ✓."


def test_a_translation_is_scored_in_english_pieces(two: Path) -> None:
    package = read_package(two, INSTALLED)
    assert package
    engine = ArgosTranslator(package, threads=1)
    assert engine._pieces.encode_target("Ready__now ✓.") == SAID
    (scores,) = engine.decoder.scores([engine._pieces.encode("Le fichier.")], [SAID])
    assert min(scores) > -0.1
    assert engine.links("Le fichier est prêt.", "Ready__now ✓.") == [], "nothing that is said hangs on the French"


def try_(folder: Path) -> None:
    package = read_package(folder, INSTALLED)
    assert package
    assert next(ArgosTranslator(package, threads=1).translate(["La liste est prête."]))


def test_it_is_installed_found_and_told_from_a_broken_one(two: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "two"), "zip", two.parent, two.name))
    shelf = PackageLibrary(try_, Guard().permit, tmp_path / "shelf")
    assert list(shelf.install(archive))[-1] == 1.0
    found = shelf.list_packages()[0]
    assert (found.version, found.folder.parent) == ("2.0", shelf.folder)
    shelf.verify(found)
    (found.folder / "model" / "target_vocabulary.json").write_text("[", encoding="utf-8")
    with pytest.raises(InstallError, match="its files have changed"):
        shelf.verify(shelf.list_packages()[0])
    with pytest.raises(PackageError, match="could not be loaded"):
        try_(found.folder)


class Known:
    """Stands in for a tokenizer of Argos Translate."""

    def encode(self, text: str) -> list[str]:
        return text.split()

    def decode(self, pieces: list[str]) -> str:
        return "-".join(pieces)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["▁a", "_", "b", "▁_c"], "a_b _c"),
        (["▁Caf", "<0xC3>", "<0xA9>", "s"], "Cafés"),
        (["▁", "<0xE2>", "<0x82>", "▁a"], "\ufffd a"),
        (["▁<", "0x41", ">"], "<0x41>"),
        (["▁⁇", "▁<unk", ">"], "⁇ <unk>"),
        ([], ""),
    ],
)
def test_pieces_are_joined_as_they_are(tmp_path: Path, pieces: list[str], text: str) -> None:
    assert Pieces(Known(), tmp_path, sentencepiece=True).decode(pieces) == text
    assert Pieces(Known(), tmp_path, sentencepiece=False).decode(pieces) == "-".join(pieces)


def test_english_is_cut_into_the_commonest_pieces(tmp_path: Path) -> None:
    (tmp_path / "target_vocabulary.json").write_text(json.dumps(["</s>", "▁the", "▁", "s", "▁th", "e", "▁cat"]))
    pieces = Pieces(Known(), tmp_path, sentencepiece=True)
    assert pieces.encode_target("the  cats ✓") == ["▁the", "▁cat", "s", "▁", "✓"]
    assert pieces.encode("the  cats") == ["the", "cats"]
    assert Pieces(Known(), tmp_path / "none", sentencepiece=True).encode_target("the cats") == ["the", "cats"]
