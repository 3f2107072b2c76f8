"""Fonts whose letters are signs: which character each of them shows.

Symbol by Adobe's table (unicode.org, VENDORS/ADOBE/symbol.txt), Wingdings by Unicode's (L2/12-368), with plain arrows
and boxes for the many that differ only in their drawing.
"""

from __future__ import annotations

import re
from functools import cache

#: Stands for a sign that is in no table.
UNREADABLE = "□"

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼\0"
    + "\0" * 32
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\0"
)
_WINGDINGS = (
    " ✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛⌨🖰🖲🖳🖴💾🖬✇✍🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■☐"
    "☐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶“”\0"
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"
    "⚬○○◉◉◎○▪☐✦✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷"
    "🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⇔⇳⇖⇗⇙⇘▭▯✗✓☒☑\0"
)
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "☐"}
_FIRST, _PRIVATE = 0x20, 0xF000


def _table(signs: str) -> dict[int, str]:
    assert len(signs) == 256 - _FIRST, "a sign, or none, for each code"
    return {_FIRST + place: sign for place, sign in enumerate(signs) if sign != "\0"}


_TABLES: dict[str, dict[int, str]] = {
    **dict.fromkeys(("symbol", "symbolmt", "standardsymbolsl", "standardsymbolsps"), _table(_SYMBOL)),
    "wingdings": _table(_WINGDINGS),
    "wingdings2": _WINGDINGS_2,
    **{name: {} for name in ("wingdings3", "webdings", "zapfdingbats", "monotypesorts", "marlett", "mtextra")},
}
#: The signs before items and those of Word's automatic correction, which come without their font from other programs.
_WITHOUT_FONT = {0xB7: "•", 0xA7: "▪", 0xFC: "✓", 0xD8: "➢", 0x76: "❖", 0xE0: "→"}
_SIGNS = re.compile(r"[\x21-\xff\uf020-\uf0ff]")
_SIGNS_ONLY = re.compile(r"[\uf020-\uf0ff]")


def is_symbol_font(font: str) -> bool:
    """True if the letters of a font are signs."""
    return _plain(font) in _TABLES


def decode_font(text: str, font: str) -> str:
    """Return the characters that a text in a font shows, a box for what is in no table."""
    if not font or not is_symbol_font(font):
        if not _SIGNS_ONLY.search(text):
            return text
        return _SIGNS_ONLY.sub(lambda found: _WITHOUT_FONT.get(ord(found[0]) - _PRIVATE, UNREADABLE), text)
    return decode_symbols(text, font)


def decode_symbols(text: str, font: str) -> str:
    """Return the signs that a text in a symbol font shows, whether its table is known or not."""
    table = _TABLES.get(_plain(font), {})
    return _SIGNS.sub(lambda found: table.get(ord(found[0]) % _PRIVATE, UNREADABLE), text)


@cache
def _plain(font: str) -> str:
    return font.lower().replace(" ", "").replace("-", "")
