"""How much one message may carry and how often one may speak: every bound of the live socket.

The words behind each name are what ``PROTOCOL.md`` says about it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

CLIENT_BYTES: Final = 65_536
DEPTH: Final = 24
ITEMS: Final = 16_384
EXACT: Final = 2**53
POSES_PER_SECOND: Final = 30
STILL_SECONDS: Final = 2
AUTH_SECONDS: Final = 10
HIDDEN_SECONDS: Final = 10
CUT_SECONDS: Final = 60
POINTER_CHARACTERS: Final = 256


class Limit(NamedTuple):
    """One bound, for the printed page."""

    name: str
    value: int
    words: str


LIMITS: Final = (
    Limit("CLIENT_BYTES", CLIENT_BYTES, "bytes in one message from a client"),
    Limit("DEPTH", DEPTH, "maps and arrays inside one another"),
    Limit("ITEMS", ITEMS, "values in one message from a client, keys not counted"),
    Limit("EXACT", EXACT, "largest absolute value of an integer: browsers are exact up to here"),
    Limit("POSES_PER_SECOND", POSES_PER_SECOND, "presence frames a client may send in a second"),
    Limit("STILL_SECONDS", STILL_SECONDS, "seconds between poses of one who stands still"),
    Limit("AUTH_SECONDS", AUTH_SECONDS, "seconds from the handshake within which to say `auth`"),
    Limit("HIDDEN_SECONDS", HIDDEN_SECONDS, "seconds of silence until others stop seeing one"),
    Limit("CUT_SECONDS", CUT_SECONDS, "seconds of silence until the socket is cut"),
)
