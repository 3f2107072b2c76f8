"""What stands beside an article is known by its words, by where it stands, and by how it repeats."""

import pytest

from conftest import ARTICLE
from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.open import from_text
from visavis.readers.roles import mark_roles

NEWS = [
    "Le conseil municipal a voté mardi soir la rénovation du pont, fermé depuis le printemps à cause de fissures.",
    "Les travaux coûteront 2,4 millions d’euros et dureront dix mois, selon la mairie, qui espère une aide.",
    "Le maire a promis que les commerçants du quartier seraient indemnisés pendant toute la durée du chantier.",
    "Une réunion publique aura lieu le 12 juin à la salle des fêtes, en présence de l’ingénieur et de la préfète.",
]


def test_a_line_under_a_label_is_another_article() -> None:
    marked = mark_roles([*body(*NEWS[:2], "Lire aussi", "Le musée fermera"), *body(*NEWS[2:])])
    assert [block.text for block in marked if block.role is Role.ASIDE] == ["Lire aussi", "Le musée fermera"]


def body(*texts: str, role: Role = Role.BODY) -> list[Block]:
    return [Block(role, text) for text in texts]


def role_of(text: str) -> Role:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*NEWS[:2], text, *NEWS[2:])])
    return next(block.role for block in marked if block.text == text)


@pytest.mark.parametrize(
    "text",
    [
        "Créez un compte gratuitement pour lire cet article",
        "Ou si vous avez déjà un compte, connectez-vous ici",
        "Vous êtes déjà abonné ? Identifiez-vous",
        "Profitez de notre Offre découverte.",
        "Profitez vite de 50 % de réduction sur votre abonnement !",
        "9,90 € par mois, résiliable à tout moment",
        "Accédez à tous nos articles en illimité",
        "Pour lire la suite, abonnez-vous",
        "La suite est réservée aux abonnés",
        "Prenez note que cet article publié en 2017 pourrait contenir des informations qui ne sont plus à jour.",
        "Attention, cet article date de 2015.",
        "Cet article a été mis à jour le 3 mai à 12 h 40.",
        "Cet article est paru dans notre newsletter « La lettre éco ».",
        "Cet article, initialement publié en 2019, a été actualisé.",
        "Article publié le 4 juin 2024 à 10 h, modifié à midi.",
        "Lire aussi l’enquête : Les ponts de la région",
        "Lire aussi « Un pont trop loin »",
        "À LIRE AUSSI Le pont en chiffres",
        "Voir aussi : Notre infographie",
        "Lire notre dossier sur les ponts",
        "Lire l’intégralité de l’entretien",
        "Revivez le direct du vote à l’Assemblée avec vos questions.",
        "Toutes les infos de ce jeudi 18 juillet sont à suivre ici.",
        "Retrouvez tous nos articles sur le pont.",
        "Pour réécouter son interview, cliquez sur l’icône ci-dessous.",
        "Si vous n’arrivez pas à lire cette lettre, ouvrez-la dans votre navigateur.",
        "Vous recevez ce courriel parce que vous êtes inscrit à notre liste.",
        "En remplissant ce formulaire, vous acceptez de recevoir nos informations.",
        "Vous pouvez joindre Frédéric Roy par courriel à f.roy@exemple.ca.",
        "Vous voulez communiquer un renseignement ou vous avez repéré une erreur ?",
        "Une information à partager ? Écrivez à la rédaction",
        "Soutenez la presse indépendante",
        "Faites un don défiscalisé !",
        "Rejoignez notre chaîne WhatsApp pour ne rien manquer",
        "Activez les notifications pour être averti",
        "Ne manquez aucune information du Courrier",
        "Soyez le premier à commenter",
        "Vous aimerez aussi",
        "La suite après la publicité",
        "Facebook | Twitter | WhatsApp",
        "Contact · Mentions légales · CGU",
        "Accueil > Politique > Élections",
        "Vous êtes ici : Accueil / Actualités / Ponts",
        "Le Courrier avec AFP",
        "(AFP et Reuters)",
        "Propos recueillis par Anne Petit et Jean Durand",
        "De notre envoyée spéciale à Avignon",
        "Textes : Anne Petit pour Le Courrier",
        "Maire du Val (@mairieduval) 3 juin 2024",
        "The Wayback Machine - https://web.archive.org/web/2007/http://exemple.fr",
        "Ceci est la version en cache de exemple.fr.",
        "Ses propos n’engagent pas la rédaction.",
        "Voir en annexe : La place des ponts dans le budget",
        "Toutes les explications sur ces ponts sont présentées dans cette vidéo du Courrier.",
    ],
)
def test_prompts_notes_and_pointers_are_asides(text: str) -> None:
    assert role_of(text) is Role.ASIDE


