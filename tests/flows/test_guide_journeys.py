"""Journeys of those who talk with guides: two in a hall, one on a phone, with a scripted model."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tests.flows.browser import Served, journey, missing, serving
from tests.server.outside.scripted_model import ScriptedModel, Step, Tool, quoting

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")

NODE = '{"node": "robot-arm"}'


def showing(body: dict[str, Any]) -> Sequence[Step]:
    """Quotes the records; asked to, it goes to the robot, points at it and takes it apart."""
    asked = str(body["messages"][-1].get("content") or "")
    if any(message["role"] == "tool" for message in body["messages"]):
        return []
    said = quoting(body)
    if "拆开" not in asked:
        return said
    return [
        *said,
        Tool("go_to", NODE, "call_1"),
        Tool("point_at", NODE, "call_2"),
        Tool("explode_exhibit", '{"node": "robot-arm", "amount": 1}', "call_3"),
    ]


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedModel]:
    """A model, a voice and ears, over HTTP on a port of their own."""
    server, loop = ScriptedModel(always=showing), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(server.start(), loop).result()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory, model: ScriptedModel) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("MODEL", "SPEECH", "TRANSCRIBE"):
            patch.setenv(f"LINGJING_GUIDE_{name}_URL", model.url)
        for name in ("MODEL", "SPEECH_MODEL", "TRANSCRIBE_MODEL"):
            patch.setenv(f"LINGJING_GUIDE_{name}", "scripted")
        with serving(folder / "data", folder / "log") as served:
            yield served


def test_a_guide_answers_walks_points_and_is_interrupted_before_two(park: Served) -> None:
    journey("guide", park)


def test_a_phone_talks_with_a_guide(park: Served) -> None:
    journey("guide_page", park)


def test_somebody_with_a_headset_asks_by_holding_a_button(park: Served) -> None:
    journey("guide_headset", park)
