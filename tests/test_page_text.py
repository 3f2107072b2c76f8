"""What of a web page is its article: nothing of it is lost, nothing around it comes in."""

import json

import pytest

from pages import MORE, NEWS, TITLE, article, page, paragraphs, role, texts
from visavis.model.article import Role
from visavis.readers.html.reader import read_page

SENTENCE = (
    "Gabriel Petit a étudié la vie du quartier pendant trois ans. Il estime que le pont est le cœur de la commune."
)
BOX = "Repère : un camion de 44 tonnes était tombé dans la rivière le 3 mars."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<div>{BOX}</div>", BOX),
        (f"<section><div>{BOX}</div></section>", BOX),
        (f"<center>{BOX}</center>", BOX),
        (f'<div class="encadre"><div class="inner"><span>{BOX}</span></div></div>', BOX),
        (f"<p><time>10h00</time> {SENTENCE}</p>", f"10h00 {SENTENCE}"),
        ('<p>Le préfet, <span class="author">Jean Durand</span>, a demandé une étude.</p>',
         "Le préfet, Jean Durand, a demandé une étude."),
        (f"<p><label>Note</label> {SENTENCE}</p>", f"Note {SENTENCE}"),
        (f'<p><span class="share">Hier,</span> {SENTENCE}</p>', f"Hier, {SENTENCE}"),
        (f'<p><a href="/a">{SENTENCE}</a></p>', SENTENCE),
        ('<p><b><a href="/b">Le préfet a demandé mardi une étude de plus sur la rivière, a-t-il dit.</a></b></p>',
         "Le préfet a demandé mardi une étude de plus sur la rivière, a-t-il dit."),
    ],
)  # fmt: skip
def test_what_stands_among_the_paragraphs_is_kept_in_its_place(markup: str, text: str) -> None:
    body = f"<article><h1>{TITLE}</h1><div class='corps'>{paragraphs(*NEWS)}{markup}{paragraphs(*MORE)}</div></article>"
    assert texts(article(body)) == [TITLE, *NEWS, text, *MORE]


@pytest.mark.parametrize("wrapper", ['<div class="live-post">{}</div>', '<article class="post" id="p">{}</article>'])
def test_a_live_report_keeps_all_its_posts(wrapper: str) -> None:
    said = [f"<time>1{i}h0{i}</time><p>{text}</p>" for i, text in enumerate((*NEWS, *MORE))]
    found = texts(article(f"<h1>{TITLE}</h1><div class='live'>{''.join(map(wrapper.format, said))}</div>"))
    assert [text for text in found if text in (*NEWS, *MORE)] == [*NEWS, *MORE]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="related-posts"><p>Le musée ferme ses portes pour dix mois, annonce la mairie.</p></div>',
        '<aside><p>Le musée ferme ses portes pour dix mois, annonce la mairie.</p></aside>',
        '<div><h3><a href="/m">Le musée ferme</a></h3><p>Il fermera pour dix mois, annonce la mairie.</p></div>',
        '<form><p>Recevez chaque matin le meilleur du journal dans votre boîte.</p></form>',
        '<div class="newsletter"><p>Le meilleur du journal vous attend chaque matin à sept heures.</p></div>',
    ],
)  # fmt: skip
def test_what_is_furniture_by_its_markup_is_not_summarised_and_if_left_out_it_is_said(box: str) -> None:
    read = article(f"<article><h1>{TITLE}</h1><div>{paragraphs(*NEWS)}{box}{paragraphs(*MORE)}</div></article>")
    assert texts(read, Role.BODY) == [*NEWS, *MORE]
    if texts(read) == [TITLE, *NEWS, *MORE]:
        assert list(read.notes) == ["1 paragraph looked like a menu or a notice of the page, and was left out"]


def test_what_was_left_out_is_counted_and_the_whole_page_has_it() -> None:
    others = paragraphs("Le musée ferme ses portes pour dix mois.", "La piscine rouvre enfin ses bassins mardi.")
    box = f"<aside>{others}</aside>"
    body = f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{box}{paragraphs(*MORE)}</article>"
    read = article(body)
    assert list(read.notes) == ["2 paragraphs looked like menus or notices of the page, and were left out"]
    whole = article(body, whole=True)
    assert not whole.notes
    assert "La piscine rouvre enfin ses bassins mardi." in texts(whole)


