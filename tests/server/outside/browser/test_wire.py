"""Messages on pipes: answers to who asked, events to who listens."""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any

import pytest

from server.outside.browser.errors import BrowserError
from server.outside.browser.wire import Wire


class Far:
    """The browser's end of the pipes."""

    def __init__(self) -> None:
        self.read, ours = os.pipe()
        theirs, self.write = os.pipe()
        self.ours = (theirs, ours)

    def heard(self) -> dict[str, Any]:
        first: dict[str, Any] = json.loads(os.read(self.read, 65536).split(b"\0")[0])
        return first

    def say(self, *messages: dict[str, Any]) -> None:
        data = b"".join(json.dumps(message).encode() + b"\0" for message in messages)
        os.write(self.write, data)


async def test_answers_find_who_asked_in_any_order() -> None:
    far = Far()
    wire = await Wire.open(*far.ours)
    asked = [asyncio.create_task(wire.call(name)) for name in ("A.a", "B.b")]
    await asyncio.sleep(0)
    assert far.heard()["method"] == "A.a"
    far.say({"id": 2, "result": {"b": 1}}, {"id": 1, "result": {"a": 1}})
    assert [await task for task in asked] == [{"a": 1}, {"b": 1}]
    wire.close()


async def test_a_refusal_and_a_hang_up_are_errors() -> None:
    far = Far()
    wire = await Wire.open(*far.ours)
    refused, cut = (asyncio.create_task(wire.call(name)) for name in ("A.a", "B.b"))
    await asyncio.sleep(0)
    far.say({"id": 1, "error": {"message": "not here"}})
    with pytest.raises(BrowserError, match="not here"):
        await refused
    os.close(far.write)
    with pytest.raises(BrowserError):
        await cut
    assert wire.closed
    with pytest.raises(BrowserError):
        await wire.call("C.c")


async def test_events_go_to_who_listens_to_their_session() -> None:
    far = Far()
    wire = await Wire.open(*far.ours)
    heard: list[str] = []
    wire.listen("s", lambda event, _: heard.append(event))
    asking = asyncio.create_task(wire.call("A.a", session="s"))
    await asyncio.sleep(0)
    assert far.heard()["sessionId"] == "s"
    events: list[dict[str, Any]] = [
        {"method": f"E.{s}", "params": {}, "sessionId": s} for s in ("s", "other")
    ]
    far.say(*events, {"id": 1, "result": {}})
    await asking
    assert heard == ["E.s"]
    wire.close()
