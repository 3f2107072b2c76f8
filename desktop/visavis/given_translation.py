"""Checks a translation made elsewhere: aligns it with the French and flags what is to be looked at again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from visavis.checks import check_passages
from visavis.model.article import Article, Sentence
from visavis.model.document import Document
from visavis.model.events import Event, Opened, Restored, Translated
from visavis.model.glossary import Glossary
from visavis.model.passage import Passage, Status
from visavis.model.ports import Engines
from visavis.pipeline import NO_PACKAGE, rank_sentences, translate_or_recall

if TYPE_CHECKING:
    from visavis.alignment.monotonic import Group


@dataclass(frozen=True, slots=True)
class _Pair:
    """French sentences, from one place in the article to another, and their English; either may be empty."""

    start: int
    end: int
    target: str


def align_translation(
    article: Article,
    english: Sequence[Sequence[str]],
    engines: Engines,
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> list[Group]:
    """Return which French sentences belong to which English ones, by a machine translation of the French.

    `english` are the sentences of each English paragraph. Raises PackageError or EngineFailed.
    """
    from visavis.alignment.sentences import align_sentences  # imports numpy: 80 ms, when the window starts

    sentences = list(article.sentences())
    machine: dict[int, str] = {}
    for memory in (engines.memory, None):
        left = [sentence for sentence in sentences if sentence.id not in machine]
        for passages in translate_or_recall(left, engines.translator(), memory):
            # corrections may be far from the English: an article corrected and opened again would be aligned otherwise
            machine.update((passage.sentence.id, passage.target) for passage in passages if not passage.recalled)
            on_progress(len(machine), len(sentences))
    paragraphs = [paragraph.sentences for paragraph in article.paragraphs]
    return align_sentences(
        [[sentence.text for sentence in paragraph] for paragraph in paragraphs],
        [[machine[sentence.id] for sentence in paragraph] for paragraph in paragraphs],
        english,
    )


def pair_segments(english: Sequence[Sequence[str]]) -> list[Group]:
    """Return the groups of segments that belong together one by one, some without English."""
    texts = [text for paragraph in english for text in paragraph]
    return [((number,), (number,) if text else ()) for number, text in enumerate(texts)]


def check_translation(
    article: Article, english: Sequence[Sequence[str]], groups: Sequence[Group], path: str, glossary: Glossary
) -> Document:
    """Return a document of the article and the English that was given for it, with flags.

    French sentences that are one in English become one. English without French stands as an empty sentence where it
    belongs. `path` is the file of the English.
    """
    pairs = _list_pairs(article, english, groups)
    passages = {
        number: Passage(
            Sentence(number, pair.start, pair.end, article.text[pair.start : pair.end]),
            pair.target,
            0.0,
            Status.GIVEN,
            package=NO_PACKAGE,
        )
        for number, pair in enumerate(pairs)
    }
    return _build_document(article, [*check_passages(passages.values(), passages, glossary)], path)


def process_translation(
    opened: Opened, engines: Engines, method: str, restore: Callable[[Article], Restored | None]
) -> Iterator[Event]:
    """Yield what the user did to the translation before, the rest of it as it was given, and a ranking."""
    before = restore(opened.article)
    given = {passage.sentence.id: passage for passage in opened.given}
    kept = tuple(
        passage
        for passage in (before.passages if before else ())
        if passage.human or passage.target == given[passage.sentence.id].target
    )
    if before:
        yield replace(before, passages=kept)
    ids = {passage.sentence.id for passage in kept}
    yield Translated(tuple(passage for id_, passage in given.items() if id_ not in ids))
    if method:
        yield rank_sentences(opened.article, engines, method)


def _list_pairs(article: Article, english: Sequence[Sequence[str]], groups: Sequence[Group]) -> list[_Pair]:
    """Return the groups in the order of the French."""
    sentences = list(article.sentences())
    targets = [text for paragraph in english for text in paragraph]
    homes = [number for number, paragraph in enumerate(english) for _ in paragraph]
    pairs = []
    for number, (french, other) in enumerate(groups):
        target = " ".join(targets[one] for one in other)
        if french:
            pairs.append(_Pair(sentences[french[0]].start, sentences[french[-1]].end, target))
        elif target:
            place = _find_place(groups, number, homes, sentences)
            pairs.append(_Pair(place, place, target))
    return pairs


def _find_place(groups: Sequence[Group], number: int, homes: Sequence[int], sentences: Sequence[Sentence]) -> int:
    """Return where English without French belongs: beside the neighbour in its own paragraph, else after the last."""
    home = homes[groups[number][1][0]]
    before = next((group for group in reversed(groups[:number]) if group[0]), None)
    after = next((group for group in groups[number + 1 :] if group[0]), None)
    beside = bool(after and after[1] and homes[after[1][0]] == home)
    if after and (before is None or (beside and not (before[1] and homes[before[1][-1]] == home))):
        return sentences[after[0][0]].start
    return sentences[before[0][-1]].end if before else 0


def _build_document(article: Article, passages: Sequence[Passage], path: str) -> Document:
    """Return the article, cut into the sentences of the passages, with these."""
    document = Document(article, NO_PACKAGE, translation_path=path)
    paragraphs = []
    left = deque(passages)
    for paragraph in article.paragraphs:
        sentences = []
        last = paragraph is article.paragraphs[-1]
        while left and (left[0].sentence.start <= paragraph.end or last):
            inside, *rest = _split(left.popleft(), paragraph.end)
            left.extendleft(rest)
            sentence = replace(inside.sentence, id=len(document.passages))
            document.passages[sentence.id] = replace(inside, sentence=sentence)
            sentences.append(sentence)
        paragraphs.append(replace(paragraph, sentences=tuple(sentences)))
    document.article = replace(article, paragraphs=tuple(paragraphs))
    return document


def _split(passage: Passage, end: int) -> Iterator[Passage]:
    """Yield the passage, or its parts where one English sentence is the French of two paragraphs.

    Each part has the whole English; a flag goes to the part that has the French it is about, else to the first.
    """
    sentence = passage.sentence
    if sentence.end <= end:
        yield passage
        return
    after = sentence.text[end - sentence.start :]
    start = sentence.end - len(after.lstrip())
    offset = start - sentence.start
    first, second = [], []
    for flag in passage.flags:
        if flag.source and flag.source[0] >= offset:
            second.append(replace(flag, source=(flag.source[0] - offset, flag.source[1] - offset)))
        else:
            first.append(flag)
    yield replace(
        passage,
        sentence=replace(sentence, end=end, text=sentence.text[: end - sentence.start]),
        flags=tuple(first),
    )
    yield replace(passage, sentence=replace(sentence, start=start, text=after.lstrip()), flags=tuple(second))