STANDFIRST = "Fermé depuis le printemps, l’ouvrage sera réparé à partir de septembre. La commune attend une aide."


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Le pont d'Arcy sera rénové, c'est voté - Le Courrier du Val", "Le pont d’Arcy sera rénové, c’est voté"),
        ("Le pont rouvre | Le Courrier du Val", "Le pont rouvre"),
        ('Pont : c\'est "oui" – Le Courrier du Val', "Pont : c’est « oui »"),
        ("LE PONT ROUVRE — Le Courrier", "Le pont rouvre"),
        ("Courrier du Val", "Le vieux pont, fermé depuis le printemps, rouvrira"),
    ],
)
def test_the_title_is_that_of_the_article_without_its_site_and_the_standfirst_follows(
    title: str, headline: str
) -> None:
    body = f'<div class="infos"><h1>{headline}</h1><p class="excerpt">{STANDFIRST}</p></div>'
    read = article(
        f"{body}<section>{paragraphs(*NEWS)}</section>",
        f'<title>{title}</title><meta property="og:title" content="{title}">',
    )
    assert (read.title, texts(read)) == (headline, [headline, STANDFIRST, *NEWS])


def test_a_title_that_is_there_twice_is_read_once_with_the_standfirst_between() -> None:
    title = f"<h2 class='title'>{TITLE}</h2><p class='byline'>Par <a href='/x'>Jean Durand</a></p>"
    body = f"<article><section class='noprint'>{title}<div class='desc'><p>{STANDFIRST}</p></div></section>"
    read = article(f"{body}<section><div>{title}</div>{paragraphs(*NEWS)}</section></article>")
    assert [text for text in texts(read) if text != "Par Jean Durand"] == [TITLE, STANDFIRST, *NEWS]


@pytest.mark.parametrize(
    "title", ["Le pont rouvre | Le Courrier", "Le pont rouvre enfin | Culture | Le Courrier du Val"]
)
def test_a_title_without_a_heading_is_read_without_its_site(title: str) -> None:
    assert (
        article(f"<article>{paragraphs(*NEWS, *MORE)}</article>", f"<title>{title}</title>").title
        == title.split(" |", maxsplit=1)[0]
    )


def data(body: str) -> str:
    values = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "headline": TITLE, "articleBody": body}],
    }
    return f'<title>{TITLE}</title><script type="application/ld+json">{json.dumps(values)}</script>'


@pytest.mark.parametrize("join", ["\n\n", "</p><p>", "<br>"])
def test_an_article_that_is_there_for_search_engines_only_is_read_and_that_is_said(join: str) -> None:
    read = article(f'<h1>{TITLE}</h1><div id="app"></div>', data(join.join(NEWS)))
    assert texts(read) == [TITLE, *NEWS]
    assert list(read.notes) == ["The page shows no article; this is the text that it carries for search engines"]


def test_a_page_without_an_article_says_so() -> None:
    read = article('<div id="app"></div>')
    assert list(read.notes) == ["No article was found in the page; this is all of its text"]


@pytest.mark.parametrize("broken", ["{", "[[[", '{"articleBody": 3}', '{"articleBody": ""}', "[" * 5000])
def test_broken_data_is_no_article(broken: str) -> None:
    head = f'<title>{TITLE}</title><script type="application/ld+json">{broken}</script>'
    assert texts(article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}</article>", head)) == [TITLE, *NEWS]


