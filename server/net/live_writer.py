"""The way out of a live socket: frames that may be skipped, messages that may not, goodbyes."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from typing import cast

from picows import WSCloseCode, WSListener, WSTransport

from avatars.frames import websocket_header
from server.net.live_limits import LiveLimits

Watcher = Callable[[bool], None]


class LiveWriter(WSListener):
    """What is written to one peer. ``why`` says what ended the connection, for the metrics."""

    __slots__ = (
        "_closing_at",
        "_gone",
        "_limits",
        "_loop",
        "_paused_at",
        "_transport",
        "_watcher",
        "_write",
        "_ws",
        "paused",
        "why",
    )

    def __init__(self, limits: LiveLimits) -> None:
        self.paused = False
        self.why = ""
        self._limits = limits
        self._watcher: Watcher = _unwatched
        self._paused_at: float | None = None
        self._closing_at: float | None = None
        self._gone = False

    # --- for whoever sends -----------------------------------------------------------------

    @property
    def raw_write(self) -> Callable[[bytes | memoryview], None]:
        """The transport's own ``write``, for whole frames that may be skipped.

        Ask :meth:`watch` when to use it: nothing is checked on the way.
        """
        return self._write

    def watch(self, watcher: Watcher) -> None:
        """Have ``watcher`` told now, and at every change, whether to use :attr:`raw_write`."""
        self._watcher = watcher
        watcher(self.writable)

    @property
    def writable(self) -> bool:
        """Whether skippable frames should be written: open, and the peer takes what it is sent."""
        return not (self.paused or self.closing)

    @property
    def closing(self) -> bool:
        """Whether this connection is ending or gone."""
        return self._closing_at is not None or self._gone

    def send(self, frame: bytes | memoryview) -> None:
        """Write a whole prebuilt WebSocket frame that must not be lost; drop a stuck reader."""
        if self.closing:
            return
        self._write(frame)
        if self.paused and self.buffered() > self._limits.buffer_bytes:
            self.abort("too_slow")

    def send_message(self, payload: bytes) -> None:
        """Write one binary message."""
        self.send(websocket_header(len(payload)) + payload)

    def buffered(self) -> int:
        """Return how many bytes wait for the peer to take them."""
        return self._transport.get_write_buffer_size()

    def close(self, code: int, reason: str) -> None:
        """Say goodbye (RFC 6455 section 7) and end; the peer has a few seconds to answer."""
        if self.closing:
            return
        self.why = self.why or reason
        self._send_close(code, reason)

    def abort(self, why: str) -> None:
        """End at once; the kernel keeps nothing for the peer."""
        if self._gone:
            return
        self.why = self.why or why
        self._begin_closing()
        linger_not(self._transport)
        self._transport.abort()

    # --- called by picows --------------------------------------------------------------------

    def pause_writing(self) -> None:
        """Stop taking skippable frames: the peer does not read as fast as it is sent to."""
        self.paused = True
        self._paused_at = self._loop.time()
        self._watcher(False)

    def resume_writing(self) -> None:
        """Go on."""
        self.paused = False
        self._paused_at = None
        self._watcher(self.writable)

    # --- within ------------------------------------------------------------------------------

    def _begin(self, transport: WSTransport) -> None:
        """Take the transport; let stale poses wait in our hands, where newer ones replace them."""
        self._ws = transport
        self._transport = transport.underlying_transport
        self._write = self._transport.write
        self._loop = asyncio.get_running_loop()
        unsent = self._limits.unsent_bytes
        self._transport.set_write_buffer_limits(high=unsent)
        sock = self._transport.get_extra_info("socket")
        if sock is not None and hasattr(socket, "TCP_NOTSENT_LOWAT"):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, unsent)

    def _send_close(self, code: int, reason: str) -> None:
        self._begin_closing()
        self._ws.send_close(cast(WSCloseCode, code), reason.encode()[:120])

    def _begin_closing(self) -> None:
        if self._closing_at is None:
            self._closing_at = self._loop.time()
            self._watcher(False)

    def _ping(self) -> None:
        """Ask for a sign of life, unless more already waits than the peer takes."""
        if not self.paused:
            self._ws.send_ping()

    def _is_stuck(self, now: float) -> bool:
        if self._paused_at is None:
            return False
        stuck = now - self._paused_at > self._limits.stuck_after
        return stuck or self.buffered() > self._limits.buffer_bytes


def linger_not(transport: asyncio.Transport) -> None:
    """Have the kernel forget what was written when this transport is aborted."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            return  # the peer was quicker


def _unwatched(_writable: bool) -> None:
    return None