@pytest.mark.parametrize(
    "text",
    [
        "Contacté par nos soins, le préfet n’a pas donné suite.",
        "Profitez du soleil, a lancé le maire aux élèves.",
        "Le compte y est, selon l’opposition, qui avait déjà demandé un audit.",
        "Cet article de la loi a été modifié par le Sénat, qui l’a vidé de sa substance.",
        "Ce texte a été adopté par les députés malgré l’opposition de la gauche.",
        "Lire aussi vite est un don.",
        "Lire et écrire sont des droits, rappelle la ministre.",
        "Pour lire, il faut du temps, dit l’instituteur.",
        "Voir Naples et mourir : le proverbe a fait son chemin.",
        "Découvrez-le, dit-il, et vous l’aimerez.",
        "Vous avez dit bizarre ? L’élu s’en amuse.",
        "Abonné aux rôles de flic, l’acteur change de registre.",
        "Soutenez-vous le gouvernement ? À cette question, un Français sur deux répond non.",
        "Suivez les consignes de sécurité, insiste la préfecture.",
        "9 euros par habitant : c’est ce que coûtera le pont.",
        "Le direct a touché le boxeur à la tempe, et le match s’est arrêté là.",
        "La publicité pour le tabac est interdite depuis 1991.",
        "Offres d’emploi, salaires, retraites : tout est sur la table.",
    ],
)
def test_news_in_such_words_is_none(text: str) -> None:
    assert role_of(text) not in {Role.ASIDE, Role.CAPTION}


def test_a_table_of_contents_is_beside_the_text_in_any_format() -> None:
    names = ["Un vote serré au conseil", "Des commerçants inquiets", "Une réunion le 12 juin"]
    for listed in (
        names,
        [f"{i}. {name}" for i, name in enumerate(names, 1)],
        [f"{name} ..... {i}" for i, name in enumerate(names)],
    ):
        text = [
            block for name, news in zip(names, NEWS, strict=False) for block in (Block(Role.HEADING, name), *body(news))
        ]
        marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body("Sommaire", *listed), *text])
        assert [block.role for block in marked[1:5]] == [Role.ASIDE] * 4
        assert [block.text for block in marked if block.role is Role.HEADING] == names


def test_a_line_that_stands_again_and_again_is_no_text() -> None:
    again = "Le meilleur du Courrier chaque matin à sept heures"
    marked = mark_roles(
        [Block(Role.TITLE, "Le vieux pont"), *body(NEWS[0], again, NEWS[1], again, NEWS[2], again, NEWS[3])]
    )
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS


def test_the_title_is_not_said_again_in_the_text() -> None:
    title = "Le vieux pont de la commune sera rénové"
    marked = mark_roles([Block(Role.TITLE, title), *body(title, NEWS[0], f"{title} 27 juin 2019 Par Elba", *NEWS[1:])])
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS


@pytest.mark.parametrize(
    "label", ["À lire aussi", "À la une", "Sur le même sujet", "Les plus lus", "Articles similaires :"]
)
def test_what_follows_a_label_to_the_end_is_other_articles(label: str) -> None:
    others = ["Le musée ferme ses portes pour travaux.", "La piscine rouvre", "Le marché déménage, annonce la mairie."]
    marked = mark_roles(
        [Block(Role.TITLE, "Le vieux pont"), *body(*NEWS, *NEWS), Block(Role.HEADING, label), *body(*others)]
    )
    assert {block.text for block in marked if block.role in {Role.BODY, Role.HEADING}} == set(NEWS)


def test_a_label_in_the_midst_of_the_article_ends_nothing() -> None:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(NEWS[0], "À lire aussi", *NEWS[1:], *NEWS)])
    assert len([block for block in marked if block.role is Role.BODY]) == 2 * len(NEWS)


def test_lines_among_prompts_are_prompts() -> None:
    lines = ["Abonnez-vous", "Formule numérique", "Le journal et ses archives", "Déjà abonné ? Se connecter"]
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*NEWS[:2], *lines, *NEWS[2:])])
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS


ENGLISH = "The old bridge of our town will be renovated, and the council has finally moved mountains for it."


def test_a_paragraph_in_english_is_kept_as_it_is() -> None:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*NEWS[:2], ENGLISH, *NEWS[2:])])
    assert [(block.role, block.language) for block in marked if block.language] == [(Role.ASIDE, "en")]


@pytest.mark.parametrize(
    "text", ["New York, Londres, Tokyo", "« Yes we can ! » a lancé le maire à la foule réunie.", "Oui."]
)
def test_french_with_foreign_words_is_french(text: str) -> None:
    assert not any(block.language for block in mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*NEWS, text)]))


