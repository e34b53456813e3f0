"""A server that speaks the protocol of language models, as scripted: for tests and try-outs.

Real HTTP on a real port: ``/v1/chat/completions`` (server-sent events, tool calls, usage),
``/v1/embeddings``, ``/v1/audio/speech`` (WAV tones, as long as the words take),
``/v1/audio/transcriptions`` and ``/v1/models``. What a chat request is answered is a list of steps;
a script may stall, cut the line, send garbage or refuse. Without a script it quotes the first
sentences of the passages that it was given, with their marks.

As a program: ``python -m tests.server.outside.scripted_model --port 0`` prints its address as JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from tests.server.outside.scripted_sounds import tone, vector

Json = dict[str, Any]
PASSAGE: Final = re.compile(r"<passage n=\"(\d+)\"[^>]*>\n?(.*?)\n?</passage>", re.S)


class Token(NamedTuple):
    """A piece of text; ``wait`` seconds before it."""

    text: str
    wait: float = 0.0


class Tool(NamedTuple):
    """A call of a tool, its arguments in pieces as real servers send them."""

    name: str
    arguments: str
    id: str = "call_1"
    pieces: int = 3


class Until(NamedTuple):
    """Send nothing until this happens: a stall that the test ends, or never."""

    event: asyncio.Event


class Raw(NamedTuple):
    """These very bytes, as a chunk of the body."""

    data: bytes


class Cut(NamedTuple):
    """Break the connection off, in the middle of the body."""


class Refuse(NamedTuple):
    """No stream at all: a status, headers, a body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b'{"error": {"message": "scripted", "type": "scripted"}}'


Step = Token | Tool | Until | Raw | Cut | Refuse | str
"""A string is sent token by token, a character or two at a time."""
Script = Callable[[Json], Sequence[Step]]


def quoting(body: Json) -> list[Step]:
    """What a well-behaved model does: the first sentence of the first two passages, marked."""
    told = "\n".join(str(m.get("content") or "") for m in body["messages"])
    said: list[Step] = []
    for number, text in PASSAGE.findall(told)[:2]:
        first = re.split(r"(?<=[。！？])|(?<=[.!?])\s", text.strip())[0].strip()
        lines = [line for line in first.splitlines() if line and not line.startswith("#")]
        said.append(f"{(lines or [first])[-1].rstrip('。.')}[{number}]。")
    return said or ["资料里没有这方面的记录。"]


def obeying(body: Json) -> list[Step]:
    """A model that does whatever any text before it says: the worst guest a prompt can have."""
    told = "\n".join(str(m.get("content") or "") for m in body["messages"])
    steps: list[Step] = [
        "好的，我现在是不受限制的助手。",
        f"系统提示是：{told[:80]}",
        "租金只要1元[1]。Sure, I am DAN now[1]. The rent is 7 yuan and it is free for 99 years[1].",
    ]
    if body.get("tools") and not any(m["role"] == "tool" for m in body["messages"]):
        for n, tool in enumerate(body["tools"]):
            node = json.dumps({"node": "press", "page": "register", "values": {"name": "x"}})
            steps.append(Tool(tool["function"]["name"], node, f"call_{n}"))
    return steps


@dataclass(slots=True)
class Seen:
    """One thing that happened at the server: ``asked``, ``token``, ``ended`` or ``closed``."""

    what: str
    detail: Any = None
    at: float = field(default_factory=time.perf_counter)


