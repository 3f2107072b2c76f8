"""The network label: which hosts were contacted, and how much came from each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from visavis.gui.elided_label import ElidedLabel
from visavis.gui.tips import format_tooltip
from visavis.infrastructure.network_guard import Contact, Guard
from visavis.model.errors import make_printable


class NetworkLabel(ElidedLabel):
    """Follows a network guard: the label is a summary, the tool tip lists each contact and each refused connection."""

    changed = Signal()  # a host was contacted, or data arrived; may be emitted from any thread

    def __init__(self) -> None:
        super().__init__()
        self._guard = Guard()
        self.changed.connect(self.refresh)

    def follow_guard(self, guard: Guard) -> None:
        """Follow this guard from now on."""
        self._guard = guard
        guard.listeners.append(self.changed.emit)
        self.refresh()

    def refresh(self) -> None:
        """Update the label and the tool tip."""
        contacts = list(self._guard.contacts)
        refused = [self.tr("Refused: {0}").format(make_printable(what)) for what in self._guard.refused]
        self.setText(self._line(contacts))
        self.setToolTip(format_tooltip("\n".join([*map(self._entry, contacts), *refused])))

    def _line(self, contacts: list[Contact]) -> str:
        came = [contact for contact in contacts if contact.came]
        hosts = {contact.host for contact in came}
        nothing = [c for c in contacts if c.host not in hosts and c.led not in hosts]
        if not contacts:
            return self.tr("No connection made")
        if not came:
            text = self.tr("No answer from {0} at {1}")
            return text.format(_names(contacts), _time(contacts[-1]))
        size = self._size(sum(contact.came for contact in came))
        text = self.tr("Fetched {0} from {1} at {2}").format(size, _names(came), _time(came[-1]))
        return self.tr("{0}; no answer from {1}").format(text, _names(nothing)) if nothing else text

    def _entry(self, contact: Contact) -> str:
        what = self._size(contact.came) if contact.came else self.tr("no answer")
        if contact.led and not contact.came:
            what = self.tr("redirected to {0}").format(make_printable(contact.led, 60))
        return self.tr("{0} {1}: {2}").format(_time(contact), _name(contact), what)

    def _size(self, size: int) -> str:
        return self.locale().formattedDataSize(size, 1, self.locale().DataSizeFormat.DataSizeSIFormat)


def _names(contacts: Iterable[Contact]) -> str:
    return ", ".join(dict.fromkeys(map(_name, contacts)))


def _name(contact: Contact) -> str:
    host = make_printable(contact.host, 60)
    return f"{host} ({make_printable(contact.proxy, 60)})" if contact.proxy else host


def _time(contact: Contact) -> str:
    return contact.when.strftime("%H:%M")
