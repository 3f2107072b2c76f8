import pytest

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.roles import mark_roles

BODY = [
    Block(Role.BODY, "Le gouvernement a annoncé hier une réforme des retraites."),
    Block(Role.BODY, "Les syndicats ont aussitôt appelé à la grève dans tout le pays."),
]


def role_of(text: str) -> Role:
    return next(block.role for block in mark_roles([*BODY, Block(Role.BODY, text), *BODY]) if block.text == text)


@pytest.mark.parametrize(
    "text",
    [
        "Partagez votre avis",
        "Inscrivez-vous gratuitement",
        "Inscrivez-vous gratuitement et recevez chaque matin l’essentiel de l’actualité.",
        "Pour ne rien manquer, inscrivez-vous à notre newsletter.",
        "Abonne-toi à notre chaîne pour ne rien rater !",
        "Profitez de 2 mois offerts.",
        "N’hésitez pas à nous suivre sur les réseaux sociaux.",
        "Likez notre page Facebook.",
        "Suivez Le Courrier du Val sur Facebook, X et Instagram.",
        "Téléchargez gratuitement l’application Le Courrier.",
        "Disponible sur l’App Store et Google Play.",
        "Chaque semaine, retrouvez notre sélection d’articles dans votre boîte mail.",
        "Votre adresse e-mail",
        "Accueil > Politique > Élections",
        "Et vous, qu’en pensez-vous ?",
        "Partager sur Facebook",
        "→ Partager",
        "Abonnez-vous pour lire la suite de cet article.",
        "Inscrivez-vous à la newsletter !",
        "Inscrivez-vous à notre lettre d’information quotidienne.",
        "Lire aussi : Kosovo, la guerre oubliée",
        "Lire aussi",
        "À lire également : l’OTAN renforce sa présence",
        "A lire aussi sur notre site",
        "(Re)lire : le pont en dix dates",
        "Suivez-nous sur les réseaux sociaux",
        "Cet article est réservé aux abonnés.",
        "© L’Indécapant 2023. Tous droits réservés.",
        "Publié le 29 septembre 2023 à 18h05",
        "Mis à jour le 30/09/2023",
        "Commentaires",
        "3 commentaires",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "Accepter tous les cookies",
        "Temps de lecture : 3 min",
        "Par Jean-Marc Dupont",
        "(Avec AFP)",
    ],
)
def test_text_around_an_article_is_an_aside(text: str) -> None:
    assert role_of(text) is Role.ASIDE


@pytest.mark.parametrize(
    "text", ["Crédit photo : Jean Dupont", "© AFP", "Photo : Reuters", "Des soldats à Pristina. © AFP"]
)
def test_credits_are_captions(text: str) -> None:
    assert role_of(text) is Role.CAPTION


@pytest.mark.parametrize(
    "text",
    [
        "Inscrivez-vous sur les listes électorales avant le 31 décembre, a rappelé le maire.",
        "Suivez mon regard, a lancé le député devant une salle hilare.",
        "Chaque matin, les habitants recevaient l’eau par camion-citerne.",
        "Notre newsletter a été suspendue par la justice, explique le directeur du journal.",
        "Restez chez vous, a demandé la préfecture aux habitants des quais.",
        "Pour accéder à la vallée, il existe une route alternative réservée aux secours.",
        "L’enquête a d’abord été confiée à la gendarmerie.",
        "Avant de partir, l’ancien député a réglé ses comptes.",
        "Publié le 3 mai, le rapport conclut à un échec.",
        "Partager sur Facebook est devenu un geste banal pour les Français.",
        "« Abonnez-vous ! », lance le vendeur de journaux.",
        "Lire aussi vite est un don.",
        "Les commentaires des lecteurs sont fermés depuis hier.",
        "Les cookies sont des fichiers que nous utilisons tous les jours.",
        "Par les temps qui courent, rien n’est sûr",
        "Marie Dupont, journaliste à Kiev, a été tuée mardi par un tir.",
        "Une erreur de l'Elysée ?",
        "Chloé, rédactrice en chef aguerrie, anime L'Indécapant avec expertise.",  # in the midst of the article
    ],
)
def test_the_article_itself_is_none(text: str) -> None:
    assert role_of(text) not in {Role.ASIDE, Role.CAPTION}


@pytest.mark.parametrize(
    "tail",
    [
        ["Chloé", "Chloé, rédactrice en chef aguerrie, anime L'Indécapant. Elle critique.", "Partagez votre avis"],
        ["Jean Dupont est journaliste à L’Écho depuis dix ans."],
        ["À propos de l’auteur", "Jean Le Goff est correspondant à Rome.", "Suivez-nous", "3 commentaires"],
    ],
)
def test_a_biography_at_the_end_is_an_aside(tail: list[str]) -> None:
    marked = mark_roles([*BODY, *(Block(Role.BODY, text) for text in tail)])
    assert [block.role for block in marked[2:]] == [Role.ASIDE] * len(tail)


def test_a_last_paragraph_with_news_of_a_journalist_is_the_article() -> None:
    text = "Marie Dupont, journaliste à Kiev, a été tuée mardi."
    assert mark_roles([*BODY, Block(Role.BODY, text)])[-1].role is Role.BODY


def test_the_title_comes_after_what_stands_above_it() -> None:
    marked = mark_roles([Block(Role.BODY, "Publié le 3 mai 2023"), Block(Role.BODY, "La réforme passe"), *BODY])
    assert [block.role for block in marked] == [Role.ASIDE, Role.TITLE, Role.BODY, Role.BODY]


def test_a_lone_line_is_no_title() -> None:
    assert mark_roles([Block(Role.BODY, "Bonjour le monde")])[0].role is Role.BODY


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert role_of("Une loi contestée") is Role.HEADING
    assert role_of("Que dit la loi ?") is Role.HEADING
    assert role_of("Il part.") is Role.BODY
