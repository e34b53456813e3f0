"""A hall's own ground: a model that passed the same gate as every exhibit, and a floor under it."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from scenes.findings import SceneError
from scenes.operations import Operation
from server.access.actor import house as house_of
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.run.budgets import limits_of, options_of, policy_of
from server.run.exhibits.assets import GLB, keep_file, telling_of_disks
from server.run.exhibits.house import House
from server.run.exhibits.keep import MANIFEST, component, inside
from server.run.worker import Input, Job, Workers
from server.settings import Settings
from server.store.blobs import Hold
from server.store.files import private_folder

NODE = "grounds"
NAME = {"zh": "场地", "en": "Grounds"}
HEADROOM, AIR = 3.0, 10.0
"""Metres: the lowest ceiling over a ground, and the air above its highest point."""


class Workshop(House, Protocol):
    """The park, as far as grounds know it."""

    settings: Settings
    workers: Workers


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground that lies, since this revision of the hall; ``asset`` is its finest level."""

    node: str
    hall: str
    plinth: str | None
    asset: str
    bytes: int
    revision: int


async def import_grounds(
    house: Workshop, hall: Hall, name: str, file: Path, folder: Path, author: str
) -> Ground:
    """Make a GLB the hall's own ground: its model, its bounds and a floor to walk on.

    ``folder`` is for what is made of it; it need not be there and is gone afterwards. Raises
    SceneError with every finding when the file is refused; HallError with a worker's code.
    """
    try:
        manifest = await _build(house, name, file, folder)
        model = {**component(manifest), "role": "landscape"}
        with house.blobs.holding() as hold:
            await _keep(house, manifest, folder, hold)
            head = hall.editing.layers.head
            ops = lay(head.nodes, model)
            base = hall.editing.layers.next_revision - 1
            revision = await house.ask(
                hall,
                lambda tag: hall.editing.edit(
                    "published", ops, base, actor=house_of(author), tag=tag
                ),
            )
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, True)
    finest = model["levels"][0]
    return Ground(NODE, hall.id, None, finest["asset"], finest["bytes"], revision)


def lay(nodes: Mapping[str, Any], model: Mapping[str, Any]) -> list[Operation]:
    """Operations that lay a model down as a hall's ground, instead of the one that lay there."""
    low, high = model["bounds"]["min"], model["bounds"]["max"]
    node = {"kind": "model", "name": NAME, "parent": None, "model": dict(model)}
    corners = [
        [low[0], low[2]],
        [high[0], low[2]],
        [high[0], high[2]],
        [low[0], high[2]],
    ]
    top = max(high[1], low[1] + HEADROOM) + AIR
    floor = {"id": "floor", "y": max(low[1], 0.0), "polygon": corners, "holes": []}
    ops: list[Operation] = []
    if NODE in nodes:
        ops.append({"op": "remove", "path": f"/nodes/{NODE}"})
    return [
        *ops,
        {"op": "add", "path": f"/nodes/{NODE}", "value": node},
        _set("/hall/bounds", {"min": low, "max": [high[0], top, high[2]]}),
        _set("/hall/walk", {"areas": [floor], "links": []}),
    ]


async def _build(house: Workshop, name: str, file: Path, folder: Path) -> dict[str, Any]:
    """Have a worker judge and build it; what it says was made."""
    with telling_of_disks():
        private_folder(folder)
    options, limits = options_of(policy_of(house.settings)), limits_of(house.settings)
    job = Job("exhibit.build", (Input(name, file),), folder, options, limits)
    outcome = await house.workers.run(job)
    if outcome.state == "failed" or outcome.verdict is None:
        raise HallError(outcome.code or "worker_crashed")
    if outcome.verdict == "refuse":
        raise SceneError(outcome.refusal or "exhibit_refused", outcome.findings)
    with telling_of_disks():
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    return manifest


async def _keep(house: House, manifest: Mapping[str, Any], folder: Path, hold: Hold) -> None:
    for level in manifest["levels"]:
        await keep_file(house, inside(folder, level["file"]), GLB, hold=hold)


def _set(path: str, value: Any) -> Operation:
    return {"op": "set", "path": path, "value": value}
