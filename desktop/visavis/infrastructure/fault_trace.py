"""Tracebacks that contain nothing of the user's text."""

from __future__ import annotations

import traceback


def format_trace(error: BaseException) -> str:
    """Return the traceback of an error and its causes: types, modules, lines and functions.

    Messages are left out because they may quote the text, and paths because they may contain the user's name.
    """
    parts, seen = [], set[int]()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        places = [
            f"  {frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(current.__traceback__)
        ]
        parts.append("\n".join([*places, type(current).__name__]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused:\n".join(reversed(parts))
