"""Looks a password up in a list of breached ones on disk, without reading the list.

The list is what haveibeenpwned.com offers for download: lines of an upper-case SHA-1, in order,
each perhaps with ``:`` and how often it was seen. It has tens of gigabytes; a lookup reads some
dozens of lines by bisection.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO, Final

LINE: Final = 128
"""Bytes within which a line ends."""
DIGITS: Final = 40


def is_breached(path: Path, password: str) -> bool:
    """Whether the list has it; raises OSError when the list cannot be read."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, file.seek(0, 2)
        while low < high:
            middle = (low + high) // 2
            found = _line_at(file, middle)
            if found == wanted:
                return True
            if found and found < wanted:
                low = middle + 1
            else:
                high = middle
    return False


def _line_at(file: BinaryIO, place: int) -> bytes:
    """The hash of the first line that begins at or after a place; empty at the end."""
    start = max(0, place - 1)
    file.seek(start)
    piece = file.read(2 * LINE)
    if place:
        piece = piece[piece.find(b"\n") + 1 :] if b"\n" in piece else b""
    return piece[:DIGITS].upper() if len(piece) >= DIGITS else b""
