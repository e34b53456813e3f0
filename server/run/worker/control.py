"""What the front and the nursery say to each other, over a pair of sockets: messages of one size.

A new job comes with open files: its description, the report pipe, and its folder when there is one.
A description never passes through the nursery's own hands: the child reads it.
"""

from __future__ import annotations

import os
import socket
import struct
from typing import Final, Literal, NamedTuple

__all__ = ["SIZE", "Message", "receive", "send", "take"]

Kind = Literal["job", "kill", "ready", "began", "ended"]
Why = Literal["", "asked", "memory", "time"]
KINDS: Final[tuple[Kind, ...]] = ("job", "kill", "ready", "began", "ended")
WHYS: Final[tuple[Why, ...]] = ("", "asked", "memory", "time")
SHAPE: Final = struct.Struct("<BBIqqd")
SIZE: Final = SHAPE.size
MOST_FILES: Final = 8


class Message(NamedTuple):
    """One message.

    ``job``: ``first`` is the most memory in bytes, ``seconds`` the most time. ``ready``: ``first``
    is the number of threads. ``began``: ``first`` is the process id. ``ended``: ``first`` is the
    wait status, ``second`` the most bytes it held, ``why`` says who ended it if it did not itself.
    """

    kind: Kind
    id: int = 0
    first: int = 0
    second: int = 0
    seconds: float = 0.0
    why: Why = ""


def send(channel: socket.socket, message: Message, files: tuple[int, ...] = ()) -> None:
    """Send a message with open files. Messages are few and small: this does not wait."""
    kind, id_, first, second, seconds, why = message
    data = SHAPE.pack(KINDS.index(kind), WHYS.index(why), id_, first, second, seconds)
    if files:
        socket.send_fds(channel, [data], list(files))
    else:
        channel.sendall(data)


def take(data: bytes) -> Message:
    """Read a message."""
    kind, why, id_, first, second, seconds = SHAPE.unpack(data)
    return Message(KINDS[kind], id_, first, second, seconds, WHYS[why])


def receive(channel: socket.socket) -> tuple[Message, list[int]] | None:
    """Wait for the next message with its files; None when the other side is gone."""
    data, files, _, _ = socket.recv_fds(channel, SIZE, MOST_FILES)
    while data and len(data) < SIZE:
        piece = channel.recv(SIZE - len(data))
        data = data + piece if piece else b""
    if not data:
        for handle in files:
            os.close(handle)
        return None
    return take(data), list(files)
