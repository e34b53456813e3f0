"""KHR_animation_pointer: an animation of any property, named by a JSON pointer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Text
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

POINTER = re.compile(r"(?:/(?:[^/~]|~0|~1)*)*")


@dataclass(slots=True)
class Pointed(Part):
    """It takes the place of the node and the path of a channel's target."""

    def link(self, ctx: Context) -> None:
        """The target must name no node, and say that a pointer does."""
        if self.owner.is_followed:
            ctx.say("KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_NODE")
        if self.owner.path != "pointer":
            code = "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_PATH"
            ctx.say(code, about=str(self.owner.path)[:40])


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Pointed:
    """The extension of a target."""
    return Pointed(extensions=values["extensions"])


def allow(ctx: Context) -> None:
    """Channels may move a pointer."""
    ctx.channel_paths.append("pointer")


TABLE = Table("KHR_animation_pointer", {"pointer": Text(required=True, pattern=POINTER)}, make)
EXTENSION = Extension("KHR_animation_pointer", {"animation.target": TABLE}, allow)
