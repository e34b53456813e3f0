"""Talks to any service of the OpenAI protocol; the one importer of ``openai``.

Nothing of the process's environment reaches the wire: no key, organisation, header or proxy that
somebody set for another program. Redirects are not followed. What is sent besides the body is the
key of the settings and our own name. Closing a stream closes its socket, so the service stops
working for nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from server.outside.openai_endpoint import (
    Delta,
    Endpoint,
    Json,
    NoAnswerError,
    Patience,
    Text,
    ToolCall,
    Used,
)
from server.version import VERSION

if TYPE_CHECKING:
    import openai

T = TypeVar("T")
NO_KEY: Final = "none"
"""The library wants some key; without one of the settings no ``Authorization`` is sent."""
SENT: Final = frozenset(
    {"host", "accept", "content-type", "content-length", "transfer-encoding", "connection"}
)
"""Headers of the library that go out; all others stay here."""
LARGEST: Final = 16 * 2**20
"""Bytes of any answer, whatever it says of its length."""
LONGEST: Final = 16_000
"""Characters of an answer; a model that goes on is cut off."""
MOST_CALLS: Final = 8
LARGEST_SOUND: Final = 4 * 2**20
"""Bytes of one clause's sound."""
WAITS: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Statuses after which the same may go well a moment later."""


def _library() -> Any:
    """The library, which takes a third of a second to load: only where it is used."""
    import openai

    return openai


class OpenAiClient:
    """One service, with its connections. ``close`` ends them."""

    def __init__(self, endpoint: Endpoint, patience: Patience | None = None) -> None:
        self.endpoint = endpoint
        self.patience = patience or Patience()
        self._made: openai.AsyncOpenAI | None = None
        self._making = asyncio.Lock()
        self._is_plain = False

    async def _client(self) -> openai.AsyncOpenAI:
        async with self._making:
            if self._made is None:
                # Loading it and the certificates of authorities takes a third of a second.
                self._made = await asyncio.to_thread(lambda: self._make(_library()))
            return self._made

    def _make(self, library: Any) -> openai.AsyncOpenAI:
        patience = self.patience
        wire = library.DefaultAsyncHttpxClient(
            trust_env=False,
            follow_redirects=False,
            timeout=library.Timeout(patience.whole, connect=patience.connect),
            event_hooks={"request": [self._bare], "response": [_bound]},
        )
        made: openai.AsyncOpenAI = library.AsyncOpenAI(
            base_url=self.endpoint.url,
            api_key=self.endpoint.key or NO_KEY,
            admin_api_key="",
            organization="",
            project="",
            max_retries=0,
            http_client=wire,
        )
        return made

    async def _bare(self, request: Any) -> None:
        """Leave of a request's headers what must be, and put ours there."""
        for name in [name for name in request.headers if name.lower() not in SENT]:
            del request.headers[name]
        request.headers["User-Agent"] = f"Lingjing/{VERSION}"
        request.headers["Accept-Encoding"] = "identity"
        if self.endpoint.key:
            request.headers["Authorization"] = f"Bearer {self.endpoint.key}"

    async def close(self) -> None:
        """Close every connection; a later request opens new ones."""
        made, self._made = self._made, None
        if made is not None:
            await made.close()

    # --- chat ---------------------------------------------------------------------------------

    async def chat(
        self, messages: Sequence[Json], tools: Sequence[Json] = (), most_tokens: int = 800
    ) -> AsyncGenerator[Delta, None]:
        """Stream an answer: text as it comes, then calls of tools, then what it took.

        Raises NoAnswerError; before the first piece it has tried again as patience allows.
        """
        asked: Json = {"messages": list(messages)}
        if tools:
            asked["tools"] = list(tools)
        end = self._end()
        stream = await self._tried(lambda: self._open({**asked, **self._finer(most_tokens)}), end)
        deltas = _deltas(stream, messages)
        try:
            while (delta := await self._next(deltas, end)) is not None:
                yield delta
        finally:
            await _close(deltas, stream)

    def _end(self) -> float:
        """When patience ends, by the loop's clock."""
        return asyncio.get_running_loop().time() + self.patience.whole

    def _finer(self, most_tokens: int) -> Json:
        """What may be left out where a service does not know it."""
        if self._is_plain:
            return {}
        counts = {"include_usage": True}
        return {"max_tokens": most_tokens, "temperature": 0.2, "stream_options": counts}

    async def _open(self, asked: Json) -> Any:
        client = await self._client()
        options: Any = asked
        async with asyncio.timeout(self.patience.first):
            return await client.chat.completions.create(
                model=self.endpoint.model, stream=True, **options
            )

    async def _next(self, deltas: AsyncIterator[Delta], end: float) -> Delta | None:
        left = end - asyncio.get_running_loop().time()
        try:
            # Never around a yield: it would call off whatever its reader does meanwhile.
            async with asyncio.timeout(min(self.patience.between, left)):
                return await anext(deltas, None)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's bytes lead to
            raise _told(error) from None

    # --- the rest -----------------------------------------------------------------------------

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each text, in order. Raises NoAnswerError."""

        async def once() -> list[list[float]]:
            client = await self._client()
            answer = await client.embeddings.create(
                model=self.endpoint.model, input=list(texts), encoding_format="float"
            )
            rows = sorted(answer.data, key=lambda row: row.index)
            if len(rows) != len(texts):
                raise NoAnswerError("broken", "a vector is missing")
            return [list(row.embedding) for row in rows]

        return await self._whole(once)

    async def speech(self, text: str, voice: str, kind: str) -> tuple[bytes, str]:
        """The sound of a text, and its media type as the service names it. Raises NoAnswerError."""

        async def once() -> tuple[bytes, str]:
            client = await self._client()
            form: Any = kind
            asked = client.audio.speech.with_streaming_response.create(
                model=self.endpoint.model, input=text, voice=voice, response_format=form
            )
            sound = bytearray()
            async with asked as answer:
                async for piece in answer.iter_bytes(65_536):
                    sound += piece
                    if len(sound) > LARGEST_SOUND:
                        raise NoAnswerError("broken", "too long a sound")
                return bytes(sound), str(answer.headers.get("content-type", "")).split(";")[0]

        return await self._whole(once)

    async def hear(self, sound: bytes, name: str, kind: str, lang: str) -> str:
        """The words of a recording. Raises NoAnswerError."""

        async def once() -> str:
            client = await self._client()
            options: Any = {"language": lang} if lang else {}
            answer = await client.audio.transcriptions.create(
                model=self.endpoint.model, file=(name, sound, kind), **options
            )
            return str(getattr(answer, "text", "") or "")[:2_000]

        return await self._whole(once)

    async def _whole(self, once: Callable[[], Awaitable[T]]) -> T:
        async def bounded() -> T:
            async with asyncio.timeout(self.patience.first):
                return await once()

        return await self._tried(bounded, self._end())

    async def _tried(self, once: Callable[[], Awaitable[T]], end: float) -> T:
        """Try, and again after a growing pause where that may help."""
        pause = self.patience.pause
        for left in reversed(range(self.patience.tries)):
            try:
                return await once()
            except Exception as error:  # noqa: BLE001 - whatever a stranger's bytes lead to
                told = _told(error)
                odd = told.code == "refused" and told.detail in ("400", "422")
                if odd and left and not self._is_plain:
                    self._is_plain = True  # perhaps it does not know all that we ask for
                    continue
                wait = max(told.wait, pause)
                late = asyncio.get_running_loop().time() + wait > end
                if not left or not told.may_pass or wait > self.patience.longest_pause or late:
                    raise told from None
            await asyncio.sleep(wait)
            pause *= 2
        raise NoAnswerError("unreached")


async def _bound(response: Any) -> None:
    """Read no more of an answer than memory has room for; the library reads what comes."""
    raw = response.aiter_raw

    async def bounded(chunk_size: int | None = None) -> AsyncIterator[bytes]:
        read = 0
        async with contextlib.aclosing(raw(chunk_size)) as pieces:
            async for piece in pieces:
                read += len(piece)
                if read > LARGEST:
                    raise NoAnswerError("broken", "too long an answer")
                yield piece

    response.aiter_raw = bounded


async def _close(deltas: Any, stream: Any) -> None:
    """Close a stream and its socket, whatever state it is in."""
    with contextlib.suppress(Exception):
        await stream.close()
    with contextlib.suppress(Exception):
        await deltas.aclose()


async def _deltas(stream: Any, messages: Sequence[Json]) -> AsyncIterator[Delta]:
    """What a stream says; raises NoAnswerError ``cut`` when it ends before its end."""
    length, ended = 0, False
    calls: dict[int, list[str]] = {}
    used: Used | None = None
    async for chunk in stream:
        usage = getattr(chunk, "usage", None)
        if usage is not None:
            used = Used(int(usage.prompt_tokens or 0), int(usage.completion_tokens or 0))
        for choice in (getattr(chunk, "choices", None) or [])[:1]:
            delta = getattr(choice, "delta", None)
            text = getattr(delta, "content", None)
            if isinstance(text, str) and text:
                # One piece may hold all; and half of a pair of surrogates is no text.
                text = text[: LONGEST + 1 - length].encode(errors="replace").decode()
                length += len(text)
                yield Text(text)
            for call in getattr(delta, "tool_calls", None) or []:
                _gather(calls, call)
            ended = ended or bool(getattr(choice, "finish_reason", None))
        if length > LONGEST:
            ended = True
            break
    if not ended:
        raise NoAnswerError("cut")
    for id, name, arguments in calls.values():
        yield ToolCall(id, name, arguments)
    yield used or Used(_estimate(messages), length // 2, estimated=True)


def _gather(calls: dict[int, list[str]], call: Any) -> None:
    """Put a piece of a tool's call to the others of its index."""
    if call.index not in calls and len(calls) >= MOST_CALLS:
        return
    found = calls.setdefault(call.index or 0, [f"call_{call.index or 0}", "", ""])
    found[0] = call.id or found[0]
    function = call.function
    if function is not None:
        found[1] = found[1] or function.name or ""
        found[2] = (found[2] + (function.arguments or ""))[:8_000]


