import itertools
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visavis import paths
from visavis.engines.summarisation import sumy_methods, sumy_patches
from visavis.engines.summarisation.methods import SUMY
from visavis.engines.summarisation.sumy_methods import SumySummariser, split_words
from visavis.model.article import Article, Paragraph, Role, Sentence

SEED = (paths.find_resources().parent / "seeds" / "otan-kosovo.txt").read_text(encoding="utf-8").split("\n\n")

ISOLATED = """
import sys
events = []
sys.addaudithook(lambda name, args: events.append(name) if name.startswith("socket.") else None)
from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.engines.summarisation.methods import SUMY
from visavis.engines.summarisation.sumy_methods import SumySummariser
sentences = tuple(Sentence(i, 0, 9, text) for i, text in enumerate(["Il dort bien.", "Elle dort mal.", "Paris dort."]))
article = Article("a.txt", "", "", (Paragraph(0, Role.BODY, 0, 9, sentences),))
assert all(len(SumySummariser(method).rank(article)) == 3 for method in SUMY)
assert "requests" not in sys.modules
print(events)
"""


def article(*paragraphs: tuple[Role, Sequence[str]], title: str = "") -> Article:
    text, made, count = "", [], 0
    for index, (role, texts) in enumerate(paragraphs):
        start, sentences = len(text), []
        for sentence in texts:
            sentences.append(Sentence(count, len(text), len(text) + len(sentence), sentence))
            text += sentence + " "
            count += 1
        made.append(Paragraph(index, role, start, len(text), tuple(sentences)))
    return Article("a.txt", "0" * 64, text, tuple(made), title)


def seed() -> Article:
    roles = [Role.TITLE, *[Role.BODY] * (len(SEED) - 4), *[Role.ASIDE] * 3]
    return article(
        *((role, re.split(r"(?<=\.)\s+", text)) for role, text in zip(roles, SEED, strict=True)), title=SEED[0]
    )


@pytest.mark.parametrize("method", SUMY)
def test_every_sentence_of_the_body_is_ranked_once_and_no_other(method: str) -> None:
    kosovo = seed()
    ranking = SumySummariser(method).rank(kosovo)
    body = [s.id for p in kosovo.paragraphs if p.role is Role.BODY for s in p.sentences]
    assert sorted(choice.id for choice in ranking) == body
    assert [choice.rank for choice in ranking] == list(range(1, len(body) + 1))
    assert all(a.score >= b.score for a, b in itertools.pairwise(ranking))
    assert ranking == SumySummariser(method).rank(kosovo)
    assert len({choice.score for choice in ranking}) > 1, "the method had an opinion"


@pytest.mark.parametrize("method", SUMY)
def test_the_quick_parts_rank_as_sumy_does(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kosovo = seed()
    quick = SumySummariser(method).rank(kosovo)
    monkeypatch.setattr(sumy_patches, "_FASTER", {})
    slow = SumySummariser(method).rank(kosovo)
    scores = {choice.id: choice.score for choice in slow}
    assert {choice.id: choice.score for choice in quick} == pytest.approx(scores), "so only equals may change places"
    assert [choice.score for choice in quick] == pytest.approx([choice.score for choice in slow])


@pytest.mark.parametrize("method", ["lexrank", "textrank"])
def test_the_quick_parts_rank_a_long_text_as_sumy_does(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(7)
    vocabulary = [f"mot{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"]
    weights = [1 / (place + 3) for place in range(len(vocabulary))]
    report = article(
        (Role.BODY, [" ".join(rng.choices(vocabulary, weights, k=rng.randint(4, 15))) for _ in range(300)])
    )
    quick = SumySummariser(method).rank(report)
    monkeypatch.setattr(sumy_patches, "_FASTER", {})
    slow = SumySummariser(method).rank(report)
    assert len(quick) == 300
    assert {c.id: c.score for c in quick} == pytest.approx({c.id: c.score for c in slow})


SENTENCES = st.sampled_from(
    ["Le de la.", "L’OTAN est prête.", "La Serbie retire ses forces.", "OTAN", "***", "1 2 3", "ABC abc", "Il y en a."]
) | st.text(max_size=30)
ROLES = st.sampled_from(list(Role))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ROLES, st.lists(SENTENCES, max_size=4)), max_size=5), st.sampled_from(list(SUMY)))
def test_any_article_can_be_ranked(paragraphs: list[tuple[Role, list[str]]], method: str) -> None:
    made = article(*paragraphs)
    ids = [choice.id for choice in SumySummariser(method).rank(made)]
    able = [s.id for sentences in sumy_methods.list_eligible(made) for s in sentences]
    assert sorted(ids) == able


def test_what_is_said_twice_is_not_chosen_twice() -> None:
    said = ["La Serbie retire ses forces.", "L’OTAN envoie des forces en Serbie.", "Les forces de la Serbie attendent."]
    ranking = SumySummariser().rank(article((Role.BODY, said), (Role.BODY, said[:1])))
    assert len(ranking) == 4
    assert ranking[-1].id == 3


def test_sentences_without_a_word_that_counts_keep_their_order() -> None:
    ranking = SumySummariser().rank(article((Role.BODY, ["Il est là.", "Elle y est.", "Et nous aussi."])))
    assert [choice.id for choice in ranking] == [0, 1, 2]


def test_french_words_are_cut_where_they_join() -> None:
    assert split_words("L’a-t-il dit ? « Jusqu’à demain »") == ["l", "a", "il", "dit", "jusqu", "à", "demain"]
    assert split_words("États-Unis, peut-être, aujourd’hui : 3,5 %") == [
        "états-unis",
        "peut-être",
        "aujourd'hui",
        "3,5",
    ]


def test_nothing_is_left_in_the_home_and_no_socket_opened(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ISOLATED], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
    assert not list(tmp_path.rglob("*"))


def test_another_method_is_refused() -> None:
    with pytest.raises(ValueError, match="no such method: 'random'"):
        SumySummariser("random")
