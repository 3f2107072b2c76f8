"""User-facing messages in English that keep their template, so that the GUI can translate them."""

from __future__ import annotations


class Message(str):
    """An English phrase that remembers its template, such as "“{0}” became “{1}”", and the values filled in.

    Write templates as plain strings where they are used: packaging/translations.py collects them from the source.
    """

    template: str
    values: tuple[str, ...]

    def __new__(cls, template: str, *values: object) -> Message:  # noqa: D102
        filled = tuple(value if isinstance(value, str) else str(value) for value in values)
        message = super().__new__(cls, template.format(*filled) if filled else template)
        message.template, message.values = template, filled
        return message

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]  # pickle and copy call __new__ with these
        return (self.template, *self.values)
