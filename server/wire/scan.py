"""Reads MessagePack once without building it, and refuses what no message may contain.

Every length is compared with the bytes that remain before anything is read, every container is
counted and its depth bounded, so hostile bytes cost time in proportion to their own number and
no memory. After this, a decoder meets only text keys, none twice, finite numbers that browsers
hold exactly, valid UTF-8, and neither bytes nor extension types.

Format: https://github.com/msgpack/msgpack/blob/master/spec.md
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Final

from server.wire.codes import CodeName
from server.wire.errors import WireError
from server.wire.limits import DEPTH, EXACT, ITEMS

Reader = Callable[["Scanner", int, int], None]


class Scanner:
    """A place in the bytes, and how many values were met on the way to it."""

    __slots__ = ("at", "data", "end", "items")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.end = len(data)
        self.at = 0
        self.items = 0

    def take(self, count: int) -> int:
        """Step over ``count`` bytes and return where they began."""
        begin = self.at
        if count > self.end - begin:
            raise WireError("message_malformed")
        self.at = begin + count
        return begin

    def number(self, width: int) -> int:
        """Read a big-endian unsigned integer of ``width`` bytes."""
        begin = self.take(width)
        return int.from_bytes(self.data[begin : self.at], "big")

    def text(self, length: int) -> str:
        """Read ``length`` bytes of UTF-8."""
        begin = self.take(length)
        try:
            return self.data[begin : self.at].decode()
        except UnicodeDecodeError:
            raise WireError("text_invalid") from None

    def value(self, depth: int) -> None:
        """Step over one value."""
        self.items += 1
        if self.items > ITEMS:
            raise WireError("too_many_values")
        lead = self.data[self.take(1)]
        READERS[lead](self, lead, depth)

    def key(self) -> str:
        """Read one key of a map."""
        lead = self.data[self.take(1)]
        if 0xA0 <= lead <= 0xBF:
            return self.text(lead & 0x1F)
        if 0xD9 <= lead <= 0xDB:
            return self.text(self.number(WIDTHS[lead]))
        raise WireError("key_not_text")

    def array(self, count: int, depth: int) -> None:
        """Step over ``count`` values."""
        self.descend(count, depth)
        for index in range(count):
            try:
                self.value(depth + 1)
            except WireError as fault:
                raise fault.inside(index) from None

    def map(self, count: int, depth: int) -> None:
        """Step over ``count`` pairs."""
        self.descend(2 * count, depth)
        seen: set[str] = set()
        for _ in range(count):
            key = self.key()
            try:
                self.entry(key, seen, depth)
            except WireError as fault:
                raise fault.inside(key) from None

    def entry(self, key: str, seen: set[str], depth: int) -> None:
        """Step over the value of ``key``, which must be new."""
        if key in seen:
            raise WireError("key_repeated")
        seen.add(key)
        self.value(depth + 1)

    def descend(self, least_bytes: int, depth: int) -> None:
        """Refuse a container that is too deep or that cannot fit into what remains."""
        if depth >= DEPTH:
            raise WireError("too_deep")
        if least_bytes > self.end - self.at:
            raise WireError("message_malformed")


WIDTHS: Final = {
    **dict(zip((0xD9, 0xDA, 0xDB), (1, 2, 4), strict=True)),
    **dict(zip((0xDC, 0xDD, 0xDE, 0xDF), (2, 4, 2, 4), strict=True)),
    **dict(zip((0xCC, 0xCD, 0xCE, 0xCF), (1, 2, 4, 8), strict=True)),
    **dict(zip((0xD0, 0xD1, 0xD2, 0xD3), (1, 2, 4, 8), strict=True)),
}
"""Bytes of length or of number that follow a lead byte."""


def scan(data: bytes) -> None:
    """Check that ``data`` is one acceptable MessagePack value and nothing after it.

    Raises WireError.
    """
    scanner = Scanner(data)
    scanner.value(0)
    if scanner.at != scanner.end:
        raise WireError("message_malformed")


def _nothing(scanner: Scanner, lead: int, depth: int) -> None:
    """The value was the lead byte itself."""


def _unsigned(scanner: Scanner, lead: int, depth: int) -> None:
    if scanner.number(WIDTHS[lead]) > EXACT:
        raise WireError("out_of_range")


def _signed(scanner: Scanner, lead: int, depth: int) -> None:
    begin = scanner.take(WIDTHS[lead])
    if abs(int.from_bytes(scanner.data[begin : scanner.at], "big", signed=True)) > EXACT:
        raise WireError("out_of_range")


def _float(scanner: Scanner, lead: int, depth: int) -> None:
    form, width = (">f", 4) if lead == 0xCA else (">d", 8)
    (number,) = struct.unpack_from(form, scanner.data, scanner.take(width))
    if not math.isfinite(number):
        raise WireError("not_finite")


def _fixed_text(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.text(lead & 0x1F)


def _text(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.text(scanner.number(WIDTHS[lead]))


def _fixed_array(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.array(lead & 0x0F, depth)


def _array(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.array(scanner.number(WIDTHS[lead]), depth)


def _fixed_map(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.map(lead & 0x0F, depth)


def _map(scanner: Scanner, lead: int, depth: int) -> None:
    scanner.map(scanner.number(WIDTHS[lead]), depth)


def _refuse(code: CodeName) -> Reader:
    def reader(scanner: Scanner, lead: int, depth: int) -> None:
        raise WireError(code)

    return reader


def _readers() -> list[Reader]:
    table: list[Reader] = [_nothing] * 256
    table[0x80:0x90] = [_fixed_map] * 16
    table[0x90:0xA0] = [_fixed_array] * 16
    table[0xA0:0xC0] = [_fixed_text] * 32
    table[0xC1] = _refuse("message_malformed")
    table[0xC4:0xC7] = [_refuse("bytes_refused")] * 3
    table[0xC7:0xCA] = [_refuse("extension_refused")] * 3
    table[0xCA:0xCC] = [_float] * 2
    table[0xCC:0xD0] = [_unsigned] * 4
    table[0xD0:0xD4] = [_signed] * 4
    table[0xD4:0xD9] = [_refuse("extension_refused")] * 5
    table[0xD9:0xDC] = [_text] * 3
    table[0xDC:0xDE] = [_array] * 2
    table[0xDE:0xE0] = [_map] * 2
    return table


READERS: Final = _readers()
"""What to do at each lead byte."""
