import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.engines.segmentation.french import FrenchSegmenter

SEGMENTER = FrenchSegmenter()


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in SEGMENTER.spans(text)]


@pytest.mark.parametrize(
    "marked",  # "|" where one sentence ends and the next begins
    [
        "M. Macron est arrivé.| Il repart demain.",
        "MM. Dupont et Durand sont là.| Eux aussi.",
        "Mme. Le Pen a parlé.| Elle part.",
        "Dr. Dupont consulte.| Me. Durand plaide.",
        "Il part à 14 h. 30 de Paris.| Elle reste jusqu’à 20 h.| Puis elle part.",
        "Des fruits, p. ex. Pommes ou poires.| Il mange.",
        "Selon l'art. 3 du code, c’est interdit.| Voilà.",
        "Le n° 5 a gagné.| Le n°. 6 a perdu, le no. 7 aussi.",
        "L'U.E. Européenne n’est rien.| Il vit dans l'U.E.| Elle vit ailleurs.",
        "La S.A. Dupont & Cie. a fermé.| La faute à Dupont & Cie.| Il est parti.",
        "Des pommes, des poires, etc. Et".replace("etc. ", "etc.| "),
        "Des pommes, etc. et des poires.",
        "Le taux est de 3.5 points, soit 1.000 euros.| Il monte.",
        "Il hésite… mais il part.| Bon…| Il revient... puis repart...| Elle non.",
        "J. K. Rowling et J.-P. Raffarin ont écrit.| J. R. R. Tolkien aussi.",
        "« Quelle horreur ! » a-t-il dit.| Il part.",
        "« Oui. »| Il part.",
        "« Viens !» dit-il.| Quoi\u00a0?| Rien\u202f!| Si.",
        'Elle a dit "Oui."| Il part.',
        "En 50 av. J.-C. ils partent.| En 60 ap. J.-C.| César dort.",
        "Voir cf. Dupont, vol. 3, chap. II, p. 5.| Merci.",
        "À St. Malo, M.\u00a0Le Maire parle.| Fin.",
        "Voir www.lemonde.fr.| Écrire à a.b@c.fr.| Merci.",
        "1. Il part.| 2. Elle vient.",
        "Il est venu (sic !) Dimanche.| Il part (vraiment !).| Elle vit.| (Il rit.)| Elle non.",
        "Le plan B.| Ça va.| Le RER C.| Il vient à 80 km/h.| L'intensité du vol.| C'est dit.",
        "Il fait 20 °C.| Le soir, moins.",
        "Il a vu un téléphone.| iPhone est son nom.",
        "Il a fermé la bouteille.| pour boire, il l’a ouverte.| c'est dit.",  # hastily typed
        "Il vit av. de la Paix, env. cent mètres après le boul. des Lilas, depuis janv. dernier.",
        'Elle a fini de parler ainsi. "',  # opened long before
        "Selon le div. Morel et le mar. Lebrun, rien.| L’insp. gén. Roux et le comm. div. Petit ont signé.",
        "La subst. Leroy, le doy. Martin, le chan. Blanc et la ctesse. Noir sont venus.",
        "Le gén. Petit et le col. Durand ont signé.| Le lt. Martin, le cdt. Roux, le ct. Blanc et le sgt. Noé sont là.",
        "L’adj. Leroy a été blessé avec le cap. Blanc, selon le maj. Denis.| Le cne. Dreyfus et l’insp. Roux aussi.",
        "Mgr. Aupetit, le card. Barbarin et le prof. Martin, la dre. Roux et le contre-am. Noël.| Le Lt-Col. Petit.",
        "La colle est sèche.| Le cap.| Il est atteint.| Le col. Le Guen arrive.",
        "Le gal. Petit.|Le col. Durand est là.|Elle part.| Le pont est fermé.|L’élu aussi.",
        "Le conseil a voté !|Les élus sont partis…|Tout le monde dort.| « Oui. »|Elle rit.",
        "Voir exemple.Fr, asp.Net et www.lemonde.Fr pour Node.Js, ou Booking.Com.",
        "Il habite au 3.Bis et a lu a.b@c.Fr ce matin.",
    ],
)
def test_sentences_end_where_a_french_reader_says(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_a_repeated_sentence_has_its_own_place() -> None:
    assert SEGMENTER.spans(" Oui. Non. Oui. Oui. ") == [(1, 5), (6, 10), (11, 15), (16, 20)]


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert SEGMENTER.spans(text) == []


@given(st.text() | st.text(alphabet=' .!?…»«"()[]\n\u00a0aAéÉ1M'))
def test_any_text_is_covered_in_order(text: str) -> None:
    end = 0
    for start, stop in SEGMENTER.spans(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "text", ["Hier, M. Macron (oui !) est parti. " * 15_000, "." * 200_000 + "a", '." ' * 50_000, "(a ! " * 50_000]
)
def test_the_time_grows_with_the_text_only(text: str) -> None:
    began = time.process_time()
    SEGMENTER.spans(text)
    assert time.process_time() - began < 5