def _estimate(messages: Sequence[Json]) -> int:
    """Tokens of what was asked, for services that do not count: a token for two characters."""
    return sum(len(str(message.get("content") or "")) for message in messages) // 2


def _told(error: Exception) -> NoAnswerError:
    """What went wrong, without the service's words: they may repeat what was asked."""
    for one in (error, error.__cause__):
        if isinstance(one, NoAnswerError):
            return one
    library = _library()
    if isinstance(error, TimeoutError | library.APITimeoutError):
        return NoAnswerError("late")
    if isinstance(error, library.APIStatusError):
        status = int(error.status_code)
        if status in WAITS:
            return NoAnswerError("busy", str(status), wait=_wait(error.response.headers))
        return NoAnswerError("refused", str(status))
    if isinstance(error, library.APIConnectionError):
        cause = type(error.__cause__).__name__ if error.__cause__ else ""
        return NoAnswerError("cut" if "Protocol" in cause else "unreached", cause)
    if type(error).__module__.startswith(("httpx", "httpcore")):
        return NoAnswerError("cut", type(error).__name__)
    return NoAnswerError("broken", type(error).__name__)


def _wait(headers: Any) -> float:
    """The seconds of ``Retry-After``; a date is not worth waiting for."""
    try:
        return min(max(float(headers.get("retry-after", "0")), 0.0), 86_400.0)
    except ValueError:
        return 60.0
