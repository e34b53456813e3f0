"""skin (glTF 2.0, section 5.28): joints of one tree, and where they stood at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.formats import IBM
from scenes.exhibits.check.structure.lists import Indices
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["SKIN", "Skin"]


@dataclass(slots=True)
class Skin(Part):
    """``joint`` is, when linked, the lowest node above or among all joints; minus one for none."""

    collection: ClassVar = "skins"

    matrices: int
    skeleton: int
    joints: list[int] | None
    joint: int = NONE

    def link(self, ctx: Context) -> None:
        """Its joints must be there, and have a node in common above them."""
        if self.joints is not None:
            self._link_joints(self.joints, ctx)
        if self.matrices != NONE:
            self._link_matrices(ctx)
        if self.skeleton == NONE:
            return
        if not ctx.model.has("nodes", self.skeleton):
            ctx.say("UNRESOLVED_REFERENCE", "skeleton", about=str(self.skeleton))
        elif not ctx.model.forest.is_above(self.skeleton, self.joint):
            ctx.say("SKIN_SKELETON_INVALID", "skeleton")

    def _link_joints(self, joints: list[int], ctx: Context) -> None:
        for at, index in enumerate(joints):
            if index == NONE:
                continue
            if not ctx.model.has("nodes", index):
                ctx.say("UNRESOLVED_REFERENCE", "joints", at, about=str(index))
            elif self.joint == NONE:
                self.joint = index
            else:
                self.joint = ctx.model.forest.meeting(self.joint, index)
        if self.joint == NONE:
            ctx.say("SKIN_NO_COMMON_ROOT", "joints")

    def _link_matrices(self, ctx: Context) -> None:
        accessor = ctx.model.find(Accessor, self.matrices)
        name = "inverseBindMatrices"
        if accessor is None:
            ctx.say("UNRESOLVED_REFERENCE", name, about=str(self.matrices))
            return
        accessor.put_to("inverse bind matrices", name, ctx)
        if accessor.view is not None:
            accessor.view.put_to("inverse bind matrices", name, ctx)
        if accessor.has_stride:
            ctx.say("SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE", name)
        if accessor.format not in IBM:
            ctx.say("SKIN_IBM_INVALID_FORMAT", name, about=str(accessor.format))
        if self.joints is not None and accessor.count < len(self.joints):
            about = f"{len(self.joints)}, {accessor.count}"
            ctx.say("INVALID_IBM_ACCESSOR_COUNT", name, about=about)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Skin:
    """A skin."""
    return Skin(
        values["inverseBindMatrices"],
        values["skeleton"],
        values["joints"],
        extensions=values["extensions"],
    )


SKIN = Table(
    "skins",
    {
        "inverseBindMatrices": Index(),
        "skeleton": Index(),
        "joints": Indices(required=True),
        "name": Text(),
    },
    make,
)
