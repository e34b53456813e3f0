"""One live socket: what RFC 6455 asks of each frame that comes, and where it goes.

picows parses and unmasks frames and refuses unknown opcodes, unmasked or oversized frames and
fragmented control frames. Checked here, because it is left to the caller: reserved bits, the order
of fragments and their total size, text, close codes, pings, and how fast frames come.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Protocol

from picows import WSFrame, WSMsgType, WSTransport

from server.net.live_border import LiveGate
from server.net.live_limits import LiveLimits
from server.net.live_parts import Parts
from server.net.live_upgrade import UpgradeInfo
from server.net.live_watch import Verdict, Watch
from server.net.live_writer import LiveWriter
from server.wire.codes import CODES, CodeName
from server.wire.packed import POSE_FRAME

BINARY, CONTINUATION = WSMsgType.BINARY, WSMsgType.CONTINUATION
PING, PONG, CLOSE = WSMsgType.PING, WSMsgType.PONG, WSMsgType.CLOSE


Put = Callable[[bytes], bool]


class PoseTable(Protocol):
    """Where poses go: ``avatars.presence.PresenceTable``."""

    def writer(self, slot: int) -> Put:
        """Return what takes this slot's pose frames; it raises ValueError once the slot is left."""


class Connection(LiveWriter):
    """A live socket after its handshake.

    Set ``slot`` and then ``table`` to have poses written straight into a hall's table; set
    ``table`` to None to stop.
    """

    __slots__ = (
        "_credit",
        "_gate",
        "_parts",
        "_peer_closed",
        "_put",
        "_request",
        "_table",
        "_watch",
        "address",
        "id",
        "slot",
    )

    def __init__(
        self, request: UpgradeInfo, gate: LiveGate[Connection], limits: LiveLimits
    ) -> None:
        super().__init__(limits)
        self.id = request.id
        self.address = request.address
        self.slot = -1
        self._request = request
        self._gate = gate
        self._table: PoseTable | None = None
        self._put: Put = _ignore
        self._parts: Parts | None = None
        self._peer_closed = False

    @property
    def last_heard(self) -> float:
        """When the peer was last heard, on the loop's clock, as far as a sweep has noticed."""
        return self._watch.last_heard

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
        self._begin(transport)
        self._watch = Watch(self._limits, self._loop.time())
        self._credit = self._watch.credit_before
        self._gate.opened(self, self._request)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """End: the transport is gone."""
        self.why = self.why or ("closed" if self._peer_closed else "lost")
        self._gone = True
        self._watcher(False)
        self.table = None
        self._gate.closed(self, clean=self._peer_closed)

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
            self._take_part(frame, kind is CONTINUATION)
        elif kind is PING:
            self._ws.send_pong(frame.get_payload_as_bytes())
        elif kind is CLOSE:
            self._take_close(frame)
        elif kind is not PONG:
            self._fail("text_refused", "text frames are not accepted")

    def _may_go_on(self) -> bool:
        """Wake a peer that was silent; end one that floods."""
        if self._watch.silent:
            self._credit = self._watch.wake()
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
        parts = parts or Parts(self._limits.message_bytes)
        if not parts.add(frame.get_payload_as_bytes()):
            self._fail("message_too_large", "the message is too large")
            return
        self._parts = None if frame.fin else parts
        if frame.fin:
            self._deliver_whole(parts.whole())

    def _deliver_whole(self, payload: bytes) -> None:
        if payload[:1] != bytes((POSE_FRAME,)):
            self._deliver(payload)
        elif not self._put(payload):
            self._gate.fault(self, "pose_invalid")

    def _deliver(self, payload: bytes) -> None:
        if self._watch.may_say():
            self._gate.message(self, payload)
        else:
            self._fail("too_fast", "too many messages")

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
        if frame.msg_type is CLOSE:
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

    def _begin_closing(self) -> None:
        super()._begin_closing()
        self._credit = min(self._credit, 0)
        self._parts = None
        self.table = None

    # --- time --------------------------------------------------------------------------------

    def sweep(self, now: float, elapsed: float) -> int:
        """Look at this connection once in a while; return how many frames came since."""
        if self._closing_at is not None:
            if now - self._closing_at > self._limits.close_within:
                self.abort("close_unanswered")
            return 0
        frames = self._watch.credit_before - self._credit
        self._credit, verdict = self._watch.look(now, elapsed, self._credit)
        if self._is_stuck(now):
            self.abort("too_slow")
        elif verdict is Verdict.CUT:
            self.abort("silent_too_long")
        elif verdict is not Verdict.FINE:
            if verdict is Verdict.HIDE:
                self._gate.silent(self)
            self._ping()
        return max(frames, 0)


def is_close_code(code: int) -> bool:
    """Whether a peer may send this code in a close frame (RFC 6455 section 7.4)."""
    return 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999


def _ignore(_frame: bytes) -> bool:
    return True
