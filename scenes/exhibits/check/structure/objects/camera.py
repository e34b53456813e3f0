"""camera (glTF 2.0, sections 5.12 to 5.14)."""

from __future__ import annotations

import math
from typing import Any

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Raw
from scenes.exhibits.check.structure.fields import Number, Text
from scenes.exhibits.check.structure.part import Part, Plain, plain
from scenes.exhibits.check.structure.table import Table, value_of

__all__ = ["CAMERA"]


def make_orthographic(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Plain:
    """An orthographic camera that has an extent."""
    check_depth(values, ctx)
    for name in ("xmag", "ymag"):
        if values[name] == 0:
            ctx.say("CAMERA_XMAG_YMAG_ZERO", name)
        elif values[name] < 0:
            ctx.say("CAMERA_XMAG_YMAG_NEGATIVE", name)
    return plain(ctx, values, source)


def make_perspective(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Plain:
    """A perspective camera that looks ahead."""
    if values["yfov"] >= math.pi:
        ctx.say("CAMERA_YFOV_GEQUAL_PI", about=str(values["yfov"]))
    check_depth(values, ctx)
    return plain(ctx, values, source)


def check_depth(values: dict[str, Any], ctx: Context) -> None:
    """What is far must be farther than what is near."""
    if values["zfar"] <= values["znear"]:
        ctx.say("CAMERA_ZFAR_LEQUAL_ZNEAR", about=f"{values['zfar']} <= {values['znear']}")


ORTHOGRAPHIC = Table(
    "camera.orthographic",
    {
        "xmag": Number(required=True),
        "ymag": Number(required=True),
        "zfar": Number(above=0, required=True),
        "znear": Number(0, required=True),
    },
    make_orthographic,
)
PERSPECTIVE = Table(
    "camera.perspective",
    {
        "yfov": Number(above=0, required=True),
        "zfar": Number(above=0),
        "znear": Number(above=0, required=True),
        "aspectRatio": Number(above=0),
    },
    make_perspective,
)
KINDS = {
    "orthographic": Child(ORTHOGRAPHIC, required=True),
    "perspective": Child(PERSPECTIVE, required=True),
}


def make(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Part:
    """A camera of one of two kinds."""
    if all(kind in source for kind in KINDS):
        ctx.say("ONE_OF_MISMATCH", about=", ".join(KINDS))
    if values["type"] in KINDS:
        value_of(KINDS[values["type"]], values["type"], source, ctx)
    return Part(extensions=values["extensions"])


CAMERA = Table(
    "cameras",
    {
        "type": Text(required=True, choices=tuple(KINDS)),
        "orthographic": Raw(),
        "perspective": Raw(),
        "name": Text(),
    },
    make,
)
