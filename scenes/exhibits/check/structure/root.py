"""The document itself (glTF 2.0, section 5.17): read as a whole, then linked as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from scenes.exhibits.check.structure.budgets import check_budgets, check_counts
from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.declared import check_declared
from scenes.exhibits.check.structure.field import Raw, brief
from scenes.exhibits.check.structure.fields import Index
from scenes.exhibits.check.structure.lists import Strings
from scenes.exhibits.check.structure.matrix import check_matrices
from scenes.exhibits.check.structure.model import Model
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import ACCESSOR
from scenes.exhibits.check.structure.objects.animation import ANIMATION
from scenes.exhibits.check.structure.objects.asset import ASSET
from scenes.exhibits.check.structure.objects.buffer import BUFFER
from scenes.exhibits.check.structure.objects.buffer_view import BUFFER_VIEW
from scenes.exhibits.check.structure.objects.camera import CAMERA
from scenes.exhibits.check.structure.objects.image import IMAGE
from scenes.exhibits.check.structure.objects.material import read_material
from scenes.exhibits.check.structure.objects.mesh import MESH
from scenes.exhibits.check.structure.objects.node import NODE
from scenes.exhibits.check.structure.objects.sampler import SAMPLER
from scenes.exhibits.check.structure.objects.scene import SCENE
from scenes.exhibits.check.structure.objects.skin import SKIN
from scenes.exhibits.check.structure.objects.texture import TEXTURE
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.placement import check_placement
from scenes.exhibits.check.structure.refs import resolve
from scenes.exhibits.check.structure.table import COMMON, Table, read, read_extensions, value_of

__all__ = ["link_root", "read_root"]

ARRAYS: dict[str, Table] = {
    "accessors": ACCESSOR,
    "animations": ANIMATION,
    "buffers": BUFFER,
    "bufferViews": BUFFER_VIEW,
    "cameras": CAMERA,
    "images": IMAGE,
    "meshes": MESH,
    "nodes": NODE,
    "samplers": SAMPLER,
    "scenes": SCENE,
    "skins": SKIN,
    "textures": TEXTURE,
}
LINKED = (
    "bufferViews",
    "accessors",
    "images",
    "textures",
    "materials",
    "meshes",
    "nodes",
    "skins",
    "animations",
    "scenes",
)
"""Arrays whose entries refer to others, in an order in which each finds the others linked."""
ROOT = Table(
    "root",
    {
        **dict.fromkeys((*ARRAYS, "materials"), Raw()),
        "asset": Child(ASSET, required=True),
        "scene": Index(),
        "extensionsUsed": Strings(),
        "extensionsRequired": Strings(),
    },
)
Reader = Callable[[dict[str, Any], Context], Part | None]


def read_root(json: dict[str, Any], ctx: Context) -> Model | None:
    """Read all that a document holds; None when it is not of a version that we know."""
    warn_of_unexpected(json, ctx)
    check_declared(json, ctx)
    if not is_of_known_version(json, ctx):
        return None
    check_counts(json, ctx)
    arrays = {
        name: read_array(json, name, partial(read, table), ctx) for name, table in ARRAYS.items()
    }
    arrays["materials"] = read_array(json, "materials", read_material, ctx)
    model = Model(arrays)
    scene = value_of(ROOT.fields["scene"], "scene", json, ctx)
    if scene != NONE and not model.has("scenes", scene):
        ctx.say("UNRESOLVED_REFERENCE", "scene", about=str(scene))
    if "extensions" in json:
        model.extensions = read_extensions(ROOT, json, ctx)
    return model


def warn_of_unexpected(json: dict[str, Any], ctx: Context) -> None:
    """Warn of properties that no document has."""
    for name in json:
        if name not in ROOT.fields and name not in COMMON:
            ctx.say_unexpected(name)


def is_of_known_version(json: dict[str, Any], ctx: Context) -> bool:
    """Whether the document says that it is glTF 2; nothing more can be said of another."""
    asset = value_of(ROOT.fields["asset"], "asset", json, ctx)
    if asset is None or asset.version is None:
        return False
    major, minor = asset.version
    if major != 2:
        ctx.say("UNKNOWN_ASSET_MAJOR_VERSION", "asset", "version", about=str(major))
        return False
    if minor > 0:
        ctx.say("UNKNOWN_ASSET_MINOR_VERSION", "asset", "version", about=str(minor))
    return True


def read_array(json: dict[str, Any], name: str, reader: Reader, ctx: Context) -> list[Any]:
    """The entries of one of the document's arrays; None for one that is no object."""
    if name not in json:
        return []
    entries = json[name]
    if type(entries) is not list:
        ctx.say("TYPE_MISMATCH", name, about=f"{brief(entries)}, not array")
        return []
    if not entries:
        ctx.say("EMPTY_ENTITY", name)
    ctx.expect(len(entries))
    ctx.path = [name, 0]
    parts = [read_entry(entry, at, reader, ctx) for at, entry in enumerate(entries)]
    ctx.path = []
    return parts


def read_entry(entry: Any, at: int, reader: Reader, ctx: Context) -> Part | None:
    """One entry of an array."""
    ctx.path[-1] = at
    if type(entry) is dict:
        return reader(entry, ctx)
    ctx.say("TYPE_MISMATCH", about=f"{brief(entry)}, not object")
    return None


def link_root(model: Model, ctx: Context) -> None:
    """Follow all references, and look at what only the whole can tell."""
    ctx.model = model
    for name in LINKED:
        for at, part in enumerate(model.arrays[name]):
            if part is not None:
                ctx.path = [name, at]
                part.link(ctx)
        link_later(name, ctx)
    ctx.path = []
    resolve(ctx)
    check_matrices(ctx)
    check_placement(model, ctx)
    for at, texture in enumerate(model.arrays["textures"]):
        if texture is not None:
            ctx.path = ["textures", at]
            texture.settle(ctx)
    for part, path in ctx.textures:
        ctx.path = list(path)
        part.settle(ctx)
    check_budgets(model, ctx)


def link_later(name: str, ctx: Context) -> None:
    """Link the extension objects whose turn has come."""
    for part, path in ctx.later.get(name, ()):
        ctx.path = list(path)
        part.link(ctx)
