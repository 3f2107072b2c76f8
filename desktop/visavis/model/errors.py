"""The errors shown to the user, each with the sentence that explains it.

VisavisError
 ├─ InputError         the input could not be read           (exit code 1)
 │   └─ NotText, EmptyInput
 ├─ OutputError        the output could not be written       (exit code 1)
 ├─ StoreError         saved work cannot be used             (the program keeps running)
 ├─ InstallError       a package could not be installed      (exit code 1)
 ├─ PackageError       no usable language package            (exit code 3)
 └─ EngineFailed       the translation engine failed         (exit code 3)
"""

from __future__ import annotations

import errno
import unicodedata

from visavis.model.message import Message


class VisavisError(Exception):
    """An error the user sees: `subject` names the file, `reason` says what is wrong and what to do.

    `values` fill in the template `reason`; see model/message.py.
    """

    exit_code = 1

    def __init__(self, subject: str, reason: str, *values: object) -> None:
        super().__init__(subject, reason, *values)
        self.subject = make_printable(subject)
        self.reason = reason if isinstance(reason, Message) else Message(reason, *values)

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}" if self.subject else self.reason


class InputError(VisavisError):
    """The input could not be read."""


class EmptyInput(InputError):
    """The input contains no text."""


class NotText(InputError):
    """The input is not text in an encoding used for French."""


class OutputError(VisavisError):
    """The output could not be written."""


class StoreError(VisavisError):
    """Saved work and the translation memory are unavailable; everything else keeps working."""


class InstallError(VisavisError):
    """A language package could not be downloaded, installed or removed; the other packages are unaffected."""


class PackageError(VisavisError):
    """No usable language package was found."""

    exit_code = 3


class EngineFailed(VisavisError):
    """The translation engine failed."""

    exit_code = 3


def make_printable(name: str, limit: int = 200) -> str:
    """Return a file name safe to print on one line: control characters replaced, the middle of a long name cut."""
    clean = "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else "\ufffd" for c in name)
    return clean if len(clean) <= limit else f"{clean[: limit // 2]}…{clean[-limit // 2 :]}"


def describe_os_error(error: OSError) -> Message:
    """Return the cause of an OSError in words for the user."""
    reasons = {
        FileNotFoundError: Message("there is no such file"),
        PermissionError: Message("you are not allowed to open it"),
        IsADirectoryError: Message("it is a folder, not a file"),
    }
    for kind, reason in reasons.items():
        if isinstance(error, kind):
            return reason
    return get_system_message(error)


def get_system_message(error: OSError) -> Message:
    """Return the operating system's error text as a translatable message, or the message the error already carries."""
    if error.args and isinstance(error.args[0], Message):
        return error.args[0]
    messages = {
        errno.ENOSPC: Message("no space left on device"),
        errno.EROFS: Message("read-only file system"),
        errno.EIO: Message("input/output error"),
        errno.ENAMETOOLONG: Message("file name too long"),
        errno.ENOTDIR: Message("not a directory"),
        errno.ELOOP: Message("too many levels of symbolic links"),
        errno.ENXIO: Message("no such device or address"),
        errno.EFBIG: Message("file too large"),
        errno.ECONNREFUSED: Message("connection refused"),
        errno.ENETUNREACH: Message("network is unreachable"),
        errno.EHOSTUNREACH: Message("no route to host"),
        errno.ECONNRESET: Message("connection reset by peer"),
    }
    text = (error.strerror or str(error) or type(error).__name__).lower()
    message = messages.get(error.errno or 0)
    # Use the table only if the text matches: a system in another language has its own words.
    return message if message == text else Message(text)
