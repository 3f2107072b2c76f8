"""Translates messages of the core into the interface language: the reasons of flags, and errors."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from visavis.model.errors import InputError, VisavisError
from visavis.model.message import Message
from visavis.model.passage import Flag


def translate_message(message: str) -> str:
    """Translate a message; one saved by another version, with an unknown template, is returned unchanged."""
    parts = message if isinstance(message, Message) else Message(message)
    text = QCoreApplication.translate("Messages", parts.template) if parts else ""
    return (
        text.format(*(translate_message(v) if isinstance(v, Message) else v for v in parts.values))
        if parts.values
        else text
    )


def describe_flag(flag: Flag) -> str:
    """Return what a flag says, beginning with a capital."""
    text = translate_message(flag.detail)
    return text[:1].upper() + text[1:]


def describe_error(error: BaseException) -> str:
    """Return the sentence that explains an error to the user."""
    if not isinstance(error, VisavisError):
        return translate_message(
            Message("Something went wrong ({0}). Try again; your work is kept.", type(error).__name__)
        )
    # what cannot be read was just chosen by the user: its name says enough, where the rest of its path hides the reason
    subject = PurePath(error.subject).name if isinstance(error, InputError) else error.subject
    return translate_message(Message("{0}: {1}", subject, error.reason) if subject else error.reason)
