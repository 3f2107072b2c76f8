import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.summarisation.methods import DEFAULT, METHODS
from visavis.engines.summarisation.news import NewsSummariser, find_cut_quotations, leans_on_previous
from visavis.engines.summarisation.registry import create_summariser
from visavis.engines.translation.normalisation import normalise
from visavis.model.article import SUMMARISED, Article, Role
from visavis.model.document import Document
from visavis.model.passage import Reason, ReasonKind
from visavis.pipeline import NO_PACKAGE, segment_article
from visavis.readers.open import from_text, open_path

SEED = Path(__file__).resolve().parent.parent / "seeds" / "otan-kosovo.txt"

INTERVIEW = """Un entretien avec la ministre

Pourquoi fermez-vous l'usine de Valmont ?

Parce que l'usine de Valmont perd de l'argent depuis dix ans.

Et les salariés ?

Ils seront tous reclassés dans la région d'ici au mois de juin."""

TICKER = """Suivez le procès en direct

14 h 32 — L'audience reprend devant la cour d'assises de Lille.

14 h 10 — La suspension est prononcée.

13 h 55 — L'accusé refuse de répondre aux questions du président."""

POEM = "Les sanglots longs\nDes violons\nDe l'automne\nBlessent mon cœur\nD'une langueur\nMonotone."

LIST = "À retenir\n\n- le vote a lieu dimanche\n- les bureaux ferment à 20 heures\n- trois listes se présentent"

NEWS_TEXT = (
    "Le conseil a voté mardi la rénovation du pont.\n\nLes travaux coûteront deux millions et dureront dix mois."
)


def read(text: str) -> Article:
    return segment_article(from_text("a.txt", text), FrenchSegmenter())


def chosen(article: Article, count: int, method: str = DEFAULT) -> list[str]:
    document = Document(article, NO_PACKAGE, ranking=tuple(create_summariser(method).rank(article)), method=method)
    return [normalise(sentence.text) for sentence, _ in document.chosen(count)]


def test_the_sample_is_summed_up_as_a_desk_would() -> None:
    offer, fear, ambush = chosen(segment_article(open_path(SEED), FrenchSegmenter()), 3)
    assert offer == "L'OTAN est prête à renforcer sa présence de maintien de la paix au Kosovo."
    assert "mobilisation militaire serbe" in fear
    assert "un policier a été tué dans une embuscade" in ambush


@pytest.mark.parametrize("count", range(1, 13))
def test_what_only_says_who_reported_it_is_left_out(count: int) -> None:
    said = " ".join(chosen(segment_article(open_path(SEED), FrenchSegmenter()), count))
    assert "C'est ce que rapporte" not in said
    assert "Chloé" not in said


@pytest.mark.parametrize("text", ["Bonjour.", "Il pleut. Il neige.", INTERVIEW, TICKER, POEM, LIST, "14 h 32 —"])
@pytest.mark.parametrize("method", METHODS)
def test_any_kind_of_text_is_summed_up(text: str, method: str) -> None:
    article = read(text)
    able = sum(len(p.sentences) for p in article.paragraphs if p.role in SUMMARISED and text != "14 h 32 —")
    assert len(chosen(article, 3, method)) == min(3, able)


def test_an_answer_is_chosen_rather_than_its_question() -> None:
    assert chosen(read(INTERVIEW), 1) == ["Parce que l'usine de Valmont perd de l'argent depuis dix ans."]


def test_an_opening_that_points_back_is_never_without_what_it_points_to() -> None:
    article = read(
        "La grève continue\n\nLa ministre Anne Roy a reçu les syndicats lundi. Elle a promis aux syndicats de la grève "
        "de la SNCF que la grève n'aurait pas de suites pour les grévistes.\n\nUn train sur deux circule."
    )
    order = [choice.id for choice in NewsSummariser().rank(article)]
    assert order.index(1) < order.index(2)


@pytest.mark.parametrize(
    "text", ["C'est ce que rapporte l'AFP.", "Il a ajouté cela.", "Ces chiffres montent.", "Selon lui, rien.", '"Oui"']
)
def test_openings_that_lean(text: str) -> None:
    assert leans_on_previous(text)


@pytest.mark.parametrize("text", ["Ilan est venu.", "L'OTAN est prête.", "Selon l'AFP, rien.", "Cesson vote."])
def test_openings_that_stand(text: str) -> None:
    assert not leans_on_previous(text)


def test_a_quotation_over_several_sentences_is_not_cut() -> None:
    article = read("Titre\n\nLe maire a dit : « Tout est perdu. Tout est fini. » Le « maire » est parti à Paris hier.")
    ranking = NewsSummariser().rank(article)
    assert find_cut_quotations(article) == {1, 2}
    assert [choice.id for choice in ranking] == [3, 1, 2]
    assert [choice.id for choice in ranking if Reason(ReasonKind.CUT) in choice.why] == [1, 2]


