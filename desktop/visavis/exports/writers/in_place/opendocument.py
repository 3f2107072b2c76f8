"""What is common to OpenDocument texts and presentations that are translated in place."""

from __future__ import annotations

from typing import Any

from lxml import etree

from visavis.exports.composition import ENGLISH
from visavis.exports.writers.in_place.odt_lines import FRENCH, Lines, rewrite
from visavis.exports.writers.in_place.original import drop_marker, group_by_key
from visavis.exports.writers.in_place.placing import find_usual_words, translate_tokens
from visavis.exports.writers.in_place.tokens import Words
from visavis.model.document import Document
from visavis.readers.odt.styles import qualify_name
from visavis.readers.odt.walk import TextWalker

_AFTER_STYLES = frozenset(map(qualify_name, ("office:master-styles", "office:body")))


def translate_paragraphs(walk: TextWalker, document: Document) -> None:
    """Put English in the place of the French that a walk through a file found."""
    sentences, roots = group_by_key(document), dict[Any, None]()
    lines = Lines(walk.shown, walk.styles.seen_at_once)
    for paragraph, key in walk.keys.items():
        if key in sentences:
            held = list(lines.tokens(paragraph))
            english = drop_marker(sentences[key], walk.markers.get(key, ""))
            made = list(translate_tokens(held, english, find_usual_words(held)))
            rewrite(paragraph, made)
            if any(isinstance(token, Words) and token.french for token in made):
                roots[paragraph.getroottree().getroot()] = None
    for root in roots:
        add_style(root, FRENCH, "text", {"fo:background-color": "#ffff00"})


def add_style(root: Any, name: str, family: str, looks: dict[str, str]) -> None:
    """Add a style for words to those of a part."""
    styles = root.find(qualify_name("office:automatic-styles"))
    if styles is None:
        styles = etree.Element(qualify_name("office:automatic-styles"))
        place = next((child for child in root if child.tag in _AFTER_STYLES), None)
        root.append(styles) if place is None else place.addprevious(styles)
    style = etree.SubElement(styles, qualify_name("style:style"))
    style.set(qualify_name("style:name"), name)
    style.set(qualify_name("style:family"), family)
    properties = etree.SubElement(style, qualify_name("style:text-properties"))
    for key, value in looks.items():
        properties.set(qualify_name(key), value)


def speak_english(root: Any) -> None:
    """Say that what was in French is in English, so that its spelling is checked as such."""
    language, country = ENGLISH.split("-")
    for properties in root.iter(qualify_name("style:text-properties")):
        if properties.get(qualify_name("fo:language")) == "fr":
            properties.set(qualify_name("fo:language"), language)
            properties.set(qualify_name("fo:country"), country)
