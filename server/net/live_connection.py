"""One live socket: what RFC 6455 asks of each frame, and what one peer may cost.

picows parses and unmasks frames and refuses unknown opcodes, unmasked or oversized frames and
fragmented control frames. Checked here, because it is left to the caller: reserved bits, the order
of fragments and their total size, text, close codes, pings, and how fast frames come.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

from picows import WSCloseCode, WSFrame, WSListener, WSMsgType, WSTransport

from avatars.frames import websocket_header
from server.net.live_upgrade import UpgradeInfo
from server.wire.codes import CODES, CodeName
from server.wire.limits import CLIENT_BYTES
from server.wire.packed import POSE_FRAME

BINARY, CONTINUATION = WSMsgType.BINARY, WSMsgType.CONTINUATION
PING, PONG, CLOSE = WSMsgType.PING, WSMsgType.PONG, WSMsgType.CLOSE

MOST_PARTS = 64
"""Fragments of one message; browsers send one."""

Put = Callable[[bytes], bool]


class PoseTable(Protocol):
    """Where poses go: ``avatars.presence.PresenceTable``."""

    def writer(self, slot: int) -> Put:
        """Return what takes this slot's pose frames; it raises ValueError once the slot is left."""


class LiveLimits(NamedTuple):
    """What one peer may cost, and how long it may be silent. Seconds, bytes, frames a second."""

    message_bytes: int = CLIENT_BYTES
    frames_per_second: float = 120.0
    frames_at_once: float = 360.0
    messages_per_second: float = 40.0
    messages_at_once: float = 200.0
    buffer_bytes: int = 1 << 20
    unsent_bytes: int = 1 << 16
    ping_after: float = 4.0
    silent_after: float = 10.0
    cut_after: float = 60.0
    stuck_after: float = 20.0
    close_within: float = 5.0
    sweep_every: float = 1.0
    nap: float = 0.001


class LiveGate(Protocol):
    """What stands behind the door. Every method returns at once."""

    def refuse(self, request: UpgradeInfo) -> str | None:
        """Return the error code for a peer that may not come in, before the upgrade."""

    def opened(self, connection: Connection, request: UpgradeInfo) -> None:
        """Take in a new connection."""

    def message(self, connection: Connection, payload: bytes) -> None:
        """Take a whole binary message that is no pose."""

    def fault(self, connection: Connection, code: CodeName) -> None:
        """Hear of a frame that was dropped."""

    def silent(self, connection: Connection) -> None:
        """Hear that a peer fell silent."""

    def heard(self, connection: Connection) -> None:
        """Hear that a silent peer is there again."""

    def closed(self, connection: Connection, *, clean: bool) -> None:
        """Hear that a connection is gone; ``clean`` when the peer said goodbye."""


