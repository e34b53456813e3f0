"""Runs the publishing bench: an exhibit with two revisions, a hall full of Python visitors."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple

from clients.headless import UNSET, Visitor
from clients.headless.messages import Patch
from server.commands.bench_programs import HALL, BenchError
from server.commands.client import UnreachableError, request
from server.settings import Settings
from server.wire import messages as wire
from server.wire.codec import encode, frame

EXHIBITS = "/api/v1/exhibits"
PATIENCE = 60.0
"""Seconds within which a publication must have reached everyone."""
JOINING = 10
"""Visitors who come in at once."""


class Stand(NamedTuple):
    """The exhibit and the node that shows it."""

    exhibit: str
    node: str


@dataclass(slots=True)
class Published:
    """One publication: milliseconds until the call returned and until each visitor knew."""

    answer: float = 0.0
    notices: list[float] = field(default_factory=list)
    bytes: int = 0


def make_exhibit(data: Path) -> Stand:
    """Upload two models as revisions of one exhibit, publish the first and put it in the hall."""
    from scenes.demo.exhibits import catalogue, level_glb

    machine = catalogue()[0]
    first = _upload(data, level_glb(machine, 0), {"title": machine.title["en"]})
    exhibit = first["exhibit"]
    _upload(data, level_glb(machine, 1), {"exhibit": exhibit})
    _publish(data, exhibit, 1)
    where = {"hall": HALL, "translation": [0.0, 0.0, 0.0]}
    placed = _ask(data, "POST", f"{EXHIBITS}/{exhibit}/placements", where)
    return Stand(exhibit, placed["node"])


async def publish(data: Path, url: str, stand: Stand, visitors: int, times: int) -> list[Published]:
    """Let visitors in, then publish the two revisions in turn; raises BenchError."""
    async with AsyncExitStack() as stack:
        crowd: list[Visitor] = []
        while len(crowd) < visitors:
            more = range(len(crowd), min(visitors, len(crowd) + JOINING))
            crowd += await asyncio.gather(*(_enter(stack, url, number) for number in more))
        return [await _once(data, stand, crowd, 2 - turn % 2) for turn in range(times)]


def summed_up(published: Sequence[Published], visitors: int) -> dict[str, Any]:
    """The figures of all publications together."""
    return {
        "visitors": visitors,
        "publications": len(published),
        "notice_ms": _spread([ms for each in published for ms in each.notices]),
        "answer_ms": _spread([each.answer for each in published]),
        "bytes_per_message": max(each.bytes for each in published),
        "load_average": round(os.getloadavg()[0], 2),
        "cores": os.cpu_count(),
    }


async def _enter(stack: AsyncExitStack, url: str, number: int) -> Visitor:
    visitor = await stack.enter_async_context(Visitor(url, name=f"v{number}", timeout=PATIENCE))
    await visitor.join(HALL)
    return visitor


async def _once(data: Path, stand: Stand, crowd: Sequence[Visitor], revision: int) -> Published:
    """Publish a revision; over when everybody in the crowd knows."""
    result = Published()
    waiting = [asyncio.create_task(_notice(visitor, stand, revision)) for visitor in crowd]
    await asyncio.sleep(0)  # until everyone listens
    begun = time.perf_counter()
    await asyncio.to_thread(_publish, data, stand.exhibit, revision)
    result.answer = 1000 * (time.perf_counter() - begun)
    try:
        async with asyncio.timeout(PATIENCE):
            noticed = await asyncio.gather(*waiting)
    except TimeoutError:
        raise BenchError("a publication did not reach everyone / 发布没有到达所有人") from None
    result.notices = [1000 * (at - begun) for at, _ in noticed]
    result.bytes = max(size(patch) for _, patch in noticed)
    return result


async def _notice(visitor: Visitor, stand: Stand, revision: int) -> tuple[float, Patch]:
    """When a visitor's world showed the revision, and the message that brought it."""
    async for message in visitor.events():
        if isinstance(message, Patch):
            shown = visitor.world.nodes[stand.node]["exhibit"]
            if shown["revision"] == revision:
                return time.perf_counter(), message
    raise BenchError("a visitor lost the connection / 访客断线")


def size(patch: Patch) -> int:
    """Bytes of a patch on the wire, frame included."""
    ops = [wire.Operation(op.op, op.path, op.value) for op in patch.ops if op.value is not UNSET]
    ops += [wire.Operation(op.op, op.path) for op in patch.ops if op.value is UNSET]
    told = wire.Patch(patch.hall, patch.revision, patch.layer, ops, patch.author)
    return len(frame(encode(told)))


def _spread(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and largest of some milliseconds."""
    cuts = quantiles(values, n=20, method="inclusive") if len(values) > 1 else [*values] * 19
    return {"p50": round(cuts[9], 2), "p95": round(cuts[18], 2), "max": round(max(values), 2)}


def _upload(data: Path, glb: bytes, query: dict[str, str]) -> dict[str, Any]:
    """Hand a model in and wait until it has become a revision."""
    job = _ask(data, "POST", EXHIBITS, glb, {"name": "machine.glb", **query})
    while job["state"] in ("waiting", "running"):
        job = _ask(data, "GET", f"/api/v1/jobs/{job['id']}", query={"wait": "30"})
    if job["state"] != "done":
        raise BenchError(f"the exhibit could not be made: {job['code']}")
    return job


def _publish(data: Path, exhibit: str, revision: int) -> None:
    _ask(data, "POST", f"{EXHIBITS}/{exhibit}/publish", {"revision": revision})


def _ask(
    data: Path,
    method: str,
    path: str,
    body: bytes | dict[str, Any] | None = None,
    query: dict[str, str] | None = None,
) -> dict[str, Any]:
    try:
        answer = request(Settings(data=data), method, path, body, query)
    except UnreachableError as error:
        raise BenchError("the server did not answer") from error
    if answer.status >= 400:
        raise BenchError(f"{method} {path}: {answer.status} {answer.body.decode()}")
    told: dict[str, Any] = answer.json()
    return told
