"""The property table: what a hall and each kind of node may carry.

Vocabulary and units are glTF 2.0's. A change below a property (``/nodes/a/card/title/zh``) is
checked by checking the whole property afterwards, so that one table serves every depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scenes.findings import Finding
from scenes.names import ASSET, IDENTIFIER, KINDS
from scenes.shapes import shape_of, shaped_as
from scenes.space import BOOTH_NODE, UNIT_NODE
from scenes.values import (
    Checker,
    array,
    boolean,
    choice,
    integer,
    localised,
    mapping,
    matching,
    nullable,
    number,
    record,
    text,
    unit_quaternion,
    vector,
)
from scenes.walk.check import find_walk_faults

FAR = 8000.0
"""Largest coordinate in metres: what the cells of a presence record reach, with a margin."""

POSITION = vector(3, -FAR, FAR)
COLOR = vector(3, 0, 1)
REACH = 1e9
"""Largest coordinate of a model in its own units, before its node scales it to metres."""
NODE_ID = matching(IDENTIFIER, "bad_id")
TITLE = localised(200)


def box(farthest: float) -> Checker:
    """Two corners, the first nowhere beyond the second: nobody could stand in a box turned out."""
    corner = vector(3, -farthest, farthest)
    corners = record({"min": corner, "max": corner})

    def check(value: Any, at: str) -> Iterator[Finding]:
        findings = list(corners(value, at))
        yield from findings
        if not findings:
            for axis, (low, high) in enumerate(zip(value["min"], value["max"], strict=True)):
                if low > high:
                    yield Finding(f"{at}/max/{axis}", "out_of_range", "error", f"{low}..")

    return shaped_as(check, shape_of(corners))


LEVEL = record(
    {
        "asset": matching(ASSET, "bad_asset"),
        "bytes": integer(1, 2**40),
        "triangles": integer(0, 2**40),
        "error": number(0, REACH),
    },
    {"gpu_bytes": integer(0, 2**40)},
)
MODEL = record(
    {
        "levels": array(LEVEL, 1, 8),
        "bounds": box(REACH),
        "color": COLOR,
        "clips": array(text(200), 0, 256),
        "variants": array(text(200), 0, 256),
        "parts": integer(0, 100_000),
        "role": choice("architecture", "landscape", "exhibit"),
    }
)
CARD = record(
    {"title": TITLE},
    {
        "maker": TITLE,
        "text": localised(4000),
        "facts": array(record({"label": localised(80), "value": localised(200)}), 0, 24),
        "licence": text(200),
        "contact": localised(400),
    },
)
EXHIBIT = record(
    {"id": NODE_ID, "revision": integer(1, 10**9)},
    {"fit": choice("true", "fitted")},
)
"""Which exhibit a node shows, in which revision, and whether its size is its own or its place's."""
TEXT = record(
    {"zh": text(400), "en": text(400), "size": number(0.01, 100)},
    {
        "color": COLOR,
        "background": nullable(vector(4, 0, 1)),
        "width": nullable(number(0.05, 1000)),
        "align": choice("left", "center", "right"),
        "style": choice("sign", "card", "label"),
        "about": record({"plinth": NODE_ID, "line": choice("title", "maker")}),
    },
)
"""Words in the hall. Those ``about`` a plinth are said while it is free; then what stands there
names itself in their place."""
LIGHT = record(
    {
        "type": choice("point", "spot", "directional"),
        "color": COLOR,
        "intensity": number(0, 1e6),
    },
    {"range": nullable(number(0.01, FAR)), "angle": number(0.01, 1.5708)},
)
PORTAL = record(
    {"hall": NODE_ID, "spawn": nullable(NODE_ID)},
    {
        "width": number(0.3, 100),
        "height": number(0.3, 100),
    },
)
ANIMATION = record(
    {"clip": text(200), "playing": boolean},
    {"at": number(0, 1e6), "since": number(0, 1e11), "speed": number(-10, 10)},
)
PLAYBACK = record(
    {"playing": boolean},
    {"at": number(0, 1e6), "since": number(0, 1e11)},
)
"""A film that runs: ``at`` seconds into it at server time ``since``."""
PICTURE = record(
    {
        "asset": matching(ASSET, "bad_asset"),
        "width": integer(1, 2**16),
        "height": integer(1, 2**16),
    }
)
"""One image, or one page of a document; pixels."""
FILM = record(
    {
        "asset": matching(ASSET, "bad_asset"),
        "mime": choice("video/mp4", "video/webm"),
        "duration": number(0, 1e6),
        "width": integer(1, 2**16),
        "height": integer(1, 2**16),
    }
)
MEDIA = record(
    {"id": NODE_ID, "kind": choice("image", "video", "document"), "title": TITLE},
    {
        "pages": array(PICTURE, 0, 2000),
        "video": nullable(FILM),
        "poster": nullable(matching(ASSET, "bad_asset")),
    },
)
BOARD = record(
    {"width": number(0.05, 100), "height": number(0.05, 100)}, {"media": nullable(MEDIA)}
)
"""A surface of so many metres whose middle is the node, facing +Z; an empty one shows nothing."""
UNIT = number(0, 1)
MATERIALS = mapping(
    re.compile(r"[0-9]{1,4}"),
    record(
        {},
        {
            "pbrMetallicRoughness": record(
                {},
                {
                    "baseColorFactor": vector(4, 0, 1),
                    "metallicFactor": UNIT,
                    "roughnessFactor": UNIT,
                },
            ),
            "emissiveFactor": COLOR,
        },
    ),
    256,
)

