"""What the markup of a web page says that an element is for: hidden, beside the article, a message from elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

_DROPPED = frozenset(
    """head script style template noscript iframe object embed svg math canvas audio video map select textarea
    button dialog progress meter""".split()  # noqa: SIM905
)
#: What is around an article, by the page's own word.
AROUND = frozenset(("nav", "aside", "footer", "form"))
CAPTIONS = frozenset(("figcaption", "caption"))
_AROUND_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "banner", "menu", "toolbar"))
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "dfn", "var", "cite"))
#: Elements that tell something by themselves.
_TELLING = _BOLD | _ITALIC | AROUND | CAPTIONS
_NOTES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes", "footnote", "footnotes", "endnote", "endnotes"))
#: What mail programs call an earlier mail that is quoted, and a signature.
_QUOTED = re.compile(
    r"(?:^|\s)(?:gmail_(?:quote|attr|signature)|moz-(?:cite-prefix|signature)|yahoo_quoted|protonmail_quote)(?:$|\s)"
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:thumb|img|image|photo|media|pic)?caption(?:-?text)?|legende|légende)(?:$|[\s_-])", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: What is there for screen readers only, or shows when the mouse is over it.
_UNSEEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|element-invisible|u-hidden|a11y-hidden|assistive-text"
    r"|is-sr-only|show-for-sr|hidden-visually|accessibly-hidden|offscreen|footnote_tooltip|modern-footnotes-footnote__note|cdk-visually-hidden)(?:$|\s)",
    re.IGNORECASE,
)
#: The bars that archives put over the pages they keep.
_ARCHIVE = re.compile(r"wm-(?:ipp|tb|toolbar|capinfo)|ia-toolbar|google-cache-hdr|webarchive-banner", re.IGNORECASE)
#: How content management systems call what stands beside an article, or asks its reader for something.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relateds|read-?(?:more|also|next)|see-?also|a-?lire|lire-?aussi|voir-?aussi|sur-le-meme-sujet"
    r"|share|sharing|sharebar|partage|partager|social|socials|newsletters?|infolettre|promo|teasers?|sidebar|breadcrumbs?"
    r"|fil-?d?-?ariane|ariane|cookies?|consent|rgpd|gdpr|paywall|subscri(?:be|ption)|abonne(?:ment|z)?|abo|outbrain|taboola"
    r"|ligatus|recommend(?:ed|ation|ations)?|recommand(?:es?|ations?)|most-?(?:read|viewed|popular)|popular|plus-lus|tags|keywords"
    r"|mots-cles|advert(?:isement|ising)?|sponsor(?:ed|ise)?|sponso|pub|publicite|toolbar|login|signup|sign-up|register"
    r"|donate|donation|dons?|comments?|commentaires?|respond|toc|sommaire|table-of-contents|jump-?links|pagination|pager"
    r"|author-?(?:bio|box|card)|bio-?auteur|copyright|disclaimer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOOTNOTES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|notes-?(?:de-?bas|bas)?|references|reflist)(?:$|[\s_-])", re.I
)
_EMBEDDED = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|fb-video"
    r"|facebook-(?:post|embed)|reddit-(?:card|embed\S*)|threads-post|text-post-media|tumblr-post|telegram-post|imgur-embed\S*"
    r"|(?:embed|embedded|wp-block-embed)-?(?:tweet|twitter|x|instagram|tiktok|bluesky|mastodon|facebook))(?:$|\s)",
    re.IGNORECASE,
)
_PATTERNS = {
    "quoted": _QUOTED,
    "caption": _CAPTION,
    "unseen": _UNSEEN,
    "furniture": _FURNITURE,
    "footnotes": _FOOTNOTES,
    "embedded": _EMBEDDED,
}
_PAGE_BREAKS = frozenset(("pagebreak", "doc-pagebreak"))
_PAGE_NUMBER = re.compile(r"(?:^|\s)(?:x-ebookmaker-)?page-?(?:num(?:ber)?|no)(?:$|\s)", re.IGNORECASE)
_NONE = frozenset[str]()
_ANYTHING = frozenset(("html", "body", "main"))


def list_kinds(element: HtmlElement) -> frozenset[str]:
    """Return what an element says that it is for, in the words of WAI-ARIA and of EPUB."""
    role, kind = element.get("role"), element.get("epub:type")  # few have any
    return frozenset(f"{role or ''} {kind or ''}".split()) if role or kind else _NONE


def is_dropped(element: HtmlElement) -> bool:
    """True if an element holds no text that a reader of the page sees."""
    tag = str(element.tag)
    if tag in _DROPPED or (":" in tag and tag.rpartition(":")[2] in _DROPPED):  # svg:svg too
        return True
    if not element.attrib:
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style, id_ = element.get("style"), element.get("id")  # few have any
    return is_unseen(element) or bool((style and _HIDDEN.search(style)) or (id_ and _ARCHIVE.match(id_)))


def is_unseen(element: HtmlElement) -> bool:
    """True if an element is for screen readers, or shown under the mouse only."""
    return "unseen" in _named(element.get("class", ""))


@lru_cache(maxsize=4096)  # a page has few classes, and asks after each many times
def _named(names: str) -> frozenset[str]:
    """Return what the classes of an element, or its id, say that it is."""
    return frozenset(kind for kind, pattern in _PATTERNS.items() if pattern.search(names)) if names else frozenset()


def is_page_number(element: HtmlElement) -> bool:
    """True if an element says where a page of the printed book begins."""
    named = element.get("class") and _PAGE_NUMBER.search(element.get("class", ""))
    return bool(named) or (len(element.attrib) > 0 and bool(list_kinds(element) & _PAGE_BREAKS))


def is_around(element: HtmlElement) -> bool:
    """True if the page says that an element is not its main matter."""
    if element.tag in AROUND or (len(element.attrib) and list_kinds(element) & (_NOTES | _AROUND_ROLES)):
        return True
    cited = element.tag == "blockquote" and element.get("type") == "cite"
    return cited or "quoted" in _named(element.get("class", ""))


def is_furniture(element: HtmlElement) -> bool:
    """True if an element is called as what stands beside an article; the whole page never is."""
    names = _named(element.get("class", "")), _named(element.get("id", ""))
    return element.tag not in _ANYTHING and any("furniture" in some for some in names)


def holds_notes(element: HtmlElement) -> bool:
    """True if an element holds the notes at the foot of a text."""
    return element.tag not in _ANYTHING and "footnotes" in _named(element.get("class", ""))


def is_embedded(element: HtmlElement) -> bool:
    """True if an element is a message of a social network."""
    return element.tag not in _ANYTHING and "embedded" in _named(element.get("class", ""))


def is_caption(element: HtmlElement, inline: bool) -> bool:
    """True if an element is the caption of a picture or a table."""
    named = not inline and "caption" in _named(element.get("class", ""))
    return named or element.tag in CAPTIONS


def list_flags(element: HtmlElement, inline: bool, called: bool) -> list[str]:
    """Return what holds for the text in an element; `called` says that a call of a note leads to it."""
    tag = element.tag
    if not (element.attrib or tag in _TELLING):
        return []
    style = element.get("style", "").replace(" ", "").lower()
    href = element.get("href") if tag == "a" else None
    flags = []
    if tag in _BOLD or "font-weight:bold" in style or "font-weight:700" in style:
        flags.append("bold")
    if tag in _ITALIC or "font-style:italic" in style:
        flags.append("italic")
    if href is not None:
        flags += ["link"] if href.startswith("#") else ["link", "away"]
    if is_caption(element, inline):
        flags.append("caption")
    if is_around(element):
        flags.append("around")
    if not inline and (called or holds_notes(element)):
        flags.append("note")
    if not inline and is_embedded(element):
        flags.append("embedded")
    return flags
