"""scene (glTF 2.0, section 5.27): the roots of what is shown together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Text
from scenes.exhibits.check.structure.lists import Indices
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["SCENE", "Scene"]


@dataclass(slots=True)
class Scene(Part):
    """The indices of its nodes, None without any."""

    collection: ClassVar = "scenes"

    nodes: list[int] | None

    def link(self, ctx: Context) -> None:
        """Its nodes must be there, and have no parents."""
        for at, index in enumerate(self.nodes or ()):
            if index == NONE:
                continue
            if not ctx.model.has("nodes", index):
                ctx.say("UNRESOLVED_REFERENCE", "nodes", at, about=str(index))
            elif ctx.model.parents[index] != NONE:
                ctx.say("SCENE_NON_ROOT_NODE", "nodes", at, about=str(index))


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Scene:
    """A scene."""
    return Scene(values["nodes"], extensions=values["extensions"])


SCENE = Table("scenes", {"nodes": Indices(), "name": Text()}, make)
