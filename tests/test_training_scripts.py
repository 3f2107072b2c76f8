"""The scripts that make the language package: which pairs show rare words, and which pieces may be chosen."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from visavis.engines.translation.pieces import join_marks

SCRIPTS = Path(__file__).parent.parent / "packaging" / "language_package"

Load = Callable[[str], Any]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """A function that imports a script, which finds those beside it."""
    monkeypatch.syspath_prepend(SCRIPTS)
    return importlib.import_module


def test_pairs_are_chosen_until_their_rare_words_have_been_seen(load: Load) -> None:
    rare = load("rare")
    pairs = [("une loutre nage", "a"), ("la loutre dort", "b"), ("une loutre mange", "c"), ("le Zwin nage", "d")]
    counts = Counter(word for french, _ in pairs for word in rare.list_words(french))
    seen = Counter({"une": 9, "nage": 9})
    assert rare.choose(pairs, seen, counts, times=2) == pairs[:2]
    assert (seen["loutre"], seen["dort"]) == (2, 1)


def test_names_slips_and_long_sentences_are_not_chosen_for(load: Load) -> None:
    rare = load("rare")
    assert rare.list_words("Hier Jens Stoltenberg a nagé") == {"hier", "nagé"}
    long = "loutre " * (rare.LONGEST + 1)
    counts = Counter({"loutre": 2, "loutrre": 1})
    assert rare.choose([(long, "a"), ("loutrre", "b")], Counter(), counts, times=5) == []


def test_a_piece_may_become_what_it_stood_beside(load: Load) -> None:
    shortlist = load("shortlist")
    pairs = [(np.array(french), np.array(english)) for french, english in (([0, 1], [0, 1]), ([0], [0]), ([2], [2]))]
    likely = shortlist.learn_probabilities(pairs, 3, 4)
    assert likely[0].argmax() == 0 and likely[1].argmax() == 1
    assert likely[2].tolist() == [0, 0, 1, 0]
    assert shortlist.choose_candidates(likely[0], 2) == [0, 1]
    assert shortlist.choose_candidates(likely[2], 2) == [2]


def test_a_piece_stays_as_it_is_with_other_capitals_and_accents(load: Load) -> None:
    find_letters = load("shortlist").find_letters
    assert find_letters("▁Été") == find_letters("ete") == "ete"


def test_pairs_are_sampled_from_the_parts_there_are(load: Load, tmp_path: Path) -> None:
    shortlist = load("shortlist")
    rows = [[2, 1], [shortlist.LONGEST + 1, 1], [1, 2]]
    source = [5, 5, *[1] * (shortlist.LONGEST + 1), 7]
    np.savez(tmp_path / "tatoeba.npz", rows=np.array(rows), source=np.array(source), target=np.array([3, 4, 9, 8]))
    found = sorted((french.tolist(), english.tolist()) for french, english in shortlist.read_pairs(tmp_path))
    assert found == [([5], [3]), ([7], [8, 9])]


def test_a_word_behind_an_opening_mark_is_cut_as_any_other(load: Load, tmp_path: Path) -> None:
    normalizer = load("normalizer")
    sentencepiece = importlib.import_module("sentencepiece")
    text = "une dérive en Iran, dit le maire"
    (tmp_path / "text.txt").write_text(f"{text}\n" * 20, encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(tmp_path / "text.txt"), model_prefix=str(tmp_path / "m"), vocab_size=40, hard_vocab_limit=False
    )
    path = tmp_path / "m.model"
    before = sentencepiece.SentencePieceProcessor(model_file=str(path))
    normalizer.change_rules(path, french=True)
    after = sentencepiece.SentencePieceProcessor(model_file=str(path))
    word = after.encode("dérive", out_type=str)
    assert after.encode('une "dérive"', out_type=str)[-len(word) - 1 : -1] == word
    assert after.encode("l'Iran", out_type=str) == after.encode("l' Iran", out_type=str)
    assert after.encode("ﬁn\u00a0 d'une", out_type=str) == before.encode("fin d'une", out_type=str)


def test_only_words_without_a_piece_of_their_own_are_cut_apart(load: Load) -> None:
    pieces = ["▁engrais", "▁inter", "international", "▁Iran", "▁affaire", "affaire", "▁", "s"]
    assert load("normalizer").list_bound(pieces) == {
        "'engrais": "' engrais", "-engrais": "- engrais", "'Iran": "' Iran",
    }  # fmt: skip


def test_spaces_behind_opening_marks_go_and_come(load: Load) -> None:
    normalizer = load("normalizer")
    text = 'He said: "We (the mayor) are "out"." ("Yes")'
    assert normalizer.space_words(text) == 'He said: " We ( the mayor) are " out"." (" Yes")'
    assert join_marks(normalizer.space_words(text)) == text


def test_what_the_teacher_spells_wrong_is_mended_where_it_is_plain(load: Load) -> None:
    mend = load("mend").mend
    words = {"moustique": "mosquito", "éclipse": "eclipse", "félins": "big cats"}
    assert mend("Un moustique pique.", "A moustic stings.", words) == "A mosquito stings."
    assert mend("Vu une éclipse.", "Saw a eclip.", words) == "Saw an eclipse."
    assert mend("Un moustique et une éclipse.", "A moustic and an eclip.", words) == "", "two are wrong"
    assert mend("Un moustique pique.", "A mosquito stings.", words) == "", "nothing is wrong"
    assert mend("Il pique.", "It stingsa.", words) == "", "no word for it"


@pytest.mark.parametrize(
    ("french", "words"),
    [
        ("Les obsèques ont lieu lundi.", {"obsèques"}),
        ("Obsèques nationales", {"obsèques"}),
        ("Placé en garde à vue, l’édile se tait.", {"garde à vue", "édile"}),
        ("Il a vu Benjamin Garde.", set()),  # a name
    ],
)
def test_words_of_the_news_are_found(load: Load, french: str, words: set[str]) -> None:
    assert load("vocabulary").find_words(french) == words


def test_a_word_is_wrong_if_none_of_its_options_is_there(load: Load) -> None:
    find_wrong = load("vocabulary").find_wrong
    assert find_wrong("Le confinement, puis le ramadan.", "The lockdown, then the squander.") == ["ramadan"]
    assert find_wrong("Elle est en garde à vue.", "She is in Police Custody.") == []


@pytest.mark.parametrize(
    ("french", "made", "right"),
    [
        ("Il vit dans les Hauts-de-France.", "He lives in the High-de-France.", "He lives in the Hauts-de-France."),
        ("Un préfet d'Île-de-France", "A prefect of the island of France", "A prefect of Ile-de-France"),
        ("Le Rassemblement national gagne.", "The national settlement wins.", "The National Rally wins."),
        ("Mulhouse est en Alsace.", "Provence is in Alsace.", "Mulhouse is in Alsace."),
        ("De Mulhouse en Provence.", "From Mulhouse to Provence.", "From Mulhouse to Provence."),
    ],
)
def test_names_stay_as_they_are(load: Load, french: str, made: str, right: str) -> None:
    assert load("vocabulary").mend_names(french, made) == right


def test_the_right_word_is_put_in_the_place_of_the_french_one(load: Load) -> None:
    swap_words = load("vocabulary").swap_words
    assert swap_words("L'édile suit l'édile.", ["édile"]) == "Le mayor suit le mayor."
    assert swap_words("Obsèques d’un pharmacien", ["obsèques", "pharmacien"]) == "Funeral d'un pharmacist"


def test_every_word_of_the_news_is_found_and_has_one_line(load: Load) -> None:
    vocabulary = load("vocabulary")
    lines = (SCRIPTS / "news-words.tsv").read_text(encoding="utf-8").splitlines()
    assert len(vocabulary.read_words()) == len(lines)
    assert [word for word in vocabulary.read_words() if word not in vocabulary.find_words(f"- {word}")] == []


@pytest.mark.parametrize(
    ("french", "swapped", "made", "english"),
    [
        (
            "Il l'a confié au Dauphiné libéré.",
            "Il l'a confié à RTL.",
            "He told RTL.",
            "He told Le Dauphiné libéré.",
        ),
        (
            "L'arrivée d'un buraliste, l'indic des policiers.",
            "L'arrivée d'un buraliste, l'agriculteur des policiers.",
            "The arrival of a tobacconist, a farmer of the police.",
            "The arrival of a tobacconist, an informant of the police.",
        ),
        (
            "Buralistes et cheminots sont en grève; la monitrice se repose.",
            "Agriculteurs et cheminots sont en grève; l'infirmière se repose.",
            "Farmers and railway workers are on strike; the nurse is resting.",
            "Tobacconists and railway workers are on strike; the instructor is resting.",
        ),
        (
            "Le Quai d'Orsay confirme.",
            "Nancy confirme.",
            "Nancy confirms.",
            "The Quai d'Orsay confirms.",
        ),
        (
            "Il neige dans les Pyrénées-Orientales.",
            "Il neige dans Nancy.",
            "It is snowing in Nancy.",
            "It is snowing in the Pyrénées-Orientales.",
        ),
    ],
)
def test_a_stand_in_is_translated_instead_of_what_no_model_knows(
    load: Load, french: str, swapped: str, made: str, english: str
) -> None:
    stand_ins = load("stand_ins")
    put, names = stand_ins.swap_rare(french, stand_ins.find_rare(french))
    assert put == swapped
    assert stand_ins.put_rare(made, names) == english
    assert all(rare.is_in(english) and not rare.is_in(made) for _, rare in names)
    assert stand_ins.put_rare("Nothing of it.", names) == ""


def test_a_name_is_no_word_and_a_title_no_part_of_another_word(load: Load) -> None:
    stand_ins = load("stand_ins")
    assert stand_ins.find_rare("Marguerite Duras et Amélie Poulain.") == []
    assert stand_ins.find_rare("Le nouveau Parisien, dit-il.") == []
    assert load("vocabulary").find_words("Clément Beaune a réagi.") == set()


def test_every_word_with_a_stand_in_may_become_its_english(load: Load) -> None:
    stand_ins, find_wrong = load("stand_ins"), load("vocabulary").find_wrong
    lines = (SCRIPTS / "news-stand-ins.tsv").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[2:] for line in lines if line.split("\t")[0] not in stand_ins.NAMES]
    assert [french for french, english in words if find_wrong(f"- {french}", english)] == []


def test_names_that_should_be_copied_are_missed(load: Load) -> None:
    find_lost = load("copied").find_lost
    copied = {"Nantes", "Agnès", "Londres"}
    assert find_lost("Il vit à Nantes avec Agnès.", "He lives in Marseille with Agnes.", copied) == ["Nantes"]
    assert find_lost("Nantes dort. Londres aussi.", "It sleeps, and so does London.", copied) == []  # each begins one
    assert find_lost("À Nantes, L’Isère.", "In Nantestown, Isère.", copied | {"Isère"}) == ["Nantes"]


def test_names_are_cut_into_pieces_and_other_words_are_not(load: Load) -> None:
    package = Path(__file__).parent.parent / "resources" / "packages" / "translate-fr_en"
    sentencepiece = importlib.import_module("sentencepiece")
    model = (package / "sentencepiece.model").read_bytes()
    cut, count = load("cut_names").mark_unused(model, frozenset({"Paris", "Marseille", "Inconnue"}))
    before, after = (sentencepiece.SentencePieceProcessor(model_proto=proto) for proto in (model, cut))
    assert count == 2
    assert "\u2581Paris" in before.encode("Il dort à Paris.", out_type=str)
    assert "\u2581Paris" not in after.encode("Il dort à Paris.", out_type=str)
    assert after.encode("Il dort.") == before.encode("Il dort.")