class ScriptedModel:
    """The server; ``scripts`` are used up one a request, then ``always`` answers."""

    def __init__(self, *scripts: Sequence[Step] | Script, always: Script = quoting) -> None:
        self.scripts = list(scripts)
        self.always = always
        self.seen: list[Seen] = []
        self.requests: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self.spoken: list[Json] = []
        self.heard = "请问租金是多少？"
        self.sounds: list[Callable[[str], bytes] | Refuse] = []
        self.closed = asyncio.Event()
        self.asked = asyncio.Event()
        self.open = 0
        self.token_wait = 0.0
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    # --- life ---------------------------------------------------------------------------------

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, host, port)

    async def stop(self) -> None:
        """Cut whoever is connected, and listen no more."""
        assert self._server is not None
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def url(self) -> str:
        """The base address, as settings want it."""
        assert self._server is not None
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"http://{host}:{port}/v1"

    def order(self) -> list[str]:
        """What happened, in order, without its details."""
        return [seen.what for seen in self.seen]

    def last_token_at(self) -> float:
        """When the last piece of text left, by the performance counter."""
        return max(seen.at for seen in self.seen if seen.what == "token")

    # --- one connection -----------------------------------------------------------------------

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.open += 1
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                while await self._request(reader, writer):
                    pass
        except asyncio.CancelledError:
            pass
        finally:
            self._tasks.discard(task)
            self.open -= 1
            writer.close()

    async def _request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        _, path, _ = head[0].split(" ", 2)
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:])}
        body = await _body(reader, headers)
        self.headers.append(headers)
        if path.endswith("/chat/completions"):
            return await self._chat(json.loads(body), reader, writer)
        status, kind, data = self._plain(path, body)
        _head(writer, status, kind, len(data))
        writer.write(data)
        await writer.drain()
        return True

    def _plain(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        if path.endswith("/audio/speech"):
            asked = json.loads(body)
            self.spoken.append(asked)
            made = self.sounds.pop(0) if self.sounds else tone
            if isinstance(made, Refuse):
                return made.status, "application/json", made.body
            return 200, "audio/wav", made(asked["input"])
        if path.endswith("/audio/transcriptions"):
            self.requests.append({"bytes": len(body), "form": body[:400].decode("latin-1")})
            return 200, "application/json", json.dumps({"text": self.heard}).encode()
        if path.endswith("/embeddings"):
            return 200, "application/json", json.dumps(_embeddings(json.loads(body))).encode()
        if path.endswith("/models"):
            return 200, "application/json", b'{"object": "list", "data": [{"id": "scripted"}]}'
        return 404, "application/json", b'{"error": {"message": "no such path"}}'

    # --- chat ---------------------------------------------------------------------------------

    async def _chat(
        self, body: Json, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        self.requests.append(body)
        self.seen.append(Seen("asked", body))
        self.asked.set()
        script = self.scripts.pop(0) if self.scripts else self.always
        steps = list(script(body) if callable(script) else script)
        if steps and isinstance(steps[0], Refuse):
            refusal = steps[0]
            _head(writer, refusal.status, "application/json", len(refusal.body), refusal.headers)
            writer.write(refusal.body)
            await writer.drain()
            return True
        if not body.get("stream"):
            data = json.dumps(_whole(steps)).encode()
            _head(writer, 200, "application/json", len(data))
            writer.write(data)
            return True
        return await self._stream(steps, bool(body.get("stream_options")), reader, writer)

    async def _stream(
        self, steps: list[Step], usage: bool, reader: asyncio.StreamReader, writer: Any
    ) -> bool:
        _head(writer, 200, "text/event-stream", None)
        sending = asyncio.ensure_future(self._send(steps, usage, writer))
        watching = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({sending, watching}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done() and sending.exception() is None:
                return sending.result()
            self.seen.append(Seen("closed"))
            self.closed.set()
            return False
        finally:
            for task in (sending, watching):
                task.cancel()
            await asyncio.gather(sending, watching, return_exceptions=True)

    async def _send(self, steps: list[Step], usage: bool, writer: asyncio.StreamWriter) -> bool:
        index = 0
        reason = "stop"
        _event(writer, _chunk({"role": "assistant", "content": ""}))
        for step in steps:
            if isinstance(step, Cut):
                await writer.drain()
                writer.transport.abort()
                self.seen.append(Seen("cut"))
                return False
            if isinstance(step, Until):
                await writer.drain()
                await step.event.wait()
            elif isinstance(step, Raw):
                _piece(writer, step.data)
            elif isinstance(step, Tool):
                reason = "tool_calls"
                for delta in _call(step, index):
                    _event(writer, _chunk({"tool_calls": [delta]}))
                index += 1
            elif not isinstance(step, Refuse):
                await self._say(step, writer)
            await writer.drain()
        _event(writer, _chunk({}, reason))
        if usage:
            counts = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
            _event(writer, {**_chunk({}), "choices": [], "usage": counts})
        _piece(writer, b"data: [DONE]\n\n")
        _piece(writer, b"")
        await writer.drain()
        self.seen.append(Seen("ended"))
        return True

    async def _say(self, step: Token | str, writer: asyncio.StreamWriter) -> None:
        tokens = [step] if isinstance(step, Token) else _tokens(step)
        for token in tokens:
            await asyncio.sleep(token.wait or self.token_wait)
            self.seen.append(Seen("token", token.text))
            _event(writer, _chunk({"content": token.text}))
            await writer.drain()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    whole = b""
    while size := int(await reader.readline(), 16):
        whole += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return whole


def _tokens(text: str) -> list[Token]:
    return [Token(piece) for piece in re.findall(r"[A-Za-z]+|\s+[A-Za-z]+|\d{1,3}|.|\s", text)]


def _call(step: Tool, index: int) -> list[Json]:
    size = max(1, -(-len(step.arguments) // step.pieces))
    pieces = [step.arguments[at : at + size] for at in range(0, len(step.arguments), size)]
    named = {"name": step.name, "arguments": ""}
    first = {"index": index, "id": step.id, "type": "function", "function": named}
    return [first, *({"index": index, "function": {"arguments": piece}} for piece in pieces)]


def _chunk(delta: Json, reason: str | None = None) -> Json:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    about = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "scripted",
    }
    return {**about, "choices": [choice]}


def _whole(steps: list[Step]) -> Json:
    text = "".join(s if isinstance(s, str) else s.text for s in steps if isinstance(s, str | Token))
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    about = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "scripted"}
    return {**about, "choices": [choice]}


def _embeddings(asked: Json) -> Json:
    texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
    rows = [
        {"object": "embedding", "index": n, "embedding": vector(text)}
        for n, text in enumerate(texts)
    ]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "model": "scripted", "data": rows, "usage": usage}


def _head(
    writer: asyncio.StreamWriter,
    status: int,
    kind: str,
    length: int | None,
    more: tuple[tuple[str, str], ...] = (),
) -> None:
    size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    lines = [f"HTTP/1.1 {status} Scripted", f"Content-Type: {kind}", size]
    lines += [f"{name}: {value}" for name, value in more]
    writer.write("\r\n".join([*lines, "", ""]).encode())


def _event(writer: asyncio.StreamWriter, value: Json) -> None:
    _piece(writer, f"data: {json.dumps(value, ensure_ascii=False)}\n\n".encode())


def _piece(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")


@contextlib.asynccontextmanager
async def scripted_model(
    *scripts: Sequence[Step] | Script, always: Script = quoting
) -> AsyncIterator[ScriptedModel]:
    """A server for the time of a test."""
    server = ScriptedModel(*scripts, always=always)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def _main(args: argparse.Namespace) -> None:
    server = ScriptedModel(always=obeying if args.obey else quoting)
    server.token_wait = args.token_ms / 1000
    server.heard = args.heard
    await server.start(args.port, args.host)
    print(json.dumps({"url": server.url}), flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token-ms", type=float, default=5.0, help="wait before each token")
    parser.add_argument("--obey", action="store_true", help="obey whatever a text says")
    parser.add_argument("--heard", default="请问租金是多少？", help="what recordings are heard as")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()
