"""A look over JSON text before any parser: how deep it nests and what it would take in memory.

One pass by numpy in windows of a megabyte, so that sixty megabytes take half a second and a claim
of a million nested lists costs nothing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Scan", "scan_json"]

Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

WINDOW = 1 << 20
QUOTE, BACKSLASH, COLON, COMMA, PLUS = 0x22, 0x5C, 0x3A, 0x2C, 0x2B
STEP = np.zeros(256, np.int8)
STEP[[0x5B, 0x7B]] = 1
STEP[[0x5D, 0x7D]] = -1
OBJECT_BYTES, LIST_BYTES, VALUE_BYTES, STRING_BYTES, MEMBER_BYTES = 240, 64, 40, 60, 140
"""About what CPython spends on each, beyond the text itself."""
BLOCK = 128
"""A number of 300 digits fills one of the blocks of this size that a window is cut into."""


class Scan(NamedTuple):
    """What the text would become: nesting levels, bytes of Python objects, huge numbers maybe."""

    depth: int
    memory: int
    huge: bool


def scan_json(text: bytes | memoryview) -> Scan:
    """Look over JSON text, which need not be valid; never recurses, never builds anything."""
    whole = np.frombuffer(text, np.uint8)
    state = _State(whole)
    for start in range(0, len(whole), WINDOW):
        state.take(start)
    return Scan(state.deepest, state.memory, state.huge)


class _State:
    """What one window must know of those before it."""

    def __init__(self, whole: Bytes) -> None:
        self.deepest = 0
        self.memory = 0
        self.huge = False
        self._whole = whole
        self._depth = 0
        self._inside = False
        self._escaped = False

    def take(self, start: int) -> None:
        window = self._whole[start : start + WINDOW]
        quotes = np.flatnonzero(self._quotes(window))
        outside = self._outside(quotes, len(window))
        if outside is not None:
            self._weigh(window, outside)
            self._look_at_exponents(start + np.flatnonzero(((window | 0x20) == 0x65) & outside))
            self.huge = self.huge or _has_long_number(window)
        self.memory += len(quotes) // 2 * STRING_BYTES

    def _outside(self, quotes: NDArray[np.intp], length: int) -> Mask | None:
        """Which bytes stand outside strings; None when the whole window is inside one."""
        was_inside = self._inside
        if len(quotes) == 0:
            return None if was_inside else np.ones(length, bool)
        flips = np.zeros(length, bool)
        flips[quotes] = True
        inside = np.logical_xor.accumulate(flips) ^ was_inside
        self._inside = bool(inside[-1])
        return np.asarray(~inside)

    def _weigh(self, window: Bytes, outside: Mask) -> None:
        steps = STEP[window] * outside
        turns = steps[np.flatnonzero(steps)]
        if len(turns):
            depths = np.cumsum(turns, dtype=np.int64) + self._depth
            self.deepest = max(self.deepest, int(depths.max()))
            self._depth = int(depths[-1])
        objects = int(np.count_nonzero((window == 0x7B) & outside))
        lists = int(np.count_nonzero(turns == 1)) - objects
        commas = int(np.count_nonzero((window == COMMA) & outside))
        members = int(np.count_nonzero((window == COLON) & outside))
        self.memory += objects * OBJECT_BYTES + lists * LIST_BYTES
        self.memory += commas * VALUE_BYTES + members * MEMBER_BYTES

    def _look_at_exponents(self, places: NDArray[np.intp]) -> None:
        """Whether a number has an exponent of three digits: 1e400 is beyond a double."""
        places = places[places + 4 < len(self._whole)] + 1
        places = places + (self._whole[places] == PLUS)
        digits = [_is_digit(self._whole[places + ahead]) for ahead in range(3)]
        self.huge = self.huge or bool(np.logical_and.reduce(digits).any())

    def _quotes(self, window: Bytes) -> Mask:
        """Where a quotation mark opens or closes a string: not behind an odd run of backslashes."""
        quotes = np.asarray(window == QUOTE)
        escapes = np.flatnonzero(window == BACKSLASH)
        if self._escaped:
            quotes[0] = False
            escapes = escapes[1:] if len(escapes) and escapes[0] == 0 else escapes
        self._escaped = False
        if len(escapes) == 0:
            return quotes
        starts = np.flatnonzero(np.diff(escapes, prepend=-2) != 1)
        lengths = np.diff(np.append(starts, len(escapes)))
        behind = (escapes[starts] + lengths)[lengths % 2 == 1]
        self._escaped = bool(len(behind) and behind[-1] == len(window))
        quotes[behind[behind < len(window)]] = False
        return quotes


def _is_digit(values: Bytes) -> Mask:
    return np.asarray((values - np.uint8(0x30)) < 10)


def _has_long_number(window: Bytes) -> bool:
    blocks = window[: len(window) // BLOCK * BLOCK].reshape(-1, BLOCK)
    return bool(_is_digit(blocks).all(axis=1).any())
