"""Translates messages of the core into the interface language: the reasons of flags, and errors."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visavis.model.errors import VisavisError
from visavis.model.message import Message


def translate_message(message: str) -> str:
    """Translate a message; one saved by another version, with an unknown template, is returned unchanged."""
    parts = message if isinstance(message, Message) else Message(message)
    text = QCoreApplication.translate("Messages", parts.template) if parts else ""
    return (
        text.format(*(translate_message(v) if isinstance(v, Message) else v for v in parts.values))
        if parts.values
        else text
    )


def describe_error(error: BaseException) -> str:
    """Return the sentence that explains an error to the user."""
    if not isinstance(error, VisavisError):
        return translate_message(Message("Something went wrong ({0}).", type(error).__name__))
    return translate_message(Message("{0}: {1}", error.subject, error.reason) if error.subject else error.reason)
