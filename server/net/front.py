"""One port for everything: the first bytes decide which door a connection goes through.

A connection must bring the whole head of its first request within a deadline and a size; until
then it costs a small buffer. ``GET /live`` goes to the live socket, all else to the web pages.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple, cast

from server.access.household import household
from server.net.live_writer import linger_not
from server.net.peers import Network, is_trusted

HEAD_SECONDS = 15.0
HEAD_BYTES = 16 * 1024
IN_ALL = 60_000
LIVE = b"/live"

MakeLive = Callable[[asyncio.Transport, Callable[[], None]], asyncio.BaseProtocol]
MakePages = Callable[[], asyncio.Protocol]


class Doors(NamedTuple):
    """Where connections go: the live socket's protocol, and the web pages'."""

    live: MakeLive
    pages: MakePages


class Entrance:
    """Makes a :class:`Front` for each connection: so many from one address, so many in all."""

    def __init__(
        self,
        doors: Doors,
        per_address: int,
        head_seconds: float = HEAD_SECONDS,
        head_bytes: int = HEAD_BYTES,
        in_all: int = IN_ALL,
        trusted: tuple[Network, ...] = (),
    ) -> None:
        self.doors = doors
        self.head_seconds = head_seconds
        self.head_bytes = head_bytes
        self.turned_away: Counter[str] = Counter()
        """How many connections got no further, by reason."""
        self._per_address = per_address
        self._in_all = in_all
        self._trusted = trusted
        self._count = 0
        self._here: Counter[str] = Counter()

    def __call__(self) -> Front:
        """Return the protocol of one new connection."""
        return Front(self)

    def admit(self, address: str) -> bool:
        """Count a connection from this address; False when there are too many."""
        if self._count >= self._in_all:
            self.turned_away["full"] += 1
            return False
        many = bool(address) and self._here[address] >= self._per_address
        if many and not is_trusted(address, self._trusted):  # a proxy stands for many households
            self.turned_away["address"] += 1
            return False
        self._count += 1
        self._here[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Forget a connection from this address."""
        self._count -= 1
        self._here[address] -= 1
        if self._here[address] <= 0:
            del self._here[address]

    def __len__(self) -> int:
        return self._count


class Front(asyncio.Protocol):
    """Waits for the head of the first request, then hands the connection on.

    The live socket's protocol takes the transport over. The pages' protocol stays behind this one,
    which then only passes on, so that the end of the connection is seen here in both cases.
    """

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._pages: asyncio.Protocol | None = None
        self._head = bytearray()
        self._address: str | None = None
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the head."""
        # uvloop's transports do not say so, but they are.
        self._transport = cast(asyncio.Transport, transport)
        peer = self._transport.get_extra_info("peername")
        address = household(str(peer[0])) if isinstance(peer, tuple) else ""
        if not self._entrance.admit(address):
            self._turn_away()
            return
        self._address = address
        loop = asyncio.get_running_loop()
        self._deadline = loop.call_later(self._entrance.head_seconds, self._too_late)

    def data_received(self, data: bytes) -> None:
        """Collect the head, or pass on to the pages."""
        if self._pages is not None:
            self._pages.data_received(data)
        elif self._deadline is not None:
            self._head += data
            self._look_at_head()

    def eof_received(self) -> bool | None:
        """Pass on, or end a connection that closed before it asked for anything."""
        return self._pages.eof_received() if self._pages is not None else None

    def pause_writing(self) -> None:
        """Pass on."""
        if self._pages is not None:
            self._pages.pause_writing()

    def resume_writing(self) -> None:
        """Pass on."""
        if self._pages is not None:
            self._pages.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection out, and pass on."""
        self._stop_waiting()
        self._lost()
        if self._pages is not None:
            self._pages.connection_lost(exc)

    def _lost(self) -> None:
        if self._address is not None:
            self._entrance.leave(self._address)
            self._address = None

    def _look_at_head(self) -> None:
        end = self._head.find(b"\r\n\r\n")
        if end < 0 and len(self._head) <= self._entrance.head_bytes:
            return
        self._stop_waiting()
        if end < 0 or end > self._entrance.head_bytes:
            self._entrance.turned_away["head"] += 1
            self._transport.write(_TOO_LARGE)
            self._transport.close()
            return
        data, self._head = bytes(self._head), bytearray()
        if is_live(data):
            self._to_live(data)
        else:
            self._to_pages(data)

    def _to_live(self, data: bytes) -> None:
        protocol = self._entrance.doors.live(self._transport, self._lost)
        self._transport.set_protocol(protocol)
        protocol.connection_made(self._transport)
        feed(protocol, data)

    def _to_pages(self, data: bytes) -> None:
        self._pages = self._entrance.doors.pages()
        self._pages.connection_made(self._transport)
        self._pages.data_received(data)

    def _too_late(self) -> None:
        self._entrance.turned_away["late"] += 1
        self._stop_waiting()
        self._turn_away()

    def _turn_away(self) -> None:
        linger_not(self._transport)
        self._transport.abort()

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def is_live(head: bytes) -> bool:
    """Whether this request asks for the live socket."""
    method, _, rest = head.partition(b" ")
    return method == b"GET" and rest.partition(b" ")[0].partition(b"?")[0] == LIVE


def feed(protocol: asyncio.BaseProtocol, data: bytes) -> None:
    """Give a protocol bytes that were read before it took over."""
    if isinstance(protocol, asyncio.Protocol):
        protocol.data_received(data)
        return
    assert isinstance(protocol, asyncio.BufferedProtocol)
    while data:
        buffer = memoryview(protocol.get_buffer(len(data)))
        size = min(len(buffer), len(data))
        buffer[:size] = data[:size]
        protocol.buffer_updated(size)
        data = data[size:]


_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"Connection: close\r\nContent-Length: 0\r\n\r\n"
)
