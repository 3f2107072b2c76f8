"""Read an RTF file: what its groups and control words make of its text."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Reading
from visavis.readers.file_metadata import clean_author, clean_title
from visavis.readers.office.line_breaks import BREAK, PAGE, TAB
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office.symbol_fonts import UNREADABLE
from visavis.readers.rtf.blocks import BlockCollector, TextSetting
from visavis.readers.rtf.formulas import Formulas, sign_of
from visavis.readers.rtf.specification import DESTINATIONS
from visavis.readers.rtf.tokens import CodePages, Token, read_tokens

_MOST_TOKENS, _DEEPEST = 1_500_000, 2000
_CHARACTERS = {
    **{"tab": TAB, "line": BREAK, "softline": " ", "page": PAGE, "column": PAGE, "emdash": "—", "endash": "–"},
    **{"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’"},
    **{"ldblquote": "“", "rdblquote": "”"},
}
_SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_FLAGS = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "intbl": "in_table", "super": "raised"}
_NUMBERS = {"f": "font", "uc": "fallback", "s": "style", "outlinelevel": "outline", "ls": "list", "ilvl": "depth"}
_NUMBERS |= {"li": "indent", "sbasedon": "based"}
# Words that name a style, and no place, though a star is before them.
_STYLES = frozenset(("s", "cs", "ds", "ts", "tsrowd"))
#: Where the text of a group goes; of all other destinations it goes nowhere.
_PLACES = {"fonttbl": "fonts", "stylesheet": "styles", "info": "info", "listtext": "marker", "pntext": "marker"}
_IN_INFO = {"title": "title", "author": "author", "creatim": "date"}
_NOWHERE = DESTINATIONS - {"shp", "upr", "footnote"}
_DATE = ("yr", "mo", "dy")
#: What holds a formula, and its picture.
_OPENED = frozenset(("mmath", "moMathPara"))
_LEFT_OUT = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Omission.MARGIN),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Omission.MARGIN),
    "annotation": Omission.COMMENT,
}
#: All the words that may begin a place.
_PLACE_WORDS = frozenset((*_NOWHERE, *_STYLES, *_OPENED, *_LEFT_OUT, *_PLACES, *_IN_INFO, "footnote", "fldrslt"))


@dataclass
class _Group(TextSetting):
    """What holds in a group: how its text is set, where it goes, and how many characters stand in for one."""

    place: str = "text"
    font: int = -1
    fallback: int = 1
    apart: bool = False  # it is the group of a note or a text box
    formula: bool = False  # it is that of a formula
    instruction: bool = False  # it is that of a field's instruction

    def copied(self) -> _Group:
        """Return a group in which the same holds; copy.copy takes four times as long."""
        made = _Group.__new__(_Group)
        made.__dict__.update(self.__dict__)
        return made


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of an RTF file; raises the InputError family about `name`."""
    reader = _TokenReader(name)
    for count, token in enumerate(read_tokens(data)):
        if count > _MOST_TOKENS:
            raise InputError(name, "it is far larger than an article; open a part")
        if not reader.take_token(token):
            break
    if reader.depth:
        raise InputError(name, "it is damaged: its end is missing; fetch it again")
    blocks = reader.pages.finished(reader.group)
    if not blocks:
        raise EmptyInput(name, "it is an RTF file without text")
    facts, date = reader.facts, reader.date
    day = "-".join(f"{date.get(part, 0):02}" for part in _DATE) if date.get("yr") else ""
    return Reading(
        blocks, clean_title(facts["title"]), clean_author(facts["author"]), day, notes=reader.omissions.notes()
    )


