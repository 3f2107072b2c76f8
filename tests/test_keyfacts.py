from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from desktop.core import keyfacts
from desktop.core.document import Document
from desktop.core.passage import Choice, Passage
from desktop.core.pipeline import NO_PACKAGE, cut
from desktop.engines.sentences import FrenchSegmenter
from desktop.gui.window import MainWindow
from desktop.readers.file import from_text


def made(pairs: Sequence[tuple[str, str]]) -> Document:
    article = cut(from_text("a.txt", "\n\n".join(french for french, _ in pairs)), FrenchSegmenter())
    passages = {s.id: Passage(s, pairs[s.id][1], 0.0) for s in article.sentences()}
    ranking = tuple(Choice(s.id, s.id + 1, 1.0) for s in article.sentences())
    return Document(article, NO_PACKAGE, passages, ranking)


ARTICLE = made(
    [
        (
            "Vendredi, le maire Jean de La Tour a reçu 1 200 salariés.",
            "On Friday, Mayor Jean de La Tour met 1,200 workers.",
        ),
        ("Le plan de l’OTAN coûte 3,5 millions d’euros à la Serbie.", "NATO’s plan costs Serbia 3.5 million euros."),
        (
            "Selon Jean de La Tour, la hausse est de 12 % en 2024.",
            "Jean de La Tour says it rose by 12 percent in 2024.",
        ),
        ("Ils sont venus le 3 mai à 14 h 30.", "They came on 3 May at 2.30 p.m."),
    ]
)


def test_names_by_how_often_they_are_said() -> None:
    assert keyfacts.french(ARTICLE).names == ("Jean de La Tour", "OTAN", "Serbie")


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    document = made([("Manger est bon.", "Eating is good."), ("Hier, Paris dort.", "Paris sleeps.")])
    assert keyfacts.french(document).names == ("Paris",)


def test_a_family_name_counts_for_the_whole_name() -> None:
    document = made([("Le ministre Luc Roy part à Lyon.", ""), ("À Lyon, le ministre Roy a parlé avec Roy.", "")])
    assert keyfacts.french(document).names == ("Luc Roy", "Lyon")


def test_figures_with_their_units_but_no_dates_and_hours() -> None:
    assert keyfacts.french(ARTICLE).figures == ("1 200 salariés", "3,5 millions d’euros", "12 %")


def test_what_opens_a_quotation_or_is_elided_is_no_name() -> None:
    document = made([("Hier, Luc a dit : « Nous irons, d’ici là, à Paris »", "")])
    assert keyfacts.french(document).names == ("Luc", "Paris")


def test_in_english_only_what_the_translation_has_as_english_spells_it() -> None:
    assert keyfacts.english(ARTICLE) == keyfacts.KeyFacts(
        ("Jean de La Tour", "NATO", "Serbia"), ("1,200 workers", "3.5 million euros", "12 percent")
    )


def test_nothing_of_nothing() -> None:
    assert keyfacts.french(made([("Il pleut.", "It rains.")])) == keyfacts.KeyFacts()
    assert keyfacts.english(made([("Il pleut.", "")])) == keyfacts.KeyFacts()


def test_the_window_names_them_below_the_summary(window: MainWindow, qtbot: QtBot) -> None:
    line = window.summary.facts
    window.opening.open_text("b", "Le maire Dupont a parlé à Lille. Il a payé 12 euros à Dupont hier soir.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    assert line.isHidden()
    window.session.edit(0, "Mayor Dupont spoke in Lille.")
    window.session.edit(1, "He paid 12 euros to Dupont last night.")
    qtbot.waitUntil(lambda: line.text() == "Figures: 12 euros · Names: Dupont, Lille")
    assert line.isVisible()
    window.opening.open_text("c", "Un autre article, sur la pluie et le beau temps dans la ville.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    qtbot.waitUntil(line.isHidden)
