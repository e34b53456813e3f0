"""Many edit at once, over real sockets: every mirror and every late joiner agree in the end."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest

from clients.headless import Operation, Patience, Refused, Visitor
from clients.headless.messages import Layer
from tests.clients.headless.scripted import node
from tests.flows.house import operator_token, park_at
from tests.flows.test_headless_resume import picture

NAMES = ("one", "two", "three", "fox", "plinth-2")
EDITS = 30


def structural(rng: Random) -> Operation:
    path = f"/nodes/{rng.choice(NAMES)}"
    match rng.randrange(3):
        case 0:
            return Operation("add", path, node("group", parent=rng.choice((None, *NAMES))))
        case 1:
            return Operation("remove", f"/nodes/{rng.choice(NAMES[:3])}")
    return Operation("set", f"{path}/parent", rng.choice((None, *NAMES)))


def published(rng: Random) -> list[Operation]:
    """A few operations, of which some will not fit."""
    path = f"/nodes/{rng.choice(NAMES)}"
    simple = (
        Operation("set", f"{path}/translation", [rng.randrange(5), 0, rng.randrange(5)]),
        Operation("set", f"{path}/name/en", f"n{rng.randrange(9)}"),
        Operation("unset", f"{path}/visible"),
        Operation("set", "/hall/capacity", rng.randrange(50, 60)),
    )
    return [structural(rng) if rng.random() < 0.5 else rng.choice(simple)]


def shared(rng: Random) -> list[Operation]:
    """An exhibit taken apart or put back."""
    if rng.random() < 0.3:
        return [Operation("unset", "/nodes/fox/explode")]
    return [Operation("set", "/nodes/fox/explode", rng.random())]


async def edit(visitor: Visitor, rng: Random, outcomes: Counter[str]) -> None:
    layer: Layer = "published" if visitor.role == "operator" else "shared"
    for _ in range(EDITS):
        ops = published(rng) if layer == "published" else shared(rng)
        try:
            await visitor.edit(ops, layer)
            outcomes["done"] += 1
        except Refused as refused:
            outcomes[refused.code] += 1


async def cut_often(visitor: Visitor) -> None:
    """Lose the connection at every news."""
    while True:
        seen = visitor.world.revision
        await visitor.until(lambda world, seen=seen: world.revision > seen)  # type: ignore[misc]
        visitor.cut()


@pytest.mark.parametrize("seed", range(3))
async def test_all_pictures_are_one(tmp_path: Path, seed: int) -> None:
    outcomes: Counter[str] = Counter()
    async with park_at(tmp_path) as house, AsyncExitStack() as stack:

        async def come(token: str | None = None) -> Visitor:
            visitor = Visitor(house.visitor_url, token=token, patience=Patience(10.0, 0.01, 0.05))
            await stack.enter_async_context(visitor)
            await visitor.join("grounds")
            return visitor

        token = await operator_token(house)
        people = [await come(token), await come(token), await come(), await come()]
        busy = [
            asyncio.create_task(edit(visitor, Random(f"{seed}-{number}"), outcomes))
            for number, visitor in enumerate(people[:3])
        ]
        cutting = asyncio.create_task(cut_often(people[3]))
        people.append(await come())
        await asyncio.gather(*busy)
        cutting.cancel()
        last = max(visitor.world.revision for visitor in people)
        for visitor in people:
            await visitor.until(lambda world: world.revision >= last)
        people.append(await come())
        first, *others = map(picture, (visitor.world for visitor in people))
        assert all(other == first for other in others)
    assert outcomes["done"] > EDITS / 2
    assert set(outcomes) <= {"done", "patch_invalid", "scene_stale", "too_many_edits"}
