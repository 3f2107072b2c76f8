"""The built-in package translates."""

import ctranslate2
import sentencepiece

from desktop import paths


def test_the_built_in_package_translates_a_sentence() -> None:
    folder = paths.built_in_packages() / "translate-fr_en"
    pieces = sentencepiece.SentencePieceProcessor(str(folder / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / "model"), device="cpu")
    result = translator.translate_batch([pieces.encode("Le président est arrivé à Paris.", out_type=str)], beam_size=4)
    english = pieces.decode(result[0].hypotheses[0])
    assert "Paris" in english
    assert "president" in english.lower()
