"""animation.channel (glTF 2.0, sections 5.6, 5.7): which property of which node is moved."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.exhibits.check.structure.context import Context, found
from scenes.exhibits.check.structure.formats import (
    BYTE,
    FLOAT,
    SHORT,
    UNSIGNED_BYTE,
    UNSIGNED_SHORT,
    formats,
)
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.keyframes import Keyframes
from scenes.exhibits.check.structure.objects.mesh import Mesh
from scenes.exhibits.check.structure.objects.node import Node
from scenes.exhibits.check.structure.part import Part

__all__ = ["Channel", "Target", "link_channel"]

SHARES = (BYTE, UNSIGNED_BYTE, SHORT, UNSIGNED_SHORT)
OUTPUTS = {
    "translation": formats("VEC3", FLOAT),
    "scale": formats("VEC3", FLOAT),
    "rotation": formats("VEC4", FLOAT) | formats("VEC4", *SHARES, normalized=True),
    "weights": formats("SCALAR", FLOAT) | formats("SCALAR", *SHARES, normalized=True),
}


@dataclass(slots=True)
class Target(Part):
    """``path`` may be a word that the standard does not know; None when it is no word.

    ``is_followed`` tells, when linked, that the node is there.
    """

    node: int
    path: str | None
    is_followed: bool = False

    @property
    def key(self) -> tuple[int, str | None]:
        """What must differ between the channels of an animation."""
        return self.node, self.path


@dataclass(slots=True)
class Channel(Part):
    """A sampler, by its index, and what it moves."""

    sampler: int
    target: Target | None


def link_channel(channel: Channel, samplers: list[Keyframes], ctx: Context) -> None:
    """What is moved must be there, and move as the sampler's values tell."""
    node = None
    if channel.target is not None and channel.target.node != NONE:
        node = ctx.model.find(Node, channel.target.node)
        channel.target.is_followed = node is not None
        ctx.path.append("target")
        check_node(channel.target, node, ctx)
        ctx.path.pop()
    if channel.sampler == NONE:
        return
    sampler = found(samplers, channel.sampler)
    if sampler is None:
        ctx.say("UNRESOLVED_REFERENCE", "sampler", about=str(channel.sampler))
    elif channel.target is not None and sampler.values is not None:
        check_output(channel.target.path, sampler, node, ctx)


def check_node(target: Target, node: Node | None, ctx: Context) -> None:
    """The node must have the property that is moved."""
    if node is None:
        ctx.say("UNRESOLVED_REFERENCE", "node", about=str(target.node))
    elif target.path in ("translation", "rotation", "scale"):
        if node.has_matrix:
            ctx.say("ANIMATION_CHANNEL_TARGET_NODE_MATRIX")
        if ctx.model.has("skins", node.skin):
            ctx.say("ANIMATION_CHANNEL_TARGET_NODE_SKIN", "path")
    elif target.path == "weights" and morphs(node, ctx) is None:
        ctx.say("ANIMATION_CHANNEL_TARGET_NODE_WEIGHTS_NO_MORPHS")


def check_output(path: str | None, sampler: Keyframes, node: Node | None, ctx: Context) -> None:
    """The sampler's values must be of the property's format, and as many as its times ask for."""
    times, output = sampler.times, sampler.values
    if output is None:
        return
    allowed = OUTPUTS.get(path or "")
    if allowed is None:
        return
    if output.format not in allowed:
        code = "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_FORMAT"
        ctx.say(code, "sampler", about=f"{output.format}, {path}")
    if times is None or NONE in (times.count, output.count) or sampler.interpolation is None:
        return
    due = times.count * (3 if sampler.is_cubic else 1)
    if path == "weights":
        due *= (morphs(node, ctx) or 0) if node is not None else 0
    if due not in (0, output.count):
        code = "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_COUNT"
        ctx.say(code, "sampler", about=f"{due}, {output.count}")


def morphs(node: Node, ctx: Context) -> int | None:
    """Morph targets of a node's mesh; None when it has none."""
    mesh = ctx.model.find(Mesh, node.mesh)
    return None if mesh is None else mesh.targets