def test_an_article_in_english_is_not_taken_apart() -> None:
    marked = mark_roles([Block(Role.TITLE, "The old bridge"), *body(ENGLISH, ENGLISH.replace("old", "new"), NEWS[0])])
    assert not any(block.language for block in marked)
    assert [block.role for block in marked].count(Role.BODY) == 3


@pytest.mark.parametrize(
    "prompt",
    [
        "Vous pouvez joindre Frédéric Roy par courriel à f.roy@exemple.ca ou par téléphone.",
        "Lire la suite de la critique de Jean Durand sur exemple.fr",
        "Pour réécouter son interview, cliquez sur l’icône ci-dessous.",
        "Abonnez-vous à notre lettre !",
    ],
)
def test_a_prompt_within_a_paragraph_is_taken_out_of_it(prompt: str) -> None:
    marked = mark_roles(
        [
            Block(Role.TITLE, "Le vieux pont"),
            *body(NEWS[0], f"{NEWS[1]} {prompt}", f"{prompt.rstrip('.!')}. {NEWS[2]}", NEWS[3]),
        ]
    )
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS
    assert [block.text for block in marked if block.role is Role.ASIDE] == [prompt, f"{prompt.rstrip('.!')}."]


def test_what_must_be_written_back_is_not_taken_apart() -> None:
    block = Block(Role.BODY, f"{NEWS[0]} Cliquez ici pour lire la suite.", key="p1")
    assert block in mark_roles([Block(Role.TITLE, "Le vieux pont"), block, *body(*NEWS)])


def test_emphasis_stays_in_its_place_when_a_prompt_is_taken_out() -> None:
    text = f"Cliquez ici. {NEWS[0]}"
    block = Block(Role.BODY, text, runs=((0, 7, True, False), (13, 15, False, True)))
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(NEWS[1]), block, *body(*NEWS[2:])])
    assert [(b.text, b.runs) for b in marked[2:4]] == [
        ("Cliquez ici.", ((0, 7, True, False),)),
        (NEWS[0], ((0, 2, False, True),)),
    ]


def test_an_article_that_is_there_several_times_is_still_one() -> None:
    article = from_text("a", ARTICLE * 4)
    assert sum(paragraph.role is Role.BODY for paragraph in article.paragraphs) == 16


def test_a_dated_list_under_a_label_is_other_articles_however_long() -> None:
    others = [text for i, news in enumerate(NEWS) for text in (f"- {i + 1}/09/2019", news.replace("pont", "musée"))]
    marked = mark_roles(
        [
            Block(Role.TITLE, "Le vieux pont"),
            *body(*NEWS, "Abonnez-vous !"),
            *body("La boutique du Courrier. Des perles, des classiques.", role=Role.LIST),
            Block(Role.HEADING, "Dernières publis"),
            *body(*others),
        ]
    )
    assert [block.text for block in marked if block.role is not Role.ASIDE] == ["Le vieux pont", *NEWS]


def test_dates_in_an_article_end_nothing() -> None:
    dated = [text for i, news in enumerate(NEWS) for text in (f"Le {i + 1} juin", news)]
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*dated)])
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS


@pytest.mark.parametrize("signed", ["(Alexandre Durand)", "(Anne Petit avec AFP)", "(Par Jean de La Tour)"])
def test_a_name_in_brackets_after_the_last_sentence_signs(signed: str) -> None:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(*NEWS[:3], f"{NEWS[3]} {signed}")])
    assert [(block.text, block.role) for block in marked[-2:]] == [(NEWS[3], Role.BODY), (signed, Role.ASIDE)]


def test_a_name_in_brackets_after_a_quotation_says_whose_it_is() -> None:
    text = "« Rien n’est fait, et rien ne se fera avant l’été. » (Alexandre Durand)"
    assert role_of(text) is Role.BODY


@pytest.mark.parametrize("announced", ["Explications en vidéo.", "Décryptage.", "Retour en images.", "Reportage."])
def test_a_sentence_that_only_announces_what_follows_is_taken_out(announced: str) -> None:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(f"{NEWS[0]} {announced}", *NEWS[1:])])
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS
    assert announced in [block.text for block in marked]


def test_the_name_of_a_publication_above_its_issue_is_no_text() -> None:
    marked = mark_roles(
        [Block(Role.TITLE, "Le vieux pont"), *body("L’état des ponts 2007", "Hors-série n° 72, juin 2007", *NEWS)]
    )
    assert [block.text for block in marked if block.role is Role.BODY] == NEWS


def test_a_line_in_any_quotation_marks_is_a_heading() -> None:
    marked = mark_roles([Block(Role.TITLE, "Le vieux pont"), *body(NEWS[0], '"PLUS DE SACRIFICES"', *NEWS[1:])])
    assert [block.text for block in marked if block.role is Role.HEADING] == ['"PLUS DE SACRIFICES"']
