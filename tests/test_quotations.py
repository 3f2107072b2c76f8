"""Who says what: quotations of an article, in French and in English."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiny import TINY, TinySegmenter
from visavis.analysis.quotations import Quotation, find_quotation_of, find_quotations, quote_in_english
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import from_text, open_path

SEED = Path(__file__).parent.parent / "seeds" / "otan-kosovo.txt"


def article(text: str) -> Article:
    return segment_article(from_text("x", text), TinySegmenter())


def found(text: str) -> list[Quotation]:
    return find_quotations(article(text))


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "said"),
    [
        (
            "« Nous ne céderons pas », a déclaré vendredi à l’AFP John Kirby, porte-parole.",
            "John Kirby",
            "a déclaré",
            "said",
        ),
        (
            "« Nous ne céderons pas », a répondu le ministre de l’Intérieur, Gérald Darmanin, lors d’un déplacement.",
            "le ministre de l’Intérieur, Gérald Darmanin",
            "a répondu",
            "replied",
        ),
        (
            "« C’est une honte ! », s’est insurgé le député (LR) Éric Ciotti.",
            "le député Éric Ciotti",
            "s’est insurgé",
            "said",
        ),
        ("Le maire, Paul Martin, a affirmé : « La ville paiera. »", "Le maire, Paul Martin", "a affirmé", "said"),
        ("John Kirby, qui a ajouté que « la Serbie doit se retirer », attend.", "John Kirby", "a ajouté", "added"),
        ("Interrogée, la maire de Paris répond que « rien n’est décidé ».", "la maire de Paris", "répond", "replied"),
        ("Selon Marine Dupont, avocate, « le dossier est vide ».", "Marine Dupont", "selon", "according to"),
        ("Pour l’ONG, « la situation empire depuis lundi ».", "l’ONG", "pour", "according to"),
        ("« Le dossier est vide depuis le début », selon l’avocate.", "l’avocate", "selon", "according to"),
        (
            "« Je n’ai rien vu, a raconté Paul Martin, mais j’ai entendu des cris. »",
            "Paul Martin",
            "a raconté",
            "recounted",
        ),
        ("« On ne peut pas continuer, juge Sophie Binet. Il faut négocier. »", "Sophie Binet", "juge", "said"),
        ("Jean Martin : « Je ne regrette rien de cela. »", "Jean Martin", "", ""),
        ('"Il faut agir vite et bien", explique Claire Petit.', "Claire Petit", "explique", "explained"),
        ("« Il faut agir vite et bien », explique M. J. Petit.", "M. J. Petit", "explique", "explained"),
        ("« Le vent se lève et la mer monte. » Personne ne bouge.", "", "", ""),
        ("« La Serbie doit se retirer d’ici », s’est dit qu’il fallait.", "", "", ""),
    ],
)
def test_who_says_it_and_how(text: str, speaker: str, verb: str, said: str) -> None:
    (quotation, *_) = found(text)
    assert (quotation.speaker, quotation.verb, quotation.english_verb) == (speaker, verb, said)


def test_a_title_in_marks_is_no_quotation() -> None:
    assert found("Le film « Les Choses » sort mercredi.") == []


def test_a_speaker_goes_on_in_the_same_breath() -> None:
    first, second = found("« Non », a dit Paul Martin. Et de poursuivre : « Le gouvernement doit agir. »")
    assert (first.speaker, second.speaker) == ("Paul Martin", "Paul Martin")
    far = found("« Non », a dit Paul Martin. Puis il est sorti sans un mot. « Le gouvernement doit agir vite. »")
    assert far[1].speaker == ""


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Paul Martin a dit : « Nous avons attendu.\n\n« Personne n’est venu nous chercher. » Il est parti."
    first, second = found(text)
    assert (first.text, second.text) == ("Nous avons attendu.", "Personne n’est venu nous chercher.")
    assert second.speaker == "Paul Martin"


def test_marks_within_marks_are_words() -> None:
    (quotation,) = found("« Il m’a dit “non merci” et « adieu » hier », raconte Paul Martin.")
    assert quotation.text == "Il m’a dit “non merci” et « adieu » hier"


def test_the_seed() -> None:
    seed = segment_article(open_path(SEED), TinySegmenter())
    kirby = next(q for q in find_quotations(seed) if q.text.startswith("Nous demandons"))
    assert (kirby.speaker, kirby.verb) == ("John Kirby", "a déclaré")
    assert seed.text[kirby.start : kirby.end] == kirby.text
    assert find_quotation_of(find_quotations(seed), kirby.sentences[0]) == kirby
    assert find_quotation_of(find_quotations(seed), 0) is None


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("“We will not yield,” Kirby said.", "We will not yield"),
        ('Kirby said: "We will not yield."', "We will not yield."),
        ("We will not yield, Kirby said.", "We will not yield, Kirby said."),
    ],
)
def test_its_english_is_between_the_marks_or_the_whole(target: str, wanted: str) -> None:
    read = article("Il pleut. « Nous ne céderons pas », a déclaré John Kirby.")
    document = Document(read, TINY)
    (quotation,) = find_quotations(read)
    assert quote_in_english(quotation, document) == ""
    document.passages[1] = Passage(next(s for s in read.sentences() if s.id == 1), target, -0.1)
    assert quote_in_english(quotation, document) == wanted


def test_the_english_of_the_second_of_two() -> None:
    read = article("« Je pars demain matin », a dit Paul Martin, « et je ne reviens jamais ici ».")
    document = Document(read, TINY)
    (sentence,) = read.sentences()
    document.passages[0] = Passage(sentence, '"I leave tomorrow," said Paul Martin, "and never return."', -0.1)
    assert [quote_in_english(q, document) for q in find_quotations(read)] == ["I leave tomorrow", "and never return."]


PIECES = st.lists(
    st.sampled_from(
        [
            "« ",
            " »",
            "“",
            "”",
            '"',
            " a déclaré ",
            ", a-t-il dit",
            "selon ",
            "Paul Martin",
            "M. ",
            " : ",
            ". ",
            "\n\n",
            "il",
            ",",
        ]
    )
    | st.text(max_size=5)
).map("".join)


@settings(deadline=None)
@given(PIECES)
def test_quotations_lie_in_the_text_and_in_their_sentences(text: str) -> None:
    if not text.strip():
        return
    read = article(f"A {text}")
    ids = {s.id for s in read.sentences()}
    for quotation in find_quotations(read):
        assert read.text[quotation.start : quotation.end] == quotation.text
        assert quotation.text.strip()
        assert set(quotation.sentences) <= ids


@pytest.mark.parametrize(
    "piece", ["« ", '"', "a dit ", "Paul ", "XX", "A-b", "de d'", ", a dit M. ", "a dit le maire ", "le roi de la "]
)
def test_a_piece_without_end_can_be_read(piece: str) -> None:
    assert isinstance(found(f"a {piece * 3000}"), list)
    assert isinstance(found(f"a {piece * 3000} « un deux trois quatre », a-t-elle dit."), list)
