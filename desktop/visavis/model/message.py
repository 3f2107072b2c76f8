"""What the program says to the user, in English, with the parts of which a window can say it in another language."""

from __future__ import annotations


class Message(str):
    """An English phrase made of a template, such as "“{0}” became “{1}”", and what fills it: other messages, or names.

    Templates are written where they are used, as plain strings: packaging/translations.py collects them there.
    """

    template: str
    values: tuple[str, ...]

    def __new__(cls, template: str, *values: object) -> Message:  # noqa: D102
        filled = tuple(value if isinstance(value, str) else str(value) for value in values)
        message = super().__new__(cls, template.format(*filled) if filled else template)
        message.template, message.values = template, filled
        return message

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]  # of what a copy elsewhere is made
        return (self.template, *self.values)
