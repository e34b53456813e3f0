"""The live socket's door: shakes hands, makes connections, and looks after all of them."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any, cast

from picows import WSUpgradeRequest, WSUpgradeResponse, WSUpgradeResponseWithListener
from picows.picows import WSProtocol  # type: ignore[attr-defined]

from server.log import logger
from server.net.live_border import LiveGate
from server.net.live_connection import Connection
from server.net.live_limits import LiveLimits
from server.net.live_upgrade import Headers, Refusal, UpgradeInfo, check_upgrade
from server.net.pace import Pace
from server.run.memory import keep_heap
from server.wire.codes import CodeName
from server.wire.messages import SUBPROTOCOL

log = logger("live")

__all__ = ["Connection", "LiveDoor", "LiveGate", "LiveLimits", "Refusal", "UpgradeInfo"]

REFUSED = 403
Render = Callable[[Refusal, UpgradeInfo], bytes]


class LiveDoor:
    """Makes a protocol for each connection that asks for the live socket."""

    def __init__(
        self,
        gate: LiveGate[Connection],
        new_id: Callable[[], str],
        limits: LiveLimits | None = None,
        render: Render | None = None,
    ) -> None:
        """Stand in front of ``gate``; ``render`` turns a refusal into the body of its answer."""
        self.ended: Counter[str] = Counter()
        """How many connections ended, by reason."""
        self._gate = gate
        self._new_id = new_id
        self._limits = limits or LiveLimits()
        self._render = render or _plain
        self._open: dict[str, Connection] = {}
        self._pace = Pace(self._limits.nap)
        self._sweeper: asyncio.TimerHandle | None = None
        self._swept = 0.0

    def __len__(self) -> int:
        return len(self._open)

    @property
    def napping(self) -> bool:
        """Whether so much comes in that reads are gathered (see server/net/pace.py)."""
        return self._pace.napping

    def start(self) -> None:
        """Begin to look after connections, on the running loop."""
        keep_heap()
        loop = asyncio.get_running_loop()
        self._swept = loop.time()
        self._sweeper = loop.call_later(self._limits.sweep_every, self._sweep, loop)

    def stop(self, code: int = 1001, reason: str = "server_stopping") -> None:
        """Say goodbye to everybody; those who do not answer are cut by :meth:`cut`."""
        for connection in list(self._open.values()):
            connection.close(code, reason)

    def cut(self) -> None:
        """End every connection that is still there, and stop looking after them."""
        if self._sweeper is not None:
            self._sweeper.cancel()
        self._pace.stop()
        for connection in list(self._open.values()):
            connection.abort("server_stopping")

    def protocol(self, transport: asyncio.Transport, lost: Callable[[], None]) -> WSProtocol:
        """Return the protocol that takes over ``transport``; ``lost`` is called when it is gone."""
        report = _ParserReport()
        shake_hands = partial(self._shake_hands, transport, report)
        return _protocol(shake_hands, report, self._limits, partial(self._end, report, lost))

    def _shake_hands(
        self, transport: asyncio.Transport, report: _ParserReport, request: WSUpgradeRequest
    ) -> WSUpgradeResponseWithListener:
        info = _info(self._new_id(), transport, request)
        refusal = check_upgrade(info)
        if refusal is None and (code := self._gate.refuse(info)) is not None:
            refusal = Refusal(REFUSED, code)
        if refusal is not None:
            return _refuse(refusal, self._render(refusal, info))
        # picows compares whole fields; "keep-alive, Upgrade" is what Firefox sends.
        request.headers["Connection"], request.headers["Upgrade"] = "Upgrade", "websocket"
        connection = Connection(info, self._gate, self._limits)
        self._open[info.id] = report.connection = connection
        response = WSUpgradeResponse.create_101_response({"Sec-WebSocket-Protocol": SUBPROTOCOL})
        return WSUpgradeResponseWithListener(response, connection)

    def _end(self, report: _ParserReport, lost: Callable[[], None]) -> None:
        connection = report.connection
        if connection is not None:
            self._open.pop(connection.id, None)
        self.ended[connection.why if connection is not None else "refused"] += 1
        lost()

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        self._sweeper = loop.call_later(self._limits.sweep_every, self._sweep, loop)
        elapsed, self._swept = now - self._swept, now
        frames = sum(c.sweep(now, elapsed) for c in list(self._open.values()))
        self._pace.observe(frames / max(elapsed, 1e-3))


class _ParserReport:
    """Stands where picows expects a logger: the one place where it says that a frame was broken."""

    connection: Connection | None = None

    def isEnabledFor(self, _level: int) -> bool:  # noqa: N802 - the name of logging.Logger
        """Say that nobody reads what picows would write."""
        return False

    def error(self, _words: str, *args: Any) -> None:
        code = args[0][0] if args and isinstance(args[0], tuple) else None
        if self.connection is not None:
            self.connection.parser_failed(_why(code))

    def exception(self, words: str, *_args: Any) -> None:
        log.exception(words)
        if self.connection is not None:
            self.connection.parser_failed("internal")

    def log(self, *_args: Any) -> None:
        return None

    debug = info = warning = log


def _why(code: object) -> CodeName:
    return "message_too_large" if code == 1009 else "frame_invalid"


class _LiveProtocol(WSProtocol):  # type: ignore[misc]
    """picows' protocol, which also says when a connection ends that never became a socket."""

    def __init__(self, lost: Callable[[], None], *arguments: Any) -> None:
        super().__init__(*arguments)
        self._lost = lost

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        self._lost()


def _protocol(
    factory: Callable[[WSUpgradeRequest], WSUpgradeResponseWithListener],
    logger: object,
    limits: LiveLimits,
    lost: Callable[[], None],
) -> WSProtocol:
    """Make what ``picows.ws_create_server`` makes for each connection, for one that is open."""
    host_port = path = extra_headers = None
    is_client = auto_ping = auto_pong = False
    return _LiveProtocol(
        lost,
        host_port,
        path,
        is_client,
        factory,
        logger,
        True,  # disconnect_on_exception
        limits.close_within,  # websocket_handshake_timeout
        auto_ping,
        20,  # auto_ping_idle_timeout
        20,  # auto_ping_reply_timeout
        1,  # auto_ping_strategy
        auto_pong,
        limits.message_bytes,
        extra_headers,
        2048,  # read_buffer_init_size: it grows with what comes
    )


def _info(request_id: str, transport: asyncio.Transport, request: WSUpgradeRequest) -> UpgradeInfo:
    path, _, query = request.path.decode("latin-1").partition("?")
    peer = transport.get_extra_info("peername")
    return UpgradeInfo(
        request_id,
        path,
        query,
        cast(Headers, request.headers),
        str(peer[0]) if isinstance(peer, tuple) else "",
        transport.get_extra_info("ssl_object") is not None,
    )


def _refuse(refusal: Refusal, body: bytes) -> WSUpgradeResponseWithListener:
    headers = {"Content-Type": "application/json; charset=utf-8", **refusal.headers}
    response = WSUpgradeResponse.create_error_response(HTTPStatus(refusal.status), body, headers)
    return WSUpgradeResponseWithListener(response, None)


def _plain(refusal: Refusal, request: UpgradeInfo) -> bytes:
    words = HTTPStatus(refusal.status).phrase
    return json.dumps(
        {"code": refusal.code, "message": words, "details": [], "request_id": request.id}
    ).encode()
