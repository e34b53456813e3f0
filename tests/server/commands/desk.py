"""A server behind a unix socket that writes down what it is asked and answers as it is told."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.settings import Settings

PATIENCE = 20.0


@dataclass
class Asked:
    """One request as it came over the socket."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Desk:
    """What was asked, and the raw answers still to give; the last is given for ever."""

    data: Path
    answers: list[bytes]
    asked: list[Asked] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return Settings(data=self.data)

    def answer(self) -> bytes:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def answer(
    status: int, body: bytes | dict[str, Any] = b"", kind: str = "application/json"
) -> bytes:
    """A whole HTTP answer."""
    data = json.dumps(body).encode() if isinstance(body, dict) else body
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


@contextlib.contextmanager
def open_desk(data: Path, *answers: bytes) -> Iterator[Desk]:
    """Listen on the socket of a data folder until the test is done."""
    desk = Desk(data, list(answers))
    data.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(desk.settings.socket))
        listening.listen()
        thread = threading.Thread(target=_serve, args=(listening, desk), daemon=True)
        thread.start()
        yield desk
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(PATIENCE)


def _serve(listening: socket.socket, desk: Desk) -> None:
    while True:
        try:
            caller, _ = listening.accept()
        except OSError:
            return
        with caller, caller.makefile("rb") as lines:
            line = lines.readline().decode().strip()
            headers = dict(_fields(lines))
            length = int(headers.get("content-length", 0))
            desk.asked.append(Asked(line, headers, lines.read(length)))
            caller.sendall(desk.answer())


def _fields(lines: Any) -> Iterator[tuple[str, str]]:
    while line := lines.readline().decode().strip():
        name, _, value = line.partition(":")
        yield name.lower(), value.strip()
