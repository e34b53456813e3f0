"""Connections to a PostgreSQL server, each of them durable; the one that writes holds the lock.

The lock lies on the very connection that writes: whoever loses the one has lost the other, so
nothing is ever written without it.
"""

from __future__ import annotations

from typing import Any, Final, Literal
from urllib.parse import urlsplit

import asyncpg  # type: ignore[import-untyped]

from server.store.errors import AwayError

LOCK: Final = 0x4C4A5041
"""The advisory lock of a park, which PostgreSQL keeps a database apart (the embedded file's id)."""
CONNECT_SECONDS: Final = 10.0
COMMAND_SECONDS: Final = 60.0
LOCK_PATIENCE: Final = "2s"
"""How long a connection that has died may take to let go."""
_SETTINGS: Final = {
    "application_name": "lingjing",
    "lock_timeout": LOCK_PATIENCE,
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
"""Of every connection. A server that lost us shall notice soon, and free the lock."""
_DURABLE: Final = """
SELECT set_config('synchronous_commit',
  CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END,
  false)
"""
"""What is acknowledged is on the disk, whatever the server's own default says."""


def shown(url: str) -> str:
    """An address without its secrets."""
    parts = urlsplit(url)
    where = parts.netloc.rpartition("@")[2]
    return f"{where or 'localhost'}{parts.path}"


async def connect(url: str, mode: Literal["write", "read"]) -> Any:
    """A connection. Raises AwayError ``archive_failed``, or ``archive_locked`` for writing."""
    settings = _SETTINGS | ({} if mode == "write" else {"default_transaction_read_only": "on"})
    try:
        opened = await asyncpg.connect(
            url, timeout=CONNECT_SECONDS, command_timeout=COMMAND_SECONDS, server_settings=settings
        )
        try:
            await _prepare(opened, mode)
        except BaseException:
            opened.terminate()
            raise
    except asyncpg.LockNotAvailableError as error:
        raise AwayError("archive_locked", f"{shown(url)} is in use by another server") from error
    except (OSError, TimeoutError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as e:
        raise AwayError("archive_failed", f"{shown(url)} cannot be reached: {_said(e)}") from e
    return opened


async def _prepare(opened: Any, mode: Literal["write", "read"]) -> None:
    await opened.execute(_DURABLE)
    if mode == "write":
        await opened.execute(f"SELECT pg_advisory_lock({LOCK})")


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
