"""Publishing to a hall full of people: one small message, and nobody ever sees a mixture."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from clients.headless import FetchFailed, Park, Visitor
from clients.headless.messages import Patch, ServerMessage
from server.app import Running
from tests.flows.house import operator_token, park_at
from tests.server.run.exhibits.samples import keep

VISITORS = 40
REVISIONS = 4
HALL = "gallery"
SMALL = 4096
"""Bytes that the message of a publication has at most, as JSON."""


async def standing(house: Running, folder: Path) -> tuple[Park, str, dict[int, Any]]:
    """An exhibit with some revisions of different sizes, the first in the hall: staff, node and
    the model of each revision."""
    staff = Park(house.visitor_url, token=await operator_token(house))
    models = {}
    name = None
    for number in range(1, REVISIONS + 1):
        kept = await keep(
            house.park,
            folder,
            f"s{number}",
            name,
            size=(number, number, number),
            variants=[f"v{number}", "red"],
        )
        name, models[number] = kept.exhibit, kept.model
    assert name is not None
    await staff.exhibits.publish(name, 1)
    return staff, (await staff.exhibits.place(name, HALL)).node, models


class Watcher:
    """Looks at one visitor's hall after every message, as a client that draws it would."""

    def __init__(self, visitor: Visitor, node: str, models: dict[int, Any]) -> None:
        self.visitor, self.node, self.models = visitor, node, models
        self.seen: list[int] = []
        self.mixed: list[Any] = []

    def look(self) -> int:
        """The revision that stands there; what does not belong together is noted."""
        shown = self.visitor.world.nodes[self.node]
        revision = int(shown["exhibit"]["revision"])
        if shown["model"] != self.models[revision]:
            self.mixed.append(shown)
        if not self.seen or self.seen[-1] != revision:
            self.seen.append(revision)
        return revision

    async def watch(self) -> None:
        """Until the connection ends."""
        async for _ in self.visitor.events():
            self.look()


async def test_nobody_ever_holds_a_mixture(tmp_path: Path) -> None:
    async with park_at(tmp_path / "data") as house, AsyncExitStack() as stack:
        staff, node, models = await standing(house, tmp_path)
        watchers = []
        for number in range(VISITORS):
            visitor = Visitor(house.visitor_url, name=f"v{number}")
            await stack.enter_async_context(visitor)
            await visitor.join(HALL)
            watchers.append(Watcher(visitor, node, models))
        watching = [asyncio.create_task(watcher.watch()) for watcher in watchers]

        async def publish(first: int) -> list[str]:
            """Two of staff at once, each on what it saw last; who is late looks and tries again."""
            refused = []
            for turn in range(10):
                now = await staff.exhibits.get("gearbox")
                wanted = (first + turn) % REVISIONS + 1
                try:
                    await staff.exhibits.publish("gearbox", wanted, base=now.published)
                except FetchFailed as refusal:
                    refused.append(refusal.code)
            return refused

        async def come_and_go() -> None:
            for number in range(10):
                async with Visitor(house.visitor_url, name=f"late-{number}") as late:
                    await late.join(HALL)
                    watcher = Watcher(late, node, models)
                    watcher.look()
                    assert watcher.mixed == []

        refused, other, _ = await asyncio.gather(publish(0), publish(2), come_and_go())
        assert set(refused + other) <= {"publish_stale"}
        last = (await staff.exhibits.publish("gearbox", REVISIONS)).published
        for watcher in watchers:
            await watcher.visitor.until(
                lambda world: world.nodes[node]["exhibit"]["revision"] == last
            )
            watcher.look()
        for task in watching:
            task.cancel()
        assert [watcher.mixed for watcher in watchers if watcher.mixed] == []
        assert all(len(watcher.seen) > 5 for watcher in watchers)
        assert await seen_hashes_are_served(staff, models)


async def seen_hashes_are_served(staff: Park, models: dict[int, Any]) -> bool:
    """Every level that anybody was told of is in its revision's manifest and can be fetched."""
    for number, model in models.items():
        manifest = await staff.exhibits.manifest("gearbox", number)
        told = [level["sha256"] for level in manifest["levels"]]
        assert told == [level["asset"] for level in model["levels"]]
        for sha in told:
            await Park(staff.origin).asset(sha)
    return True


async def test_a_publication_is_one_small_message(tmp_path: Path) -> None:
    async with park_at(tmp_path / "data") as house:
        staff, node, _ = await standing(house, tmp_path)
        async with Visitor(house.visitor_url, name="v") as visitor:
            await visitor.join(HALL)
            said: list[ServerMessage] = []

            async def listen() -> None:
                async for message in visitor.events():
                    said.append(message)  # noqa: PERF401 - each as it comes

            listening = asyncio.create_task(listen())
            await asyncio.sleep(0)
            before = house.park.figures.bytes_out
            await staff.exhibits.publish("gearbox", 2)
            await visitor.until(lambda world: world.nodes[node]["exhibit"]["revision"] == 2)
            patches = [message for message in said if isinstance(message, Patch)]
            assert len(patches) == 1 and {op.op for op in patches[0].ops} == {"set"}
            assert house.park.figures.bytes_out - before < SMALL
            listening.cancel()


async def test_drafts_and_uploads_are_staffs_alone(tmp_path: Path) -> None:
    async with park_at(tmp_path / "data") as house:
        staff, _, models = await standing(house, tmp_path)
        draft = (await staff.exhibits.get("gearbox")).revisions[0]
        assert (draft.number, draft.state) == (REVISIONS, "draft")
        assert draft.original is not None and draft.poster is not None
        anybody = Park(house.visitor_url)
        for sha in (draft.assets[0], draft.poster, draft.original):
            assert await staff.asset(sha)
            try:
                await anybody.asset(sha)
            except FetchFailed as refusal:
                assert refusal.code == "not_found"
            else:
                raise AssertionError("a draft was served to a visitor")
        await staff.exhibits.publish("gearbox", REVISIONS)
        assert await anybody.asset(draft.assets[0]) and await anybody.asset(draft.poster)
        assert models[REVISIONS] == draft.model


async def test_staff_roll_back_move_and_take_away(tmp_path: Path) -> None:
    async with park_at(tmp_path / "data") as house:
        staff, node, _ = await standing(house, tmp_path)
        await staff.exhibits.publish("gearbox", 3, note="new housing")
        back = await staff.exhibits.roll_back("gearbox", note="as before")
        assert back.published == 1 and back.shown is not None and back.shown.state == "published"
        moved = await staff.exhibits.move("gearbox", HALL, node, translation=(1, 0, 1), yaw=0.5)
        assert moved.plinth is None
        (place,) = (await staff.exhibits.get("gearbox")).placements
        assert (place.fit, place.revision, round(place.yaw, 3)) == ("fitted", 1, 0.5)
        title = {"zh": "新名", "en": "New"}
        changed = await staff.exhibits.change("gearbox", title=title, card={"licence": "CC0-1.0"})
        assert changed.card == {"title": title, "licence": "CC0-1.0"}
        await staff.exhibits.delete_revision("gearbox", REVISIONS)
        await staff.exhibits.remove("gearbox", HALL, node)
        await staff.exhibits.delete("gearbox")
        assert [each.id async for each in staff.exhibits.all()] == []
