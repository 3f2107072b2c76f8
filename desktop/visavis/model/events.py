"""The events that the pipeline yields, and how each updates the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.passage import Choice, PackageInfo, Passage
from visavis.model.summary_picks import SummaryPicks

PICKS = "picks"  # key of the user's summary picks in `Restored.view`


@dataclass(frozen=True, slots=True)
class Opened:
    """The article has been read and segmented; `language` is the guess of `text.language.guess`.

    If `stopped`, the text is not French, no further events follow, and the user must be asked. `given` are the passages
    of a translation made elsewhere, read from `translation_path`.
    """

    article: Article
    language: str
    stopped: bool = False
    given: tuple[Passage, ...] = ()
    translation_path: str = ""


@dataclass(frozen=True, slots=True)
class Started:
    """The engine is ready to translate."""

    package: PackageInfo


@dataclass(frozen=True, slots=True)
class Translated:
    """A batch of sentences has been translated."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The sentences that may appear in a summary, best first."""

    method: str
    ranking: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """The user has edited or verified a passage, or undone that; `before` is the passage it replaces."""

    passage: Passage
    before: Passage


@dataclass(frozen=True, slots=True)
class Checked:
    """Passages were checked again, and their flags have changed, or reworded together; or that was undone.

    `before` are the passages that they replace, if their words have changed.
    """

    passages: tuple[Passage, ...]
    before: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Reworded:
    """New passages that use the user's terms, to take the place of those `before`; `unused` counts those left out."""

    passages: tuple[Passage, ...]
    before: tuple[Passage, ...]
    unused: int


@dataclass(frozen=True, slots=True)
class Picked:
    """The user has pinned, removed or moved sentences of the summary, or undone that."""

    picks: SummaryPicks


@dataclass(frozen=True, slots=True)
class Restored:
    """Passages saved in an earlier session; `view` is the window state saved with them."""

    passages: tuple[Passage, ...]
    view: Mapping[str, Any]


Revision = Revised | Checked | Picked  # changes made by the user, which can be undone
Event = Opened | Started | Translated | Ranked | Revised | Checked | Reworded | Picked | Restored


def apply_event(document: Document, event: Event) -> None:
    """Update `document` with one event."""
    match event:
        case Started(package):
            document.package = package
        case Translated(passages):
            # Passages the user has edited or verified in the meantime are kept.
            human = {id_ for id_, p in document.passages.items() if p.human}
            document.passages.update((p.sentence.id, p) for p in passages if p.sentence.id not in human)
        case Restored(passages, view):
            document.picks = SummaryPicks.from_dict(view.get(PICKS))
            document.passages.update((p.sentence.id, p) for p in passages)
        case Checked(passages):
            document.passages.update((p.sentence.id, p) for p in passages)
        case Revised(passage):
            document.passages[passage.sentence.id] = passage
        case Picked(picks):
            document.picks = picks
        case Ranked(method, ranking):
            document.method, document.ranking = method, ranking
        case Opened(article):
            document.article = article
