"""An interviewer's questions have a role of their own: what a summary chooses is what the other one says."""

import pytest

from pages import TITLE, article, texts
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.summarisation.news import NewsSummariser
from visavis.model.article import Article, Role
from visavis.pipeline import segment_article
from visavis.readers.open import from_text

TALK = [
    (
        "Vous dites que le pont est dangereux depuis dix ans. Pourquoi la commune a-t-elle attendu ?",
        "Il fallait d’abord trouver l’argent : les travaux coûteront 2,4 millions d’euros, que la commune n’avait pas.",
    ),
    (
        "Le chantier est souvent présenté comme une solution par les élus. Est-ce suffisant selon vous ?",
        "Non, un pont ne suffit pas. Il faut aussi dévier les camions, et le préfet vient d’interdire les plus lourds.",
    ),
    (
        "Les commerçants craignent de perdre leurs clients. Que leur répondez-vous ?",
        "Ils seront indemnisés, je m’y suis engagé. Une réunion publique aura lieu le 12 juin pour en discuter.",
    ),
]
QUESTIONS = [question for question, _ in TALK]
ANSWERS = [answer for _, answer in TALK]


def chosen(read: Article, count: int = 3) -> list[str]:
    whole = segment_article(read, FrenchSegmenter())
    best = {choice.id for choice in NewsSummariser().rank(whole) if choice.rank <= count}
    return [sentence.text for sentence in whole.sentences() if sentence.id in best]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><strong>{}</strong></p><p>{}</p>",
        "<p><b>{}</b></p><p>{}</p>",
        "<p><em>{}</em></p><p>{}</p>",
        "<p style='font-weight: bold'>{}</p><p>{}</p>",
        "<p><strong>{}</strong><br>{}</p>",
        "<p><strong>{}</strong> {}</p>",
        "<h3>{}</h3><p>{}</p>",
        "<p>Q : {}</p><p>R : {}</p>",
        "<p>Question - {}</p><p>Réponse - {}</p>",
        "<p>Le Courrier : {}</p><p>Jean Durand : {}</p>",
        "<p>— {}</p><p>{}</p>",
        "<p class='question'>{}</p><p>{}</p>",
        "<p>– {}</p><p>– {}</p>",
    ],
)
def test_a_summary_holds_what_is_answered(markup: str) -> None:
    said = "".join(markup.format(question, answer) for question, answer in TALK)
    read = article(f"<article><h1>{TITLE}</h1>{said}</article>")
    assert all(
        any(part in answer for answer in ANSWERS)
        for part in (s.split(" : ", 1)[-1].lstrip("– ")[-20:] for s in chosen(read))
    )
    assert not any(question[-20:] in text for text in texts(read, Role.BODY, Role.LIST) for question in QUESTIONS)


def test_a_question_without_a_mark_among_bold_ones_is_a_question() -> None:
    talk = [*TALK, ("Parlez-nous enfin des riverains du pont.", "Ils sont d’accord, sauf trois familles.")]
    said = "".join(f"<p><b>{question}</b></p><p>{answer}</p>" for question, answer in talk)
    read = article(f"<article><h1>{TITLE}</h1><p><b>Le maire du Val répond à nos questions.</b></p>{said}</article>")
    assert texts(read, Role.QUESTION) == [question for question, _ in talk]
    assert "Le maire du Val répond à nos questions." in texts(read, Role.BODY)


def test_questions_in_plain_text() -> None:
    read = from_text("a.txt", "\n\n".join(["Le vieux pont", *(f"Q. {q}\n\nR. {a}" for q, a in TALK)]))
    assert texts(read, Role.QUESTION) == [f"Q. {question}" for question in QUESTIONS]


def test_one_question_in_bold_is_a_question_of_the_article() -> None:
    read = article(f"<h1>{TITLE}</h1><p>{ANSWERS[0]}</p><p><b>Qui paiera ce pont ?</b></p><p>{ANSWERS[1]}</p>")
    assert not texts(read, Role.QUESTION)


def test_speakers_who_do_not_ask_are_no_interviewers() -> None:
    said = "".join(
        f"<p>Le maire : {a}</p><p>Le préfet : {b}</p>" for a, b in zip(ANSWERS, reversed(ANSWERS), strict=True)
    )
    assert not texts(article(f"<article><h1>{TITLE}</h1>{said}</article>"), Role.QUESTION)


def test_the_talk_of_a_novel_is_not_an_interview() -> None:
    talk = ["— Tu viens ?", "— Non.", "— Pourquoi ?", "— Il pleut.", "— Et demain ?", "— Peut-être."]
    assert not texts(
        from_text("a.txt", "\n\n".join(["Chapitre un", "Il faisait nuit sur le port.", *talk])), Role.QUESTION
    )
