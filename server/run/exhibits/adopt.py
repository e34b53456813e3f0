"""Exhibits that stand in a hall's document already, such as the demo's, become ours: each gets a
first revision, published, made of the levels that its node names."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from scenes.glb import GlbError, read_glb
from server.access.actor import house as house_of
from server.halls.hall import Hall
from server.run.exhibits.house import House
from server.store.exhibit_records import ExhibitFile, StoredRevision

Json = dict[str, Any]
NO_VECTOR = [0.0, 0.0, 0.0]


async def adopt(house: House, document: Mapping[str, Any], author: str) -> Json:
    """The document with each of its exhibits named; their assets are stored already.

    A second time, the same exhibit in the same hall stays the one that it was.
    """
    nodes = dict(document["nodes"])
    for name, shown in (await _named(house, document["hall"]["id"], nodes, author)).items():
        nodes[name] = {**nodes[name], "exhibit": shown}
    return {**document, "nodes": nodes}


async def adopt_standing(house: House, hall: Hall, author: str) -> None:
    """The same for a hall that is open, as one edit: parks are older than exhibits."""
    nodes = hall.editing.layers.head.nodes
    strangers = {name: node for name, node in nodes.items() if "exhibit" not in node}
    named = await _named(house, hall.id, strangers, author)
    ops = [
        {"op": "set", "path": f"/nodes/{name}/exhibit", "value": shown}
        for name, shown in named.items()
    ]
    if ops:
        await house.ask(
            hall,
            lambda tag: hall.editing.edit("published", ops, 0, actor=house_of(author), tag=tag),
        )


async def _named(
    house: House, hall: str, nodes: Mapping[str, Mapping[str, Any]], author: str
) -> dict[str, Json]:
    """What each exhibit's node shows from now on; those whose files are not here stay strangers."""
    found = {
        name: node
        for name, node in nodes.items()
        if node["kind"] == "exhibit"
        and all(house.blobs.has(level["asset"]) for level in node["model"]["levels"])
    }
    kept = await asyncio.gather(
        *(_one(house, hall, name, node, author) for name, node in found.items())
    )
    return {
        name: {"id": one.exhibit, "revision": one.number, "fit": "fitted"}
        for name, one in zip(found, kept, strict=True)
    }


async def _one(
    house: House, hall: str, name: str, node: Mapping[str, Any], author: str
) -> StoredRevision:
    model, now = node["model"], house.clock.now()
    finest = model["levels"][0]
    parts = parts_in(await house.blobs.read(finest["asset"]))
    source = {"name": f"{name}.glb", "bytes": finest["bytes"], "sha256": finest["asset"]}
    new = StoredRevision(
        exhibit=name,
        number=0,
        job=f"{hall}/{name}"[:64],
        note="",
        author=author,
        at=now,
        title=None,
        source=source,
        model=model,
        parts=parts,
        findings=[],
        blocked=[],
        published_at=now,
        files=(
            ExhibitFile("original", 0, source["name"], finest["asset"], finest["bytes"]),
            *(
                ExhibitFile("level", place, f"L{place}.glb", level["asset"], level["bytes"])
                for place, level in enumerate(model["levels"])
            ),
        ),
    )
    return await house.archive.exhibits.keep(new, _manifest(new), node["card"])


def parts_in(data: bytes) -> list[Json]:
    """The parts that a GLB of ours says come off, by ``extras.part`` of its nodes."""
    found = []
    try:
        nodes = read_glb(data).json.get("nodes", ())
    except GlbError:
        return []
    for number, node in enumerate(nodes):
        part = node.get("extras", {}).get("part")
        if isinstance(part, dict) and "name" in part:
            explode = part.get("explode", NO_VECTOR)
            found.append({"node": number, "name": part["name"], "explode": explode})
    return found


def _manifest(new: StoredRevision) -> Json:
    model = new.model
    told = ("bounds", "color", "clips", "variants")
    levels = [
        {
            "level": place,
            "file": f"L{place}.glb",
            "sha256": level["asset"],
            "bytes": level["bytes"],
            "triangles": level["triangles"],
            "error": level["error"],
        }
        for place, level in enumerate(model["levels"])
    ]
    return {
        "format": "lingjing.exhibit",
        "version": 1,
        "source": {**new.source, "files": [new.source]},
        "model": {
            **{key: model[key] for key in told},
            "triangles": model["levels"][0]["triangles"],
            "parts": new.parts,
        },
        "levels": levels,
        "blocked": [],
        "poster": None,
        "findings": [],
        "made_by": {"lingjing": "demo"},
    }
