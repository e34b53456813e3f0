"""Vertex attributes, of a primitive or of its morph targets (glTF 2.0, sections 3.7.2, 3.6.2.4)."""

from __future__ import annotations

from collections.abc import Mapping

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.formats import UNSIGNED_INT
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.objects.semantics import base

__all__ = ["link_attribute", "link_target"]


def link_attribute(name: str, index: int, ctx: Context) -> Accessor | None:
    """The accessor of a vertex attribute, checked; None where there is none."""
    accessor = follow(name, index, ctx)
    if accessor is None:
        return None
    allowed = ctx.formats.vertex.get(base(name))
    if allowed is not None:
        check_format(name, accessor, allowed, ctx)
    elif accessor.format.component == UNSIGNED_INT:
        ctx.say("MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_UNSIGNED_INT", name)
    check_layout(name, accessor, ctx)
    return accessor


def link_target(name: str, index: int, bases: Mapping[str, Accessor], ctx: Context) -> None:
    """Check an attribute of a morph target against that of the primitive."""
    accessor = follow(name, index, ctx)
    if accessor is None:
        return
    own = bases.get(name)
    if own is None:
        ctx.say("MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR", name)
    elif own.count != accessor.count:
        ctx.say("MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT", name)
    allowed = ctx.formats.target.get(base(name))
    if allowed is not None:
        check_format(name, accessor, allowed, ctx)
    check_layout(name, accessor, ctx)


def follow(name: str, index: int, ctx: Context) -> Accessor | None:
    """The accessor that an attribute's index leads to, put to the use of vertices."""
    if index == NONE:
        return None
    accessor = ctx.model.find(Accessor, index)
    if accessor is None:
        ctx.say("UNRESOLVED_REFERENCE", name, about=str(index))
        return None
    accessor.put_to("attribute", name, ctx)
    if accessor.view is not None:
        accessor.view.put_to("vertices", name, ctx)
    if name == "POSITION" and not accessor.has_bounds:
        ctx.say("MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS", name)
    return accessor


def check_format(name: str, accessor: Accessor, allowed: frozenset[object], ctx: Context) -> None:
    """An attribute of the standard has one of a few formats."""
    if accessor.format not in allowed:
        code = "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT"
        ctx.say(code, name, about=str(accessor.format))


def check_layout(name: str, accessor: Accessor, ctx: Context) -> None:
    """Vertices begin at multiples of four; attributes that share a bufferView have a stride."""
    bare = accessor.view is not None and not accessor.has_stride
    is_odd = bare and accessor.element_size % 4
    if is_odd or (accessor.offset != NONE and accessor.offset % 4):
        ctx.say("MESH_PRIMITIVE_ACCESSOR_UNALIGNED", name)
    if bare and ctx.model.joins_others(accessor.view_index, accessor):
        ctx.say("MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE", name)
