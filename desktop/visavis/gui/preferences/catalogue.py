"""Which settings the user can change, page by page; what each is called, and what it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from visavis.gui.style.spacing import APART, CLOSE, LINE
from visavis.infrastructure.settings import LENGTHS

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Preference:
    """A setting as the user sees it: on or off, one of `choices` (name, value), or a number within `limits`."""

    name: str
    label: str
    choices: Sequence[tuple[str, object]] = ()
    limits: tuple[int, int] | None = None
    zero: str = ""  # what the number 0 stands for
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of settings; `actions` are names of actions of the window that belong there too."""

    title: str
    preferences: Sequence[Preference]
    actions: Sequence[str] = ()


def list_pages() -> list[Page]:
    """Return all pages, in the language of the window."""
    return [_look(), _reading(), _translation(), _summary(), _copying(), _start()]


def _look() -> Page:
    looks = (
        (translate("Preferences", "As the system"), "system"),
        (translate("Preferences", "Light"), "light"),
        (translate("Preferences", "Dark"), "dark"),
    )
    languages = ((translate("Preferences", "As the system"), ""), ("English", "en"), ("Français", "fr"))
    restart = translate("Preferences", "Used when Vis-à-vis is started again.")
    return Page(
        translate("Preferences", "Appearance"),
        (
            Preference("look", translate("Preferences", "Colours"), looks),
            Preference("interface", translate("Preferences", "Language of the window"), languages, note=restart),
            Preference("hints", translate("Preferences", "Show hints")),
        ),
    )


def _reading() -> Page:
    languages = (
        (translate("Preferences", "French and English"), "both"),
        (translate("Preferences", "French only"), "fr"),
        (translate("Preferences", "English only"), "en"),
    )
    spacings = (
        (translate("Preferences", "Compact"), CLOSE),
        (translate("Preferences", "Normal"), LINE),
        (translate("Preferences", "Wide"), APART),
    )
    return Page(
        translate("Preferences", "Reading"),
        (
            Preference("languages", translate("Preferences", "Languages"), languages),
            Preference("line_spacing", translate("Preferences", "Line spacing"), spacings),
            Preference("side", translate("Preferences", "Flags and quotations at the side")),
        ),
        ("font", "larger", "smaller", "normal"),
    )


def _translation() -> Page:
    spellings = ((translate("Preferences", "British"), "GB"), (translate("Preferences", "American"), "US"))
    every = translate("Preferences", "all")
    return Page(
        translate("Preferences", "Translation"),
        (
            Preference("memory", translate("Preferences", "Remember translations")),
            Preference("cores", translate("Preferences", "Processor cores"), limits=(0, 64), zero=every),
            Preference("english", translate("Preferences", "Spelling of what you write"), spellings),
        ),
        ("packages", "glossary", "clear_memory"),
    )


def _summary() -> Page:
    units = (
        (translate("Preferences", "Sentences"), "sentences"),
        (translate("Preferences", "Per cent of the article"), "percent"),
        (translate("Preferences", "Words"), "words"),
    )
    languages = (
        (translate("Preferences", "English"), "en"),
        (translate("Preferences", "French"), "fr"),
        (translate("Preferences", "French and English"), "both"),
    )
    return Page(
        translate("Preferences", "Summary"),
        (
            Preference("summary_unit", translate("Preferences", "Length in"), units),
            Preference("summary_sentences", translate("Preferences", "Sentences"), limits=LENGTHS["sentences"]),
            Preference("summary_percent", translate("Preferences", "Per cent"), limits=LENGTHS["percent"]),
            Preference("summary_words", translate("Preferences", "Words"), limits=LENGTHS["words"]),
            Preference("summary_language", translate("Preferences", "Copied in"), languages),
            Preference("summary_bullets", translate("Preferences", "As bullets, not as running text")),
            Preference("summary_headline", translate("Preferences", "With the headline")),
            Preference("summary_facts", translate("Preferences", "With key figures and names")),
            Preference("summary_source", translate("Preferences", "With the source")),
            Preference("summary_beside", translate("Preferences", "Beside the article, not below it")),
        ),
    )


def _copying() -> Page:
    return Page(
        translate("Preferences", "Copying and exporting"),
        (
            Preference("provenance", translate("Preferences", "Show the source")),
            Preference("export_flags", translate("Preferences", "Add what is to be checked to exports")),
            Preference("typographic", translate("Preferences", "English quotation marks, apostrophes and dashes")),
            Preference("fixed_spaces", translate("Preferences", "Spaces that do not break, as in 5 km, Mr Smith")),
        ),
    )


def _start() -> Page:
    return Page(
        translate("Preferences", "Articles"),
        (
            Preference("reopen", translate("Preferences", "Open the articles of the last time again")),
            Preference(
                "tray",
                translate("Preferences", "An icon in the system tray that translates the clipboard"),
                note=translate("Preferences", "Where the system has a tray."),
            ),
        ),
    )
