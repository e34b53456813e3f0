"""Structured logs: one line an event, with the connection or request it belongs to.

Never logged: tokens, links, names of visitors, what a form or a message says.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import Any

import structlog

Logger = structlog.typing.FilteringBoundLogger


class _StandardError:
    """Writes to standard error as it is at that moment; one that is gone stops nobody's work."""

    def msg(self, message: str) -> None:
        """Write a line."""
        with contextlib.suppress(ValueError, OSError):
            print(message, file=sys.stderr, flush=True)

    log = debug = info = warn = warning = error = critical = fatal = exception = msg


def configure(form: str, level: str) -> None:
    """Set how log lines are written, once, at start: ``text`` or ``json``, to standard error."""
    number = logging.getLevelNamesMapping()[level.upper()]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        # Plain, as the handsome ones show local variables, and with them secrets.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *([structlog.processors.format_exc_info] if form == "json" else []),
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=lambda *_: _StandardError(),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr)
    # It writes a traceback for every malformed request, which anybody can send in any number.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    for handler in logging.getLogger().handlers:
        handler.setLevel(logging.WARNING)  # bm25s tells of every index that it builds


def logger(room: str) -> Logger:
    """The logger of one room of the house."""
    bound: Logger = structlog.get_logger(room=room)
    return bound
