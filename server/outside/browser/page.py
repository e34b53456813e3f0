"""One page in a browser: answered and asked from here alone."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from server.outside.browser.errors import BrowserError, PageError
from server.outside.browser.wire import Json, Wire

ORIGIN: Final = "https://poster.invalid"
"""A name that no name server knows (RFC 2606, section 2)."""


class Answer(NamedTuple):
    """What a request of the page gets."""

    body: bytes
    kind: str


Answers = Callable[[str], Answer | None]
"""From the path of a request to its answer; None: there is no such thing."""


class Page:
    """A page in a context of its own, which leaves nothing behind."""

    def __init__(self, wire: Wire, context: str, session: str, answers: Answers) -> None:
        self._wire = wire
        self._context = context
        self._session = session
        self._answers = answers
        self._loaded = asyncio.Event()
        self._gone = ""

    @classmethod
    async def open(cls, wire: Wire, path: str, answers: Answers, size: tuple[int, int]) -> Page:
        """Open ``path`` and wait until it has loaded; raises BrowserError."""
        made = await wire.call("Target.createBrowserContext", {"disposeOnDetach": True})
        context = made["browserContextId"]
        target = await wire.call(
            "Target.createTarget",
            {"url": "about:blank", "browserContextId": context}
            | dict(zip(("width", "height"), size, strict=True)),
        )
        attached = await wire.call(
            "Target.attachToTarget", {"targetId": target["targetId"], "flatten": True}
        )
        page = cls(wire, context, attached["sessionId"], answers)
        await page._go(path)
        return page

    async def call(self, function: str, *words: Any) -> Any:
        """Call a function and wait for its promise; raises PageError when it rejects."""
        given = ", ".join(json.dumps(word) for word in words)
        told = await self._ask(
            "Runtime.evaluate",
            {"expression": f"{function}({given})", "awaitPromise": True, "returnByValue": True},
        )
        if "exceptionDetails" in told:
            thrown = told["exceptionDetails"].get("exception", {})
            raise PageError(str(thrown.get("description", "the page failed"))[:400])
        return told["result"].get("value")

    async def close(self) -> None:
        """Close it, with all that it kept."""
        self._wire.forget(self._session)
        await self._wire.call("Target.disposeBrowserContext", {"browserContextId": self._context})

    async def _go(self, path: str) -> None:
        self._wire.listen(self._session, self._hear)
        await self._ask("Page.enable")
        await self._ask("Inspector.enable")
        await self._ask("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})
        await self._ask("Page.navigate", {"url": ORIGIN + path})
        await self._loaded.wait()
        if self._gone:
            raise BrowserError(self._gone)

    async def _ask(self, method: str, params: Json | None = None) -> Json:
        return await self._wire.call(method, params, self._session)

    def _hear(self, event: str, params: Json) -> None:
        if event == "Fetch.requestPaused":
            self._answer(params["requestId"], params["request"]["url"])
        elif event == "Page.loadEventFired":
            self._loaded.set()
        elif event == "Inspector.targetCrashed":
            # A page that died never answers: whoever waits for it has to be told.
            self._gone = "the page crashed"
            self._loaded.set()
            self._wire.close()

    def _answer(self, request: str, url: str) -> None:
        asked = urlsplit(url)
        ours = f"{asked.scheme}://{asked.netloc}" == ORIGIN
        answer = self._answers(asked.path) if ours else None
        if answer is None:
            self._wire.tell(
                "Fetch.failRequest", {"requestId": request, "errorReason": "BlockedByClient"},
                self._session,
            )  # fmt: skip
            return
        body = base64.b64encode(answer.body).decode()
        headers = [{"name": "Content-Type", "value": answer.kind}]
        self._wire.tell(
            "Fetch.fulfillRequest",
            {"requestId": request, "responseCode": 200, "responseHeaders": headers, "body": body},
            self._session,
        )