def lines(html: str) -> list[str]:
    return [block.text for block in read_page(f"<html><body>{html}</body></html>", whole=True).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Points votés :<br>– rénovation<br>– trottoir</p>", ["Points votés :", "– rénovation", "– trottoir"]),
        ("<p>Au menu :<br/>• le vote<br/>• le pont</p>", ["Au menu :", "• le vote", "• le pont"]),
        ("<p>Mairie du Val<br>12, rue Noire<br>75001 Paris</p>", ["Mairie du Val", "12, rue Noire", "75001 Paris"]),
        ("<p>Il a dit<br>oui.</p>", ["Il a dit oui."]),
        ("<p>Un vote.<br>Un autre vote.</p>", ["Un vote. Un autre vote."]),
        ("<h1>Le pont<br>Rouvre</h1>", ["Le pont Rouvre"]),
        ("<p>Le conseil municipal a voté mardi soir la rénovation du pont de<br>Saint-Aubin, fermé hier.</p>",
         ["Le conseil municipal a voté mardi soir la rénovation du pont de Saint-Aubin, fermé hier."]),
        ("<p><b>Pourquoi avoir attendu ?</b><br>Faute d’argent.</p>", ["Pourquoi avoir attendu ?", "Faute d’argent."]),
        ("<p><strong>Pourquoi avoir attendu ?</strong> Il fallait d’abord trouver l’argent.</p>",
         ["Pourquoi avoir attendu ?", "Il fallait d’abord trouver l’argent."]),
        ("<p>Il part. <b>Vraiment ?</b> Oui.</p>", ["Il part. Vraiment ? Oui."]),
    ],
)  # fmt: skip
def test_lines_that_are_things_of_their_own_are_paragraphs(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><span>Urbanisme</span>Le conseil a voté.</p>", "Urbanisme Le conseil a voté."),
        ('<p>Un <a href="x">rapport<span class="sr-only"> (nouvelle fenêtre)</span></a>a été publié.</p>',
         "Un rapport a été publié."),
        ('<p>Un <a href="x">rapport<span class="visually-hidden">(pdf)</span></a>, dit-il.</p>', "Un rapport, dit-il."),
        ('<p>Un mot<span class="screen-reader-text">caché</span> et plus.</p>', "Un mot et plus."),
        ('<p>Un mot<span class="external show-for-sr">caché</span> et plus.</p>', "Un mot et plus."),
        ("<p><span>L</span>e pont et l’<b>UE</b>.</p>", "Le pont et l’UE."),
        ("<p>H<sub>2</sub>O et 1<sup>er</sup> mai</p>", "H2O et 1er mai"),
    ],
)  # fmt: skip
def test_words_are_not_glued_and_what_only_screen_readers_say_is_not_read(markup: str, expected: str) -> None:
    assert lines(markup) == [expected]


def test_a_list_of_links_in_the_text_is_beside_it() -> None:
    links = '<ul><li><span>Dossier</span> <a href="/d">Le pont en chiffres, dix ans après</a></li></ul>'
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{links}{paragraphs(*MORE)}</article>")
    assert texts(read, Role.BODY, Role.LIST) == [*NEWS, *MORE]


def test_teasers_under_the_article_are_beside_it() -> None:
    teasers = "".join(
        f'<h3><a href="/t{i}">Tempête numéro {i} dans le Var</a></h3><p>Les recherches continuent, jour {i}.</p>'
        for i in range(3)
    )
    read = article(f"<div id='article'><h1>{TITLE}</h1>{paragraphs(*NEWS)}<h2>À la une</h2>{teasers}</div>")
    assert texts(read, Role.BODY, Role.HEADING) == [*NEWS]


def test_linked_lines_among_the_paragraphs_are_asides() -> None:
    line = '<p><a href="/musee">(Voir le musée du pont)</a></p>'
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{line}{paragraphs(*MORE)}</article>")
    assert texts(read, Role.BODY) == [*NEWS, *MORE]
    assert texts(read, Role.ASIDE) == ["(Voir le musée du pont)"]


def test_formulas_of_a_page_are_read() -> None:
    formula = "<math><mn>12,5</mn><msup><mi>m</mi><mn>3</mn></msup><mo>/</mo><mi>s</mi></math>"
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS, f'Le débit est de {formula} en mars.')}</article>")
    assert texts(read, Role.BODY)[-1] == "Le débit est de 12,5 m³/s en mars."


@pytest.mark.parametrize("name", ["thumbcaption", "photoCaption", "caption-text", "wp-caption-text"])
def test_captions_by_their_classes(name: str) -> None:
    caption = f'<div class="thumb"><div class="{name}">Le pont vu de la rive droite</div></div>'
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{caption}{paragraphs(*MORE)}</article>")
    assert texts(read, Role.CAPTION) == ["Le pont vu de la rive droite"]


@pytest.mark.parametrize("around", ["{}", "<section>{}</section>"])
def test_linked_subheads_are_no_teasers(around: str) -> None:
    said = [*NEWS, *MORE]
    heads = [f"Le point numéro {i} du dossier" for i in range(7)]
    parts = (
        around.format(f'<h2><a href="/tag/{i}">{head}</a></h2><p>{text}</p>')
        for i, (head, text) in enumerate(zip(heads, said[1:], strict=True))
    )
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(said[0])}{''.join(parts)}</article>")
    assert (texts(read, Role.BODY), texts(read, Role.HEADING)) == (said, heads)


