"""Reaches the running server through its unix socket: HTTP/1.1, one request a call."""

from __future__ import annotations

import http.client
import json
import socket
import sys
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from server.settings import Settings

TIMEOUT = 600.0
"""Seconds; a large exhibit on a slow disk takes a while."""


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class UnreachableError(Exception):
    """No server answers on this data folder; the text says what the system said."""


class UnixConnection(http.client.HTTPConnection):
    """A connection, not open yet, to the server behind a socket in the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=TIMEOUT)
        self._path = path

    def connect(self) -> None:
        """Open it; raises OSError when nothing listens."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


def request(
    settings: Settings,
    method: str,
    path: str,
    body: bytes | dict[str, Any] | None = None,
    query: dict[str, str] | None = None,
) -> Answer:
    """One request; raises UnreachableError when nothing listens."""
    headers = {"Accept-Language": settings.language}
    data: bytes | None = None
    if isinstance(body, dict):
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    elif body is not None:
        data = body
        headers["Content-Type"] = "model/gltf-binary"
    connection = UnixConnection(settings.socket)
    try:
        connection.request(method, f"{path}?{urlencode(query)}" if query else path, data, headers)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    except (OSError, http.client.HTTPException) as error:
        raise UnreachableError(getattr(error, "strerror", None) or str(error)) from error
    finally:
        connection.close()


def ask(
    settings: Settings,
    method: str,
    path: str,
    body: bytes | dict[str, Any] | None = None,
    query: dict[str, str] | None = None,
) -> Answer | None:
    """The same for a command: what goes wrong is said on standard error, and None comes back."""
    try:
        answer = request(settings, method, path, body, query)
    except UnreachableError as error:
        print(nobody_there(settings, error), file=sys.stderr)
        return None
    if answer.status < 400:
        return answer
    _complain(answer)
    return None


def nobody_there(settings: Settings, why: object) -> str:
    """What to say when no server answers."""
    return (
        f"没有正在运行的服务（数据文件夹 {settings.data}）/ no server runs on {settings.data}: "
        f"start one with `lingjing serve` ({why})"
    )


def read_file(path: Path) -> bytes | None:
    """A file of the operator's; what goes wrong is said on standard error, and None comes back."""
    try:
        return path.read_bytes()
    except OSError as error:
        print(f"无法读取 / cannot read {path}: {error.strerror}", file=sys.stderr)
        return None


def _complain(answer: Answer) -> None:
    try:
        told = answer.json()
        print(f"{told['code']}: {told['message']}", file=sys.stderr)
        for detail in told["details"]:
            print(f"  {detail['pointer']}  {detail['code']}: {detail['message']}", file=sys.stderr)
    except (ValueError, KeyError, TypeError):
        print(f"HTTP {answer.status}", file=sys.stderr)