class Connection(WSListener):  # type: ignore[misc]
    """A live socket after its handshake.

    Set ``slot`` and then ``table`` to have poses written straight into a hall's table; set
    ``table`` to None to stop. ``why`` says what ended the connection, for the metrics.
    """

    __slots__ = (
        "_closing_at",
        "_credit",
        "_ended",
        "_gate",
        "_gone",
        "_limits",
        "_loop",
        "_mark",
        "_messages",
        "_parts",
        "_parts_size",
        "_paused_at",
        "_peer_closed",
        "_pinged",
        "_put",
        "_request",
        "_set_aside",
        "_table",
        "_transport",
        "_watcher",
        "_write",
        "_ws",
        "address",
        "id",
        "last_heard",
        "paused",
        "silent",
        "slot",
        "why",
    )

    def __init__(
        self, request: UpgradeInfo, gate: LiveGate, limits: LiveLimits, ended: Callable[[], None]
    ) -> None:
        self.id = request.id
        self.address = request.address
        self.slot = -1
        self.paused = False
        self.silent = False
        self.last_heard = 0.0
        self.why = ""
        self._request = request
        self._gate = gate
        self._limits = limits
        self._ended = ended
        self._table: PoseTable | None = None
        self._put: Put = _ignore
        self._watcher: Callable[[bool], None] = _unwatched
        self._parts: list[bytes] | None = None
        self._parts_size = 0
        self._credit = self._mark = int(limits.frames_at_once)
        self._set_aside = 0
        self._messages = limits.messages_at_once
        self._paused_at: float | None = None
        self._closing_at: float | None = None
        self._pinged = False
        self._gone = False
        self._peer_closed = False

    # --- for whoever sends -----------------------------------------------------------------

    @property
    def raw_write(self) -> Callable[[bytes | memoryview], None]:
        """The transport's own ``write``, for whole frames that may be skipped.

        Ask :meth:`watch` when to use it: nothing is checked on the way.
        """
        return self._write

    def watch(self, watcher: Callable[[bool], None]) -> None:
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
        return cast(int, self._transport.get_write_buffer_size())

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

    # --- the hall's table --------------------------------------------------------------------

    @property
    def table(self) -> PoseTable | None:
        """The table that poses are written to."""
        return self._table

    @table.setter
    def table(self, table: PoseTable | None) -> None:
        self._table = table
        self._put = _ignore if table is None else table.writer(self.slot)

    # --- called by picows --------------------------------------------------------------------

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Begin."""
        self._ws = transport
        self._transport = transport.underlying_transport
        self._write = self._transport.write
        self._loop = asyncio.get_running_loop()
        self.last_heard = self._loop.time()
        self._keep_buffers_short()
        self._gate.opened(self, self._request)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """End: the transport is gone."""
        clean = self._peer_closed
        self.why = self.why or ("closed" if clean else "lost")
        self._gone = True
        self._watcher(False)
        self.table = None
        self._ended()
        self._gate.closed(self, clean=clean)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take one frame. A pose goes from here into the table without another step."""
        self._credit = credit = self._credit - 1
        if (
            credit < 0
            or frame.msg_type is not BINARY
            or not frame.fin
            or frame.rsv1
            or frame.rsv2
            or frame.rsv3
            or self._parts is not None
        ):
            self._take_other(frame)
            return
        payload = frame.get_payload_as_bytes()
        if not payload or payload[0] != POSE_FRAME:
            self._deliver(payload)
            return
        try:
            if not self._put(payload):
                self._gate.fault(self, "pose_invalid")
        except ValueError:
            self.table = None

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

    # --- frames ------------------------------------------------------------------------------

    def _take_other(self, frame: WSFrame) -> None:
        """Take a frame that is not a whole binary message, or comes at a special time."""
        if self.closing:
            self._take_while_closing(frame)
            return
        if self._credit < 0 and not self._may_go_on():
            return
        if frame.rsv1 or frame.rsv2 or frame.rsv3:
            self._fail("frame_invalid", "reserved bits are set")
            return
        kind = frame.msg_type
        if kind in (BINARY, CONTINUATION):
            self._take_part(frame, kind == CONTINUATION)
        elif kind == PING:
            self._ws.send_pong(frame.get_payload_as_bytes())
        elif kind == CLOSE:
            self._take_close(frame)
        elif kind != PONG:
            self._fail("text_refused", "text frames are not accepted")

    def _may_go_on(self) -> bool:
        """Wake a peer that was silent; end one that floods."""
        if self.silent:
            self.silent = False
            self._credit = self._set_aside
            self._gate.heard(self)
            return not self.closing
        self._transport.pause_reading()
        self.abort("too_fast")
        return False

    def _take_part(self, frame: WSFrame, continues: bool) -> None:
        parts = self._parts
        if continues != (parts is not None):
            self._fail("frame_invalid", "fragments out of order")
            return
        payload = frame.get_payload_as_bytes()
        if parts is None:
            parts, self._parts_size = [], 0
        parts.append(payload)
        self._parts_size += len(payload)
        if self._parts_size > self._limits.message_bytes or len(parts) > MOST_PARTS:
            self._fail("message_too_large", "the message is too large")
            return
        self._parts = None if frame.fin else parts
        if frame.fin:
            self._deliver_whole(b"".join(parts))

    def _deliver_whole(self, payload: bytes) -> None:
        if payload[:1] != bytes((POSE_FRAME,)):
            self._deliver(payload)
        elif not self._put(payload):
            self._gate.fault(self, "pose_invalid")

    def _deliver(self, payload: bytes) -> None:
        self._messages -= 1.0
        if self._messages < 0.0:
            self._fail("too_fast", "too many messages")
            return
        self._gate.message(self, payload)

    def _take_close(self, frame: WSFrame) -> None:
        """Answer a goodbye with the same code, then end."""
        payload = frame.get_payload_as_bytes()
        code = struct.unpack(">H", payload[:2])[0] if payload else 1000
        self._peer_closed = is_close_code(code)
        self.why = self.why or "closed"
        self._send_close(code if self._peer_closed else 1002, "")
        self._transport.close()

    def _take_while_closing(self, frame: WSFrame) -> None:
        """Read on for the peer's goodbye, and drop everything else; a flood ends at once."""
        if frame.msg_type == CLOSE:
            self._peer_closed = True
            self._transport.close()
        elif self._credit < -self._limits.frames_at_once:
            self.abort("too_fast")

    def _fail(self, code: CodeName, reason: str) -> None:
        self.close(CODES[code].close or 1008, reason)
        self.why = code

    def parser_failed(self, why: str) -> None:
        """Hear from the parser that it met a broken frame; it sends the goodbye itself."""
        self.why = self.why or why
        self._begin_closing()

    def _send_close(self, code: int, reason: str) -> None:
        self._begin_closing()
        self._ws.send_close(cast(WSCloseCode, code), reason.encode()[:120])

    def _begin_closing(self) -> None:
        if self._closing_at is None:
            self._closing_at = self._loop.time()
            self._credit = min(self._credit, 0)
            self._parts = None
            self.table = None
            self._watcher(False)

    # --- time --------------------------------------------------------------------------------

    def sweep(self, now: float, elapsed: float) -> int:
        """Look at this connection once in a while: silence, stuck readers, credit.

        Return how many frames came since the last time.
        """
        limits = self._limits
        if self._closing_at is not None:
            if now - self._closing_at > limits.close_within:
                self.abort("close_unanswered")
            return 0
        frames = self._mark - self._credit
        if frames:
            self.last_heard = now
            self._pinged = False
        self._earn(elapsed)
        if self._is_stuck(now):
            self.abort("too_slow")
            return frames
        silence = now - self.last_heard
        if silence >= limits.cut_after:
            self.abort("silent_too_long")
        elif silence >= limits.silent_after and not self.silent:
            self._fall_silent()
        elif silence >= limits.ping_after and not self._pinged:
            self._ping()
        return max(frames, 0)

    def _earn(self, elapsed: float) -> None:
        limits = self._limits
        earned = int(limits.frames_per_second * elapsed) + 1
        if not self.silent:
            self._credit = min(self._credit + earned, int(limits.frames_at_once))
        self._mark = self._credit
        self._messages = min(
            self._messages + limits.messages_per_second * elapsed, limits.messages_at_once
        )

    def _is_stuck(self, now: float) -> bool:
        if self._paused_at is None:
            return False
        stuck = now - self._paused_at > self._limits.stuck_after
        return stuck or self.buffered() > self._limits.buffer_bytes

    def _fall_silent(self) -> None:
        """Let the very next frame take the long way, where this is noticed."""
        self.silent = True
        self._set_aside, self._credit = self._credit, 0
        self._mark = 0
        self._gate.silent(self)
        self._ping()

    def _ping(self) -> None:
        self._pinged = True
        if not self.paused:
            self._ws.send_ping()

    def _keep_buffers_short(self) -> None:
        """Let stale poses wait in our hands, where they are replaced, rather than in the kernel."""
        unsent = self._limits.unsent_bytes
        self._transport.set_write_buffer_limits(high=unsent)
        sock = self._transport.get_extra_info("socket")
        if sock is not None and hasattr(socket, "TCP_NOTSENT_LOWAT"):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, unsent)


def linger_not(transport: asyncio.Transport) -> None:
    """Have the kernel forget what was written when this transport is aborted."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            return  # the peer was quicker


def is_close_code(code: int) -> bool:
    """Whether a peer may send this code in a close frame (RFC 6455 section 7.4)."""
    return 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999


def _ignore(_frame: bytes) -> bool:
    return True


def _unwatched(_writable: bool) -> None:
    return None