def test_linked_subheads_among_paragraphs_are_no_teasers() -> None:
    head = '<h2><a href="https://exemple.org/{0}">Le point numéro {0}</a></h2>'
    parts = paragraphs(*NEWS), head.format(1), paragraphs(MORE[0]), head.format(2), paragraphs(*MORE[1:])
    read = article(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>")
    assert texts(read, Role.BODY) == [*NEWS, *MORE]


def test_headings_that_lead_down_the_page_are_no_teasers() -> None:
    text = "".join(
        f'<h2><a href="#{i}">Le point numéro {i}</a></h2><p>{said}</p>' for i, said in enumerate((*NEWS, *MORE))
    )
    assert texts(article(f"<article><h1>{TITLE}</h1>{text}</article>"), Role.BODY) == [*NEWS, *MORE]


@pytest.mark.parametrize(
    "markup",
    [
        '<blockquote class="twitter-tweet"><p lang="en">The bridge will be renovated, they say.</p>{}</blockquote>',
        '<blockquote class="bluesky-embed"><p>Le pont sera refait, dit-on.</p>{}</blockquote>',
        '<div class="fb-post"><p>Le pont sera refait, dit-on.</p>{}</div>',
        '<blockquote><p lang="en">The bridge will be renovated, and the council has moved.</p>{}</blockquote>',
    ],
)
def test_a_message_of_a_social_network_is_beside_the_text(markup: str) -> None:
    source = '&mdash; Mayor of Val (@mayorval) <a href="https://twitter.com/m/status/1">June 4, 2024</a>'
    body = f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{markup.format(source)}{paragraphs(*MORE)}</article>"
    assert texts(article(body), Role.BODY) == [*NEWS, *MORE]


def test_english_is_known_by_its_words_not_by_what_the_page_says() -> None:
    english = '<p lang="en">The old bridge of our town will be renovated, and the council has finally moved.</p>'
    french = f'<p lang="en">{MORE[0]}</p>'
    read = article(f"<article><h1>{TITLE}</h1>{paragraphs(*NEWS)}{english}{french}{paragraphs(*MORE[1:])}</article>")
    assert texts(read, Role.BODY) == [*NEWS, *MORE]
    assert [p.language for p in read.paragraphs if p.language] == ["en"]


@pytest.mark.parametrize(
    "banner",
    [
        '<div id="wm-ipp-base"><p>Success 12 captures of this page since 2007.</p></div>',
        "<div>The Wayback Machine - https://web.archive.org/web/20070228213001/http://www.courrier.example/pont.html</div>",
        "<div>Ceci est la version en cache de courrier.example/pont. Il s’agit d’un instantané de la page.</div>",
    ],
)
def test_the_bar_of_an_archive_is_no_text(banner: str) -> None:
    raw = page(f"<h1>{TITLE}</h1>{paragraphs(*NEWS)}").decode().replace("<body>", f"<body>{banner}")
    assert [b.text for b in read_page(raw).blocks][-len(NEWS) :] == [*NEWS]
    bare = f"<html><body>{banner}<h1>{TITLE}</h1>{paragraphs(*NEWS)}</body></html>"
    from visavis.readers.open import from_bytes

    read = from_bytes("a.html", bare.encode())
    assert texts(read, Role.BODY) == [*NEWS]
    assert role(read, TITLE) is Role.TITLE


PROMPT = "À LIRE AUSSI Le musée ferme ses portes"


@pytest.mark.parametrize(
    "markup",
    [
        '<span><span>À LIRE AUSSI</span> <a href="/m">Le musée ferme ses portes</a></span>',
        '<strong>À LIRE AUSSI</strong> <a href="/m">Le musée ferme ses portes</a>',
        '<a href="/m"><b>À LIRE AUSSI</b> Le musée ferme ses portes</a>',
    ],
)
def test_a_prompt_between_two_sentences_is_taken_out_of_the_paragraph(markup: str) -> None:
    read = article(paragraphs(f"{NEWS[0]} {markup}{NEWS[1]}", *NEWS[2:], *MORE))
    assert texts(read, Role.BODY) == [*NEWS, *MORE]
    assert texts(read, Role.ASIDE) == [PROMPT]


def test_the_same_words_within_a_sentence_are_no_prompt() -> None:
    text = "On peut <a href='/m'>Voir aussi loin</a> Paris que Lyon, a promis le maire aux habitants du quartier."
    plain = "On peut Voir aussi loin Paris que Lyon, a promis le maire aux habitants du quartier."
    assert plain in texts(article(paragraphs(*NEWS, text, *MORE)), Role.BODY)
