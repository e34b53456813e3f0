"""A message that comes in fragments (RFC 6455 section 5.4)."""

from __future__ import annotations

MOST_PARTS = 64
"""Fragments of one message; browsers send one."""


class Parts:
    """Collects the fragments of one message, as long as they are few and small."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, payload: bytes) -> bool:
        """Take one more; False when the message is too large."""
        self._parts.append(payload)
        self._size += len(payload)
        return self._size <= self._most and len(self._parts) <= MOST_PARTS

    def whole(self) -> bytes:
        """Return the message."""
        return b"".join(self._parts)
