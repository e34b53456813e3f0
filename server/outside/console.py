"""Writes notices to the log of the server, where nothing else has been set up.

Whole: a one-time code stands there to be read. That is what a developer needs, and why a park that
is open to others sets ``LINGJING_MAIL`` and ``LINGJING_SMS`` to something else.
"""

from __future__ import annotations

from server.log import logger
from server.outside.delivery import Receipt

log = logger("notices")


async def write(way: str, to: str, title: str, text: str) -> Receipt:
    """Write one notice."""
    log.warning("notice_on_console", way=way, to=to, title=title, text=text)
    return Receipt(excerpt="console")