class _TokenReader:
    """Takes the tokens one by one; what they say goes to the pages, the tables of styles and fonts, or nowhere."""

    def __init__(self, name: str) -> None:
        self.omissions = Omissions()
        self.pages = BlockCollector(self.omissions)
        self.group = _Group()
        self.facts = {"title": "", "author": ""}
        self.date: dict[str, int] = {}
        self._name = name
        self._outer: list[_Group] = []
        self._code_pages = CodePages()
        self._default_font = -1
        self._held, self._digits = bytearray(), True
        self._fallback = 0  # characters still to come that stand in for one that has been said
        self._begun = self._starred = False
        self._formulas = Formulas()
        self._instruction, self._shown = "", False  # a field's, and whether it was a sign that has been said
        self._left_out: Omission | None = None  # what the group is that is left out, until a word of it is found

    @property
    def depth(self) -> int:
        """Return how many groups are open."""
        return len(self._outer)

    def take_token(self, token: Token) -> bool:
        """Take a token; tell whether the file goes on."""
        if token.kind in {"byte", "raw"}:
            if self._begun and token.raw.strip():
                self._begun = False
            self._hold(token)
            return True
        if self._held:
            self._release()
        begun, self._begun = self._begun, token.kind == "{"
        if token.kind in {"{", "}"}:
            self._fallback, self._starred = 0, False
            return self._open() if token.kind == "{" else self._close()
        if self._fallback:
            self._fallback -= 1
        elif token.kind == "sign":
            self._sign(token.word, begun)
        else:
            starred, self._starred = self._starred, False
            self._word(token.word, token.number, starred)
        return True

    def _hold(self, token: Token) -> None:
        passed = min(self._fallback, len(token.raw))
        self._fallback -= passed
        digits = token.kind == "byte"
        if digits != self._digits:
            self._release()
        self._digits = digits
        self._held += token.raw[passed:]

    def _release(self) -> None:
        if self._held:
            font = -1 if self.group.place == "fonts" else self.group.font  # its name is not set in it
            self._say(self._counted(self._code_pages.decode(bytes(self._held), font, self._digits)))
            self._held.clear()

    def _open(self) -> bool:
        if self.depth >= _DEEPEST:
            raise InputError(
                self._name,
                "no program writes such a file (its groups are nested too deeply); "
                "save it anew in a word processor and open that",
            )
        self._outer.append(self.group)
        self.group = self.group.copied()
        self.group.apart = self.group.formula = self.group.instruction = False
        if self.group.place == "formula":
            self._formulas.open()
        return True

    def _close(self) -> bool:
        if self.group.apart:
            self.pages.end_story(self.group)
        closed = self.group
        if self._outer:
            self.group = self._outer.pop()
        if closed.formula:
            self._say(self._formulas.end())
        elif closed.place == "formula":
            self._formulas.close()
        elif closed.instruction and (sign := sign_of(self._instruction)):
            self._shown = True
            self._say(sign)
        return bool(self._outer)

    def _sign(self, sign: str, begun: bool) -> None:
        if sign == "*":
            self._starred = begun  # in the midst of a group, as StarWriter put it, it says nothing of that group
        elif sign in "\r\n":
            self._word("par", None, starred=False)
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    def _counted(self, text: str) -> str:
        """Count the signs in what a font shows that are in no table."""
        if UNREADABLE in text and self.group.place == "text":
            self.omissions.count(Omission.SIGN, text.count(UNREADABLE))
        return text

    def _say(self, text: str) -> None:
        place = self.group.place
        if place == "text":
            self.pages.add_text(text, self.group)
        elif place == "marker":
            self.pages.add_marker(text)
        elif place == "styles":
            self.pages.name_style(text, self.group)
        elif place == "fonts":
            self._code_pages.name(self.group.font, text)
        elif place == "formula":
            self._formulas.say(text)
        elif place == "instruction":
            self._instruction = (self._instruction + text)[:200]
        elif place == "left out" and self._left_out and any(map(str.isalpha, text)):
            self.omissions.count(self._left_out)
            self._left_out = None
        elif place in self.facts:
            self.facts[place] += text

    def _word(self, word: str, number: int | None, starred: bool) -> None:
        group = self.group
        if self._is_place(word, starred) or self._is_setting(word, number):
            return
        if word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word == "u":
            self._say(self._counted(self._code_pages.shown(chr((number or 0) % 0x10000), group.font)))
            self._fallback = max(group.fallback, 0)
        elif word in {"fcharset", "cpg"} and group.place == "fonts":
            self._code_pages.font(group.font, word, number)
        elif word in {"mac", "pc", "pca", "ansicpg"}:
            self._code_pages.declare(word, number)
        elif word == "deff":
            self._default_font = group.font = number or 0
        elif word in _DATE and group.place == "date":
            self.date[word] = number or 0
        elif group.place == "text":
            self.pages.apply_word(word, number or 0, group)

    def _is_setting(self, word: str, number: int | None) -> bool:
        """Set the text as a word says; tell whether it was one that does."""
        group = self.group
        if word in _FLAGS:
            setattr(group, _FLAGS[word], number != 0)
        elif word in _NUMBERS:
            setattr(group, _NUMBERS[word], number or 0)
        elif word == "plain":
            group.bold = group.italic = group.hidden = group.deleted = group.raised = False
            group.font = self._default_font
        elif word == "pard":
            group.reset()
        elif word in {"up", "nosupersub", "sub", "dn"}:
            group.raised = word == "up" and number != 0
        elif word == "dropcapt":
            group.dropped = number != 0
        else:
            return False
        return True

    def _is_place(self, word: str, starred: bool) -> bool:
        """Open the place that a word names; tell whether it was one."""
        group = self.group
        if group.place == "formula":
            return self._formulas.is_form(word)
        if not starred and word not in _PLACE_WORDS:
            return False
        if word in _STYLES:
            group.place = "nowhere" if group.place == "styles" and word != "s" else group.place
            return word != "s"
        if group.place == "text" and self._is_in_text(word):
            return True
        if word == "footnote" and group.place == "text":
            group.apart = True
            self.pages.begin_story("footnote", group)
        elif word == "shptxt" and group.place == "shape":
            group.place, group.apart = "text", True
            self.pages.begin_story("", group)
        elif word == "shpinst" and group.place == "text":
            group.place = "shape"
        elif word in _PLACES and group.place in {"text", "nowhere"}:
            group.place = _PLACES[word] if group.place == "text" else "nowhere"
        elif word in _IN_INFO and group.place == "info":
            group.place = _IN_INFO[word]
        elif word in _NOWHERE or starred:
            group.place = "nowhere"
        else:
            return False
        return True

    def _is_in_text(self, word: str) -> bool:
        """Open what a word begins in the midst of the text; tell whether it was one that does."""
        group = self.group
        if word == "moMath":
            group.place, group.formula = "formula", True
            self._formulas.begin()
        elif word in _LEFT_OUT:
            group.place, self._left_out = "left out", _LEFT_OUT[word]
        elif word == "object":
            group.place = "nowhere"
            self.omissions.count(Omission.OBJECT)
        elif word == "fldinst":
            group.place, group.instruction, self._instruction = "instruction", True, ""
        elif word == "fldrslt" and self._shown:
            group.place, self._shown = "nowhere", False
        else:
            return word in _OPENED
        return True
