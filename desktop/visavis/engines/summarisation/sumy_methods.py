"""Rank the sentences of an article with the methods of sumy."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from visavis.engines.summarisation import sumy_patches
from visavis.engines.summarisation.methods import SUMY
from visavis.engines.translation.normalisation import normalise
from visavis.model.article import SUMMARISED, Article, Paragraph, Role, Sentence
from visavis.model.passage import Choice, Reason, ReasonKind
from visavis.text.endings import ends_sentence

FEWEST_LETTERS = 3
LONGEST_SOURCE = 20  # words

_CLASSES = {
    "lexrank": ("lex_rank", "LexRank"),
    "textrank": ("text_rank", "TextRank"),
    "sum-basic": ("sum_basic", "SumBasic"),
    "kl": ("kl", "KL"),
}
#: sumy's list of stop words lacks many.
_STOP_WORDS = """
    à a ai ait as aux avaient avais avait avons avez ayant aura auront aurait auraient cet cette celle celles celui ceci
    d de dit dont durant en entre es étant était étais être eux furent fut hier il ils j jamais jusqu jusque l lorsqu
    lorsque lui m me mêmes moi n ne non nos on ont or oui par plus plusieurs près puis puisqu puisque qu quoi quoiqu s
    se selon sera serait seraient seront soi soient soit suis sur t te toi toujours toute toutes un une uns vers voici
    voilà vos y c ceux-ci celui-ci celle-ci celles-ci"""
_BONUS = """
    accord annonce annoncer conclusion crise décision essentiel grave historique important majeur premier principal
    record résultat révéler significatif urgence"""
_STIGMA = "ailleurs anecdote bref exemple guère hasard parfois peut-être presque probablement quelconque rappelons"

_ELISION = re.compile(r"\b(l|d|qu|j|n|s|m|t|c|jusqu|lorsqu|puisqu|quoiqu)'", re.IGNORECASE)
_CLITIC = re.compile(
    r"-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|ci|là|l[ae]s?|lui|leur|y|en|moi|toi)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")


def split_words(text: str) -> list[str]:
    """Return the words in small letters, elided ones and pronouns behind a hyphen cut off: l'a-t-il → l, a, il."""
    text = _ELISION.sub(r"\1 ", normalise(text))
    text = _CLITIC.sub(lambda match: " " + match.group().removeprefix("-").removeprefix("t-"), text)
    return _WORD.findall(text.lower())


def list_eligible(article: Article) -> list[list[Sentence]]:
    """Return the sentences that a summary may choose, by paragraph; words in cells of tables only if all are such."""
    usual = [paragraph for paragraph in article.paragraphs if paragraph.role in SUMMARISED]
    found = [[s for s in _without_source(paragraph) if _is_long(s) and _is_whole(s, paragraph)] for paragraph in usual]
    return found if any(found) else [[s for s in paragraph.sentences if _is_long(s)] for paragraph in usual]


def _without_source(paragraph: Paragraph) -> Sequence[Sentence]:
    """Return the sentences of a paragraph without a last line that says whose the quotation before it is."""
    sentences = paragraph.sentences
    if len(sentences) < 2 or not sentences[-2].text.rstrip().endswith(("»", "”")):
        return sentences
    last = sentences[-1].text
    named = "," in last and not ends_sentence(last) and len(last.split()) <= LONGEST_SOURCE
    return sentences[:-1] if named else sentences


def _is_long(sentence: Sentence) -> bool:
    return sum(map(str.isalpha, sentence.text)) >= FEWEST_LETTERS


def _is_whole(sentence: Sentence, paragraph: Paragraph) -> bool:
    """True unless it is what the cell of a table holds: a word or a figure, not a sentence."""
    return paragraph.cell is None or sentence.text.rstrip(' »”"').endswith((".", "!", "?", "…"))