COMMON: Mapping[str, Checker] = {
    "kind": choice(*KINDS),
    "name": TITLE,
    "parent": nullable(NODE_ID),
    "translation": POSITION,
    "rotation": unit_quaternion,
    "scale": vector(3, -1000, 1000),
    "visible": boolean,
}
INTERACTIVE: Mapping[str, Checker] = {
    "explode": UNIT,
    "variant": nullable(text(200)),
    "animation": nullable(ANIMATION),
    "turn": number(-7, 7),
    "materials": MATERIALS,
}
OFFSET = vector(3, -2 * REACH, 2 * REACH)
"""Where an exhibit's own origin is: as far from where it stands as its model is from it."""
COMPONENTS: Mapping[str, Mapping[str, Checker]] = {
    "group": {},
    "model": {"model": MODEL, "materials": MATERIALS},
    "exhibit": {
        "translation": OFFSET,
        "model": MODEL,
        "card": CARD,
        "exhibit": EXHIBIT,
        **INTERACTIVE,
    },
    "plinth": {"plinth": record({"height": number(0, 100), "radius": number(0.05, 100)})},
    "text": {"text": TEXT},
    "light": {"light": LIGHT},
    "portal": {"portal": PORTAL},
    "seat": {"seat": record({}, {"yaw": number(-7, 7)})},
    "spawn": {"spawn": record({"radius": number(0, 100)})},
    "guide": {"guide": record({"persona": NODE_ID})},
    "desk": {"desk": record({"service": NODE_ID})},
    "board": {"board": BOARD, "page": integer(0, 2000), "playback": nullable(PLAYBACK)},
    "booth": BOOTH_NODE,
    "unit": UNIT_NODE,
}
REQUIRED: Mapping[str, tuple[str, ...]] = {
    kind: ()
    if kind in ("group", "board", "booth", "seat")
    else (("model", "card") if kind == "exhibit" else (kind,))
    for kind in KINDS
}

POLYGON = array(vector(2, -FAR, FAR), 3, 1024)
AREA = record(
    {"id": NODE_ID, "y": number(-1000, 1000), "polygon": POLYGON},
    {"holes": array(POLYGON, 0, 256)},
)
LINK = record({"from": POSITION, "to": POSITION})
WALK_SHAPE = record({"areas": array(AREA, 0, 256)}, {"links": array(LINK, 0, 512)})


def check_walk(value: Any, at: str) -> Iterator[Finding]:
    """A walkable floor: first its shape, then its geometry."""
    findings = list(WALK_SHAPE(value, at))
    yield from findings or find_walk_faults({"links": [], **value}, at)


shaped_as(check_walk, shape_of(WALK_SHAPE))

ENVIRONMENT = record(
    {
        "sky": choice("day", "none"),
        "background": COLOR,
        "exposure": number(0.05, 20),
        "ambient": record({"sky": COLOR, "ground": COLOR, "intensity": number(0, 100)}),
    },
    {
        "fog": nullable(vector(2, 0, 100_000)),
        "sun": nullable(
            record(
                {
                    "direction": vector(3, -1, 1),
                    "color": COLOR,
                    "intensity": number(0, 1000),
                }
            )
        ),
    },
)
VIEWPOINT = record(
    {
        "name": TITLE,
        "position": POSITION,
        "yaw": number(-7, 7),
        "pitch": number(-1.6, 1.6),
    }
)
HALL: Mapping[str, Checker] = {
    "id": NODE_ID,
    "name": TITLE,
    "kind": choice("outdoor", "indoor"),
    "state": choice("open", "closed"),
    "capacity": integer(1, 20_000),
    "bounds": box(FAR),
    "environment": ENVIRONMENT,
    "walk": check_walk,
    "contact": nullable(localised(400)),
    "viewpoints": array(VIEWPOINT, 0, 64),
}
HALL_REQUIRED = ("id", "name", "kind", "state", "capacity", "bounds", "environment", "walk")
FIXED = frozenset({("hall", "id"), ("nodes", "kind")})
"""Properties that are set when a thing is made and never after."""


def properties_of(kind: str) -> Mapping[str, Checker]:
    """Every property that a node of this kind may carry."""
    return {**COMMON, **COMPONENTS.get(kind, {})}


def check_node(node: Any, at: str) -> Iterator[Finding]:
    """Every finding about a whole node."""
    if not isinstance(node, dict):
        yield Finding(at, "not_an_object")
        return
    kind = node.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        yield Finding(f"{at}/kind", "not_a_choice", "error", ", ".join(KINDS))
        return
    table = properties_of(kind)
    required = {key: table[key] for key in ("kind", "name", *REQUIRED[kind])}
    yield from record(required, table)(node, at)


def check_hall(hall: Any, at: str) -> Iterator[Finding]:
    """Every finding about a hall's own properties."""
    yield from record({key: HALL[key] for key in HALL_REQUIRED}, HALL)(hall, at)