def test_a_quotation_that_is_never_closed_spoils_its_own_sentence_alone() -> None:
    assert find_cut_quotations(read("Titre\n\n« Tout va bien. Le maire est parti. Il pleut.")) == {1}


def test_each_choice_says_why() -> None:
    first, *_ = NewsSummariser().rank(segment_article(open_path(SEED), FrenchSegmenter()))
    assert [reason.ground for reason in first.why][:2] == [ReasonKind.FIRST, ReasonKind.TITLE]
    assert first.why[1].words == ("OTAN", "prête", "paix", "Kosovo")


SENTENCES = st.sampled_from(
    [
        "La Serbie retire ses forces de la frontière.",
        "Il a ajouté que la Serbie attend.",
        "C’est ce que rapporte l’AFP.",
        "« Nous partons », a dit le ministre.",
        "Le maire a dit : « Rien n’est perdu.",
        "Un accord a été trouvé vendredi à Bruxelles ? »",
        "L’OTAN envoie 300 soldats au Kosovo.",
        "Qui partira ?",
        "Oui.",
    ]
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS, st.integers(0, 9), st.sampled_from(list(METHODS)))
def test_a_summary_is_what_was_asked_for(paragraphs: list[str], count: int, method: str) -> None:
    article = read("\n\n".join(["La Serbie et l’OTAN", *paragraphs, "Partagez votre avis"]))
    document = Document(article, NO_PACKAGE, ranking=tuple(create_summariser(method).rank(article)))
    ids = [sentence.id for sentence, _ in document.chosen(count)]
    assert len(ids) <= count
    assert ids == sorted(set(ids)), "in reading order, none twice"
    roles = {s.id: p.role for p in article.paragraphs for s in p.sentences}
    assert {roles[id_] for id_ in ids} <= SUMMARISED
    assert Role.ASIDE in roles.values()
    assert document.ranking == tuple(create_summariser(method).rank(article)), "the same each time"


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS, st.sampled_from(list(METHODS)))
def test_more_blank_lines_change_nothing(paragraphs: list[str], method: str) -> None:
    few, many = (read(between.join(["La Serbie et l’OTAN", *paragraphs])) for between in ("\n\n", "\n\n\n \n"))
    assert [c.id for c in create_summariser(method).rank(few)] == [c.id for c in create_summariser(method).rank(many)]


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS)
def test_no_summary_of_any_length_leaves_out_what_it_leans_on(paragraphs: list[str]) -> None:
    article = read("\n\n".join(["La Serbie et l’OTAN", *paragraphs]))
    texts = {s.id: normalise(s.text) for s in article.sentences()}
    ranking = [c for c in NewsSummariser().rank(article) if not any(r.ground is ReasonKind.AGAIN for r in c.why)]
    reading = sorted(choice.id for choice in ranking)
    place = {choice.id: choice.rank for choice in ranking}
    for before, after in itertools.pairwise(reading):
        if leans_on_previous(texts[after]):
            assert place[before] < place[after]


def test_words_in_the_cells_of_a_table_are_no_sentences_of_a_summary() -> None:
    page = (
        "<article><h1>Les effectifs</h1><p>Le ministre a présenté hier le budget de la défense à la presse.</p>"
        "<table><tr><th>Armée de terre</th><th>Observations</th></tr>"
        "<tr><td>Cent mille soldats</td><td>Le recrutement reste difficile dans la région.</td></tr></table>"
        "<p>Les syndicats demandent une hausse des soldes avant la fin de cette année.</p></article>"
    )
    article = segment_article(from_text("page.html", page), FrenchSegmenter())
    assert any(paragraph.cell for paragraph in article.paragraphs)
    chosen = {choice.id for choice in NewsSummariser().rank(article)}
    texts = [sentence.text for sentence in article.sentences() if sentence.id in chosen]
    assert sorted(texts) == sorted(text for text in texts if text.endswith(".")) and len(texts) == 3


@pytest.mark.parametrize("method", METHODS)
def test_whose_a_quotation_is_is_no_sentence_of_a_summary(method: str) -> None:
    source = "Anne Petit, directrice de la radio, Le Courrier, 27 juin 2019"
    article = read(f"{NEWS_TEXT}\n\n« Il faut une grande écoute. Je ne l’ai pas trouvée. » {source}")
    ranked = {choice.id for choice in create_summariser(method).rank(article)}
    assert source in [sentence.text for sentence in article.sentences()]
    assert source not in [sentence.text for sentence in article.sentences() if sentence.id in ranked]
