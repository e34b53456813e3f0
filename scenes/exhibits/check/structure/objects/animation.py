"""animation (glTF 2.0, sections 5.5 to 5.8): its samplers, and what its channels move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Child, Children
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Raw
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.channel import Channel, Target, link_channel
from scenes.exhibits.check.structure.objects.keyframes import KEYFRAMES, Keyframes
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table, value_of

__all__ = ["ANIMATION", "Animation"]


@dataclass(slots=True)
class Animation(Part):
    """Channels and samplers; None when they are unusable."""

    channels: list[Channel] | None
    samplers: list[Keyframes] | None

    def link(self, ctx: Context) -> None:
        """Link the samplers, then the channels that play them."""
        if self.channels is None or self.samplers is None:
            return
        for at, sampler in enumerate(self.samplers):
            ctx.path += ("samplers", at)
            sampler.link(ctx)
            del ctx.path[-2:]
        for at, channel in enumerate(self.channels):
            ctx.path += ("channels", at)
            link_channel(channel, self.samplers, ctx)
            del ctx.path[-2:]
        self._check_targets(self.channels, ctx)

    def _check_targets(self, channels: list[Channel], ctx: Context) -> None:
        """No two channels may move the same thing: the last one of several stands."""
        last = {c.target.key: at for at, c in enumerate(channels) if c.target is not None}
        for at, channel in enumerate(channels):
            if channel.target is None or channel.target.node == NONE:
                continue
            if last[channel.target.key] > at:
                about = str(last[channel.target.key])
                ctx.say("ANIMATION_DUPLICATE_TARGETS", "channels", at, "target", about=about)


def make_target(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Target:
    """A target; extensions add to what can be moved."""
    path = value_of(Text(required=True, choices=ctx.channel_paths), "path", source, ctx)
    return Target(values["node"], path, extensions=values["extensions"])


def make_channel(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Channel:
    """A channel."""
    return Channel(values["sampler"], values["target"], extensions=values["extensions"])


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Animation:
    """An animation."""
    return Animation(values["channels"], values["samplers"], extensions=values["extensions"])


TARGET = Table(
    "animation.target", {"node": Index(), "path": Raw()}, make_target, owner="animations"
)
CHANNEL = Table(
    "animation.channel",
    {"sampler": Index(required=True), "target": Child(TARGET, required=True)},
    make_channel,
)
ANIMATION = Table(
    "animations",
    {"channels": Children(CHANNEL), "samplers": Children(KEYFRAMES), "name": Text()},
    make,
)
