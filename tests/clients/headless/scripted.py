"""A small park made of the contract alone: a real socket, and answers that a test can change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeVar

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from server.wire import decode_client, encode
from server.wire import messages as m

Kind = TypeVar("Kind", bound=m.ClientMessage)
Answerer = Callable[[Any], "list[m.AnyServerMessage]"]


def node(kind: str, at: tuple[float, float, float] = (0, 0, 0), **more: Any) -> dict[str, Any]:
    """A node of a scene."""
    return {
        "kind": kind,
        "name": {"zh": kind, "en": kind},
        "parent": None,
        "translation": list(at),
        "rotation": [0, 0, 0, 1],
        "scale": [1, 1, 1],
        "visible": True,
        **more,
    }


def scene() -> dict[str, Any]:
    """A hall with one of everything that a visitor meets."""
    return {
        "hall": {"id": "grounds", "name": {"zh": "园区", "en": "Grounds"}},
        "nodes": {
            "gearbox": node("exhibit", (2, 0, 2)),
            "seat-1": node("seat", (1, 0, 0), rotation=[0, 1, 0, 0]),
            "door": node("portal", (3, 0, 0), portal={"hall": "hall-1", "spawn": "spawn-main"}),
        },
    }


@dataclass
class ScriptedPark:
    """Listens on loopback. ``said`` is everything that clients said, poses as bytes."""

    said: list[m.AnyClientMessage | bytes] = field(default_factory=list)
    revision: int = 0
    answers: dict[type, Answerer] = field(default_factory=dict)
    greeting: bool = True
    closes_after_farewell: int = 1001
    sockets: list[ServerConnection] = field(default_factory=list)
    server: Server | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> ScriptedPark:
        self.server = await serve(
            self._talk, "127.0.0.1", 0, subprotocols=[Subprotocol(m.SUBPROTOCOL)]
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self.server is not None
        self.server.close()
        await self.server.wait_closed()

    @property
    def url(self) -> str:
        """The link into this park."""
        assert self.server is not None
        port = next(iter(self.server.sockets)).getsockname()[1]
        return f"http://127.0.0.1:{port}/h/grounds"

    def heard(self, kind: type[Kind]) -> list[Kind]:
        """What clients said, of one kind."""
        return [message for message in self.said if isinstance(message, kind)]

    @property
    def poses(self) -> list[bytes]:
        """The bodies of the pose frames."""
        return [message[1:] for message in self.said if isinstance(message, bytes)]

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that clients say."""
        while not condition():
            self.news.clear()
            await self.news.wait()

    async def tell(self, *messages: m.AnyServerMessage | bytes) -> None:
        """Say something to everyone."""
        for message in messages:
            data = message if isinstance(message, bytes) else encode(message)
            for socket in self.sockets:
                await socket.send(data)

    async def close(self, code: int, reason: str = "") -> None:
        """Close every connection."""
        for socket in list(self.sockets):
            await socket.close(code, reason)

    async def _talk(self, socket: ServerConnection) -> None:
        self.sockets.append(socket)
        try:
            if self.greeting:
                await socket.send(encode(m.Hello(m.VERSION, m.OLDEST, 1000.0, "c-1")))
            async for data in socket:
                assert isinstance(data, bytes)
                for answer in self._answers(data):
                    await socket.send(encode(answer))
                    if isinstance(answer, m.Bye):
                        await socket.close(self.closes_after_farewell)
        except ConnectionClosed:
            return
        finally:
            self.sockets.remove(socket)

    def _answers(self, data: bytes) -> Iterator[m.AnyServerMessage]:
        packed = data[0] < 0x10
        message = data if packed else decode_client(data)
        self.said.append(message)
        self.news.set()
        if isinstance(message, bytes):
            return
        own = self.answers.get(type(message))
        yield from own(message) if own else self._usual(message)

    def _usual(self, message: m.AnyClientMessage) -> Iterator[m.AnyServerMessage]:
        match message:
            case m.Auth(name=name):
                yield m.Ready("visitor", name or "访客")
            case m.Join(resume=resume):
                yield self.joined(message.hall, resume)
            case m.Edit(id=id, layer=layer, ops=ops):
                self.revision += 1
                yield m.Patch("grounds", self.revision, layer, ops, "")
                yield m.Done(id, self.revision)
            case m.FindPath(id=id, start=start, goal=goal):
                yield m.WalkablePath(id, [start, goal])
            case m.Need(id=id):
                yield m.Manifest(id, [m.Fetch("gearbox", 1, "ab" * 32, 10)])
            case m.Sit(id=id):
                yield m.Done(id, self.revision)
            case m.Who(ids=ids):
                here = [m.Person(id, f"p{id}", "visitor", m.Body()) for id in ids]
                yield m.People(here, len(ids))
            case m.Ping(at=at):
                yield m.Pong(at, 1000.0 + asyncio.get_running_loop().time())

    def joined(self, hall: str, resume: m.Resume | None = None) -> m.Joined:
        """The answer to a join."""
        again = resume is not None
        document = scene()
        document["hall"]["id"] = hall
        return m.Joined(
            hall=hall,
            you=1,
            ticket="ticket-1",
            epoch="0badcafe",
            revision=self.revision,
            resumed=again,
            scene=None if again else document,
            shared=None if again else {},
            patches=[] if again else None,
            position=(0.0, 0.0, 5.0),
            yaw=0.0,
            people=[m.Person(1, "me", "visitor", m.Body())],
            total=1,
            manifest=[],
            time=1000.0,
            tick=50,
        )