class SumySummariser:
    """Ranks sentences by a method of SUMY; raises ValueError for another."""

    def __init__(self, method: str = "lexrank") -> None:
        if method not in SUMY:
            raise ValueError(f"no such method: {method!r}; choose one of {', '.join(SUMY)}")
        self.method = method

    def rank(self, article: Article) -> list[Choice]:
        """Return the sentences of paragraphs best first; what is said again comes last, the earlier first if equal."""
        first: dict[str, Sentence] = {}
        paragraphs: list[list[Sentence]] = []
        again: list[Sentence] = []
        for sentences in list_eligible(article):
            distinct: list[Sentence] = []
            paragraphs.append(distinct)
            for sentence in sentences:
                same = first.setdefault(normalise(sentence.text).lower(), sentence) is not sentence
                (again if same else distinct).append(sentence)
        once = list(first.values())
        ratings = self._rate(paragraphs, list_headings(article))
        if len(ratings) != len(once) or not all(map(math.isfinite, ratings)):
            ratings = [0.0] * len(once)
        ordered = sorted(zip(once, ratings, strict=True), key=lambda pair: -pair[1])
        ordered += [(sentence, ordered[-1][1]) for sentence in again]
        favoured, repeated = (Reason(ReasonKind.METHOD),), (Reason(ReasonKind.AGAIN),)
        return [
            Choice(sentence.id, rank, rating, favoured if rank <= len(once) else repeated)
            for rank, (sentence, rating) in enumerate(ordered, 1)
        ]

    def _rate(self, paragraphs: Sequence[Sequence[Sentence]], titles: Sequence[str]) -> list[float]:
        """Return sumy's rating of each sentence; none where it gives up."""
        ratings: list[float] = []

        def capture(sentences: Iterable[Any], count: int, rating: Any, *args: Any) -> tuple[Any, ...]:
            rate = rating.__getitem__ if isinstance(rating, dict) else rating
            ratings.extend(float(rate(sentence, *args)) for sentence in sentences)
            return ()

        summariser = _build_summariser(self.method, titles)
        summariser._get_best_sentences = capture
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")  # LSA's, on few words
                summariser(_build_document(paragraphs, titles if self.method == "edmundson" else ()), 1)
        except (ArithmeticError, AssertionError, ValueError):
            return []
        return ratings


def list_headings(article: Article) -> list[str]:
    """Return the title and the headings."""
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.role in (Role.TITLE, Role.HEADING)]
    return list(dict.fromkeys(filter(None, [article.title, *headings])))


class _Tokenizer:
    """sumy's tokenizer: our texts go by their numbers, for it takes two sentences with equal text for one."""

    def __init__(self) -> None:
        self.texts: list[list[str]] = []

    def add(self, text: str) -> str:
        self.texts.append(split_words(text))
        return str(len(self.texts) - 1)

    def to_words(self, name: str) -> list[str]:
        return self.texts[int(name)]

    def to_sentences(self, name: str) -> list[str]:
        return [name]


def _build_document(paragraphs: Sequence[Sequence[Sentence]], titles: Sequence[str]) -> Any:
    """Build sumy's model of an article; its headings go with the first paragraph, whose place counts."""
    dom = sumy_patches.import_sumy("models.dom")
    tokenizer = _Tokenizer()
    paragraphs_model = [
        [dom.Sentence(tokenizer.add(s.text), tokenizer) for s in paragraph] for paragraph in paragraphs if paragraph
    ]
    heads = [dom.Sentence(tokenizer.add(title), tokenizer, is_heading=True) for title in titles]
    if paragraphs_model:
        paragraphs_model[0] = heads + paragraphs_model[0]
    return dom.ObjectDocumentModel([dom.Paragraph(sentences) for sentences in paragraphs_model])


def _build_summariser(method: str, titles: Sequence[str]) -> Any:
    """Make sumy's summariser for French, its slow parts replaced."""
    module, name = _CLASSES.get(method, (method, method.capitalize()))
    stem, stop_words = load_french_stemmer()
    summariser = getattr(sumy_patches.import_sumy(f"summarizers.{module}"), f"{name}Summarizer")(stem)
    if method == "edmundson":
        title = {word for text in titles for word in split_words(text)} - stop_words
        summariser.bonus_words = title | set(split_words(_BONUS))
        summariser.stigma_words = split_words(_STIGMA)
        summariser.null_words = stop_words
    else:
        summariser.stop_words = stop_words
    sumy_patches.replace_slow_parts(summariser, method)
    return summariser


@functools.cache
def load_french_stemmer() -> tuple[Callable[[str], str], frozenset[str]]:
    """Return the stemmer, which forgets accents (Etats, États), and the stop words."""
    snowball = sumy_patches.import_sumy("nlp.stemmers").Stemmer("french")
    stop_words = sumy_patches.import_sumy("utils").get_stop_words("french")

    @functools.lru_cache(maxsize=50_000)
    def stem(word: str) -> str:
        parts = unicodedata.normalize("NFD", snowball(word))
        return "".join(part for part in parts if not unicodedata.combining(part))

    return stem, frozenset(stop_words) | frozenset(_STOP_WORDS.split())
