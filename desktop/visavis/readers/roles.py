"""What each paragraph is to the article: finds the title, the headings, the captions, and the asides around it."""

from __future__ import annotations

import re
from functools import cache

from visavis import paths
from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.marking import foreign_passages, furniture, interview
from visavis.text.endings import ends_with

_SENTENCE_END = ".!?…:;,"
_SHORTEST_NEWS = 15  # words
_SENTENCE_BORDERS = (". ", "! ", "? ", "… ", "» ")
_SEPARATOR = re.compile(r"\s*[|·•/]\s*")
_NOT_A_WORD = re.compile(r"^[\W_]+|[\W_]+$")
_PAST = re.compile(
    r"\b(?:a|ont|avait|avaient|était|étaient|fut|sera) (?:\w+ )?\w+(?:é|ée|és|ées|i|it|is|u|us|ue)\b|«|»|“"
)


@cache
def load_patterns() -> dict[str, re.Pattern[str]]:
    """Read resources/asides-fr.txt: the patterns under each [section] as one."""
    patterns: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in paths.find_resource("asides-fr.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = patterns.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {name: re.compile("(?:" + "|".join(some) + ")", re.IGNORECASE) for name, some in patterns.items()}


def mark_roles(blocks: list[Block]) -> list[Block]:
    """Return the blocks with the roles that their words and places tell."""
    known = [block._replace(role=_own_role(block)) for block in blocks]
    marked = foreign_passages.mark([part for block in known for part in _parted(block)])
    marked = _titled(furniture.mark_between(marked, load_patterns()["others"]))
    marked = furniture.mark_contents(_headed(interview.mark(marked)))
    marked = furniture.mark_publications(furniture.mark_repeated(marked), load_patterns()["issue"])
    return _biographies(furniture.mark_others(marked, load_patterns()["others"]))


def _own_role(block: Block) -> Role:
    """Return the role that the words alone tell."""
    if block.role not in {Role.BODY, Role.LIST, Role.HEADING}:
        return block.role
    text = _plain(block.text)
    words, closed = len(text.split()), block.text.rstrip().endswith(".")
    known = load_patterns()
    if words <= 15 and known["credit"].match(text):
        return Role.ASIDE
    if words <= 40 and known["caption"].match(text):
        return Role.CAPTION
    bare = _NOT_A_WORD.sub("", text)
    if words <= 15 and all(known["whole"].fullmatch(part) for part in _SEPARATOR.split(bare)):
        return Role.ASIDE
    label = words <= 15 and known["label"].match(text) and (not closed or (words <= 6 and "," not in text))
    signed = text.startswith("(") and known["whole"].fullmatch(text)  # a name in brackets; without them it is any name
    if known["whole"].fullmatch(bare) or signed or label or (words <= 45 and known["prompt"].match(text)):
        return Role.ASIDE
    return block.role


def _parted(block: Block) -> list[Block]:
    """Take a prompt that is the first or last sentence of a paragraph out of it, unless it must be written back."""
    text = block.text
    if block.key or block.cell or block.role not in {Role.BODY, Role.LIST, Role.ASIDE}:
        return [block]
    if block.role is Role.ASIDE:
        news = _news_after(text)
        return [_piece(block, 0, news), *_parted(_piece(block, news, len(text), Role.BODY))] if news else [block]
    last = max(text.rfind(end) for end in _SENTENCE_BORDERS) + 1
    ascribed = text[last:].lstrip().startswith("(") and text[:last].rstrip().endswith("»")
    if last > 0 and not ascribed and _is_prompt(text[last:].strip()):
        return [*_parted(_piece(block, 0, last)), _piece(block, last, len(text), Role.ASIDE)]
    first = min((at for end in _SENTENCE_BORDERS if (at := text.find(end) + 1)), default=0)
    if first and _is_prompt(text[:first].strip()):
        return [_piece(block, 0, first, Role.ASIDE), *_parted(_piece(block, first, len(text)))]
    return [block]


def _news_after(prompt: str) -> int:
    """Return where the news begins in a short paragraph that begins with a prompt, or 0 where all of it is one."""
    first = min((at for end in _SENTENCE_BORDERS if (at := prompt.find(end) + 1)), default=0)
    rest = prompt[first:].strip()
    news = first and len(rest.split()) >= _SHORTEST_NEWS and not _is_prompt(rest)
    return first if news and _is_prompt(prompt[:first].strip()) else 0


def _is_prompt(sentence: str) -> bool:
    if sentence.count("«") != sentence.count("»") or not sentence.lstrip("([")[:1].isupper():
        return False
    announced = load_patterns()["announcement"].fullmatch(_plain(sentence))
    return announced is not None or _own_role(Block(Role.BODY, sentence)) is Role.ASIDE


def _piece(block: Block, start: int, end: int, role: Role | None = None) -> Block:
    """Return a part of a block, without the space around it."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    cut = (
        (max(a, start) - start, min(b, start + len(text)) - start, bold, italic) for a, b, bold, italic in block.runs
    )
    return block._replace(role=role or block.role, text=text, runs=tuple(run for run in cut if run[0] < run[1]))


def _titled(blocks: list[Block]) -> list[Block]:
    """Make the first short paragraph without a full stop the title, unless the reader knew it or it is all there is."""
    first = next((i for i, block in enumerate(blocks) if block.role is not Role.ASIDE), None)
    if first is None or blocks[first].cell or any(block.role is Role.TITLE for block in blocks):
        return blocks
    text, role = blocks[first].text, blocks[first].role
    rest = any(block.role in {Role.BODY, Role.LIST} for block in blocks[first + 1 :])
    short = len(text.split()) <= 30 and "\n" not in text and not ends_with(text, ".,;:") and text[0] not in "–—-"
    if rest and (role is Role.HEADING or (role is Role.BODY and short)):
        blocks = [*blocks[:first], blocks[first]._replace(role=Role.TITLE), *blocks[first + 1 :]]
    return blocks


def _headed(blocks: list[Block]) -> list[Block]:
    """Make short lines without an end mark headings, where a full paragraph follows and something came before."""
    marked = list(blocks)
    for i in range(1, len(blocks) - 1):
        text, following = blocks[i].text, blocks[i + 1]
        short = len(text.split()) <= 12 and len(text) <= 90 and "\n" not in text
        alone = not ends_with(text, _SENTENCE_END) or text.endswith("?")
        opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in '«“"'
        full = following.role in {Role.BODY, Role.LIST} and ends_with(following.text, _SENTENCE_END)
        if (
            blocks[i].role is Role.BODY
            and not blocks[i].cell
            and short
            and alone
            and opens
            and full
            and not text.startswith(("–", "—"))
        ):
            marked[i] = blocks[i]._replace(role=Role.HEADING)
    return marked


def _biographies(blocks: list[Block]) -> list[Block]:
    """Mark who wrote it, said after the last paragraph of the article: a line with the name, and a few sentences."""
    marked = list(blocks)
    body = sum(block.role in {Role.BODY, Role.LIST} for block in blocks)
    for i in range(len(blocks) - 1, 0, -1):
        role, text = marked[i].role, marked[i].text
        if role in {Role.ASIDE, Role.CAPTION}:
            continue
        above = marked[i - 1].text if len(marked[i - 1].text.split()) <= 5 else ""
        introduced = bool(above) and (
            text.startswith(above.rstrip(" :")) or load_patterns()["about"].fullmatch(_plain(above))
        )
        named = above if introduced else ""
        if role is not Role.BODY or body <= 1 or not _biography(text, named):
            break
        body -= 1
        marked[i] = marked[i]._replace(role=Role.ASIDE)
        if named:
            marked[i - 1] = marked[i - 1]._replace(role=Role.ASIDE)
    return marked


def _biography(text: str, named: str) -> bool:
    """True if a last paragraph is about its author: it names a trade, and tells no news."""
    text = _plain(text)
    return len(text.split()) <= 90 and bool(
        load_patterns()["biography"].match(text)
        and (named or (not _PAST.search(text) and load_patterns()["bio_verb"].search(text)))
    )


def _plain(text: str) -> str:
    """Return a text with plain apostrophes and spaces, and without signs at its start, for the patterns."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).lstrip("→►▶•*>-–—|+[ \U0001f449")
