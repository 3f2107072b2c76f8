"""Web pages made for tests: an article about a bridge, with what content management systems put around it."""

from __future__ import annotations

from visavis.model.article import Article, Role
from visavis.readers.open import from_bytes

NEWS = (
    "Le conseil municipal a voté mardi soir la rénovation du pont, fermé depuis le printemps.",
    "Les travaux coûteront 2,4 millions d’euros et dureront dix mois, selon la mairie, qui espère une aide.",
    "Le maire a promis que les commerçants du quartier seraient indemnisés pendant toute la durée du chantier.",
    "Une réunion publique aura lieu le 12 juin à la salle des fêtes, en présence de l’ingénieur et de la préfète.",
)
MORE = (
    "Les riverains réclament aussi une piste cyclable sur le pont, mais le département n’a pas donné sa réponse.",
    "Au marché, les avis sont partagés : certains craignent dix mois de détours, d’autres s’en réjouissent.",
    "L’ingénieur chargé du projet rappelle que les piles datent de 1891 et que la crue de 1999 les avait fragilisées.",
    "La préfète a demandé une étude de plus sur le débit de la rivière, qui devra être remise avant le mois d’août.",
)
TITLE = "Le vieux pont de la commune sera rénové dès septembre"
NAVIGATION = (
    '<header><a href="/">Le Courrier du Val</a><nav><a href="/a">Accueil</a> <a href="/b">Sports</a></nav></header>'
)
FOOTER = '<footer><a href="/m">Mentions légales</a> <a href="/k">Contact</a></footer>'


def paragraphs(*texts: str) -> str:
    """Return texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = f"<title>{TITLE}</title>") -> bytes:
    """Return a page with a menu and a footer around its main matter."""
    start = f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">{head}</head><body>{NAVIGATION}'
    return f"{start}<main>{body}</main>{FOOTER}</body></html>".encode()


def article(body: str, head: str = f"<title>{TITLE}</title>", whole: bool = False) -> Article:
    """Return the article of a page with this main matter."""
    return from_bytes("page.html", page(body, head), whole)


def texts(article: Article, *roles: Role) -> list[str]:
    """Return the paragraphs that have one of the roles, or all."""
    return [article.text[p.start : p.end] for p in article.paragraphs if not roles or p.role in roles]


def role(article: Article, text: str) -> Role:
    """Return the role of the paragraph that begins so."""
    return next(p.role for p in article.paragraphs if article.text[p.start : p.end].startswith(text))
