"""What goes in as part of a name, an address or a number comes out of a translation, or is flagged."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visavis import paths
from visavis.checks import check
from visavis.checks.pair import SentencePair
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.copying import restore_copied
from visavis.engines.translation.normalisation import normalise
from visavis.model.passage import Hypothesis
from visavis.packages.find import find_packages
from visavis.text import verbatim

#: Unicode's blocks of Latin letters, punctuation and symbols.
BLOCKS = [
    *((0x21, 0x7E), (0xA1, 0x24F), (0x250, 0x2AF), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x205E)),
    *((0x2070, 0x209C), (0x20A0, 0x20C0), (0x2100, 0x218B), (0x2190, 0x23FF), (0x2460, 0x27BF), (0x2980, 0x2BFF)),
    *((0x2C60, 0x2C7F), (0x2E00, 0x2E5D), (0xA722, 0xA7CA), (0xAB30, 0xAB5F), (0xFB00, 0xFB06), (0xFF01, 0xFF5E)),
    *((0x1F300, 0x1F64F), (0x1F680, 0x1F6C5)),
]
SIGNS = [
    chr(code)
    for first, last in BLOCKS
    for code in range(first, last + 1)
    if unicodedata.category(chr(code))[0] in "LPSN" and unicodedata.category(chr(code)) != "Lm"
]
#: Sentences that hold a sign within a name, a number, a hashtag, an account, a web and a mail address, a file, alone.
FRAMES = [
    "La ministre Maria Kar{0}el est arrivée vendredi.",
    "Le prix est passé à 12{0}5 hier.",
    "Ils ont publié #Kar{0}el le lundi.",
    "Le compte @jean{0}dupont_ a été fermé.",
    "Le site https://exemple.fr/a{0}b est ouvert.",
    "Écrivez à ma{0}rie@exemple.fr avant la fin.",
    "Le fichier mon_rapport{0}final.txt est prêt.",
    "La note est de 5 {0} pour la ville.",
]
#: What is set in another way in English, so need not come out as it is.
FREE = frozenset("«»“”‘’„\"'–—.,;:!?…()[]-/%*°€$£·&ªº")
FRENCH = frozenset(string.ascii_letters + string.digits + "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")


@pytest.fixture(scope="module")
def engine() -> ArgosTranslator:
    return ArgosTranslator(find_packages([(paths.get_built_in_packages_folder(), "built-in")])[0], threads=1)


def run(engine: ArgosTranslator, sentences: Sequence[str]) -> list[Hypothesis]:
    results = dict(result for batch in engine.translate(sentences) for result in batch)
    return [results[i] for i in range(len(sentences))]


def owed(sign: str, said: str) -> str:
    """Return what must come out for a sign: the address it is in, or itself; nothing for what English sets otherwise.

    French letters are left to the package: English writes Israel and Napoleon.
    """
    address = next(
        (said[start:end] for start, end in verbatim.find_verbatim_spans(said) if sign in said[start:end]), ""
    )
    free = normalise(sign) != sign or sign in FREE or FRENCH.issuperset(unicodedata.normalize("NFKC", sign))
    return unicodedata.normalize("NFC", address or ("" if free else sign))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), min_size=4, max_size=4, unique=True))
def test_every_sign_comes_out_of_the_package_or_is_flagged(engine: ArgosTranslator, signs: list[str]) -> None:
    asked = [(sign, frame.format(sign)) for sign in signs for frame in FRAMES]
    for (sign, said), made in zip(asked, run(engine, [said for _, said in asked]), strict=True):
        flagged = made.flags or check(SentencePair(said, made.text))
        assert owed(sign, said) in made.text or flagged, (said, made)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_sign_that_an_engine_drops_is_put_back_or_told(frame: str) -> None:
    for sign in SIGNS:
        said = frame.format(sign)
        text, lost = restore_copied(said, frame.format(""))
        assert owed(sign, said) in text or lost, (said, text)


@pytest.mark.parametrize(
    "word",
    [
        "rapport_final.txt",
        "@jean_dupont",
        "#Retraites_2023",
        "https://exemple.fr/a_b?c=1&d=2",
        "C:\\Users\\jean_d\\a.doc",
    ],
)
def test_underscores_stay(engine: ArgosTranslator, word: str) -> None:
    (made,) = run(engine, [f"Nous avons reçu {word} vendredi."])
    assert word in made.text
    assert not made.flags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le site (www.exemple.fr), ou l’@jean.", ["www.exemple.fr", "@jean"]),
        (
            "« #Retraites » : https://fr.wikipedia.org/wiki/Paris_(film).",
            ["#Retraites", "https://fr.wikipedia.org/wiki/Paris_(film)"],
        ),
        ("Écrire à d'a.b+c@exemple-journal.fr ; voir Booking.com.", ["a.b+c@exemple-journal.fr", "Booking.com"]),
        ("Dans /etc/passwd, C:\\a\\b.doc et x_y.", ["/etc/passwd", "C:\\a\\b.doc", "x_y"]),
        ("Le 14/03, et/ou à 5 km/h : « fin.Il » n’est pas _là_ # @.", []),
    ],
)
def test_what_is_written_alike_in_every_language(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in verbatim.find_verbatim_spans(text)] == found
    assert len(verbatim.blank_verbatim_spans(text)) == len(text)


@pytest.mark.parametrize(
    ("source", "target", "wanted", "lost"),
    [
        ("M. Łukasz Żółć est là.", "Mr Łukasz Żó is there.", "Mr Łukasz Żółć is there.", []),
        ("Il pèse 10² kilos.", "It weighs 102 kilos.", "It weighs 10² kilos.", []),
        ("Cela coûte 4 ₽, non 5.", "It costs 4, not 5.", "It costs 4 ₽, not 5.", []),
        ("L’article § 3 vaut.", "Article 3 is valid.", "Article § 3 is valid.", []),
        ("Le langage C# et le C.", "The C language and C.", "The C# language and C.", []),
        ("La fête ✓ commence.", "The party begins.", "The party begins.", ["✓"]),
        ("Bravo à tous 👏", "Well done all", "Well done all 👏", []),
        ("✓ La fête commence.", "The party begins.", "✓ The party begins.", []),
        ("AT&T et R&D sont là.", "AT T and R&D are there.", "AT&T and R&D are there.", []),
        ("Il va gauche→droite.", "It goes left→right.", "It goes left→right.", []),
        ("Voir a_b.txt.", "See the thing.", "See the thing.", []),
        ("Le XIXᵉ siècle, n° 5, 1ᵉʳ.", "The 19th century, No. 5, first.", "The 19th century, No. 5, first.", []),
        ("Un Jean‑Luc ﬁn", "A fine Jean-Luc", "A fine Jean-Luc", []),
        ("Ils ont 4 Kč et 3 Kč.", "They have 4 and 3.", "They have 4 Kč and 3 Kč.", []),
        ("Ils ont 4 Kč et 3 Kč.", "They have 4 Kč and 3.", "They have 4 Kč and 3 Kč.", []),
        (
            "Le chanteur D’Angelo et Danilo D'Ambrosio.",
            "The singer De Angelo and Danilo De Ambrosio.",
            "The singer D'Angelo and Danilo D'Ambrosio.",
            [],
        ),
        (
            "Nous avons reçu rapport_final.txt.",
            "We received_final.txt report.",
            "We received rapport_final.txt report.",
            [],
        ),
        ("La station Dell'Acqua a fermé.", "The Dell' Acqua station closed.", "The Dell'Acqua station closed.", []),
    ],
)
def test_what_was_lost_is_put_back_where_it_was(source: str, target: str, wanted: str, lost: list[str]) -> None:
    assert restore_copied(source, target) == (wanted, lost)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_gone_through(source: str, target: str) -> None:
    text, lost = restore_copied(source, target)
    assert len(text) >= min(1, len(target))
    assert all(word in unicodedata.normalize("NFC", source) for word in lost)


def test_a_lost_address_is_flagged_with_what_would_be_right() -> None:
    flags = check(
        SentencePair("Le compte @jean_dupont a écrit à www.exemple.fr.", "The @jean dupont account has written.")
    )
    assert [(flag.check, flag.detail, flag.fix) for flag in flags] == [
        ("name", "“@jean_dupont” became “@jean dupont”", "@jean_dupont"),
        ("name", "“www.exemple.fr” is not in the translation", None),
    ]


@pytest.mark.parametrize("pair", [("Łódź dort.", "Lodz sleeps."), ("Chez Ørsted", "At Orsted"), ("À Łódź", "In Łódź")])
def test_letters_that_english_may_write_plainly_are_no_fault(pair: tuple[str, str]) -> None:
    assert not [flag for flag in check(SentencePair(*pair)) if flag.check == "name"]
