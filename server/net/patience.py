"""How long the pages wait for a peer: aiohttp's protocol, with an end to unread answers.

aiohttp itself ends a connection that is idle, or that takes too long over the head of a later
request (``keepalive_timeout``); the head of the first has its deadline in ``front.py``, bodies have
theirs in ``reading.py``. Nothing in aiohttp ends an answer that nobody reads.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any, Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from server.errors import RequestError, problem
from server.log import logger
from server.net.live_writer import linger_not
from server.run.secrets import short_id

log = logger("net")
KEEP_ALIVE_SECONDS: Final = 30.0
UNREAD_SECONDS: Final = 60.0
"""How long an answer may lie in a full buffer without any of it being read."""
LIMITS: Final[dict[str, Any]] = {
    "access_log": None,
    "auto_decompress": False,  # a small body can become a huge one
    "keepalive_timeout": KEEP_ALIVE_SECONDS,
    "max_line_size": 8190,
    "max_field_size": 8190,
}


class PatientHandler(RequestHandler):
    """One connection to the pages."""

    __slots__ = ("_unread", "_unread_seconds")

    def __init__(self, server: web.Server, unread_seconds: float) -> None:
        super().__init__(server, loop=asyncio.get_running_loop(), **LIMITS)
        self._unread: asyncio.TimerHandle | None = None
        self._unread_seconds = unread_seconds

    def pause_writing(self) -> None:
        """The peer does not read as fast as it is sent to: its patience is measured from now."""
        super().pause_writing()
        self._stop_waiting()
        self._unread = self._loop.call_later(self._unread_seconds, self._give_up)

    def resume_writing(self) -> None:
        """It reads."""
        super().resume_writing()
        self._stop_waiting()

    def connection_lost(self, exc: BaseException | None) -> None:
        """It is gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """What could not be read as a request, or went wrong outside every handler.

        aiohttp would repeat what was sent, and log a traceback of it.
        """
        if isinstance(exc, ConnectionError) or request.writer.output_size > 0:
            raise ConnectionError("nobody is there, or the answer has begun already")
        request_id = short_id()
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            log.error("request_failed", request_id=request_id, exc_info=exc)
        code = "bad_request" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal"
        told = problem(RequestError(code), "zh-CN")
        answer = web.json_response(told.body(request_id), status=told.status)
        answer.headers["Server"] = "lingjing"
        answer.force_close()
        return answer

    def _stop_waiting(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _give_up(self) -> None:
        if self.transport is not None:
            transport = self.transport
            linger_not(transport)
            transport.abort()
