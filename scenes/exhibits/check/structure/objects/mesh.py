"""mesh (glTF 2.0, section 5.23): primitives that morph alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.children import Children
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Text
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.primitive import PRIMITIVE, Primitive
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["MESH", "Mesh"]


@dataclass(slots=True)
class Mesh(Part):
    """``primitives`` is None when they are unusable."""

    collection: ClassVar = "meshes"

    primitives: list[Primitive] | None

    @property
    def targets(self) -> int | None:
        """Morph targets of the first primitive; None when it has none."""
        first = self.primitives[0] if self.primitives else None
        return None if first is None or first.targets is None else len(first.targets)

    def link(self, ctx: Context) -> None:
        """Link the primitives, and what extensions add to each."""
        for at, primitive in enumerate(self.primitives or ()):
            ctx.path += ("primitives", at)
            for name, part in primitive.extensions.items():
                if isinstance(part, Part):
                    ctx.path += ("extensions", name)
                    part.link(ctx)
                    del ctx.path[-2:]
            primitive.link(ctx)
            del ctx.path[-2:]


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Mesh:
    """A mesh whose primitives have equally many morph targets."""
    primitives, weights = values["primitives"], values["weights"]
    if primitives is not None:
        check_targets(primitives, weights, ctx)
    return Mesh(primitives, extensions=values["extensions"])


def check_targets(primitives: list[Primitive], weights: list[float] | None, ctx: Context) -> None:
    """Primitives and weights must agree on how many morph targets there are."""
    due = primitives[0].target_count
    for at, primitive in enumerate(primitives):
        if primitive.target_count != due:
            step = ("targets",) if primitive.target_count else ()
            ctx.say("MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT", "primitives", at, *step)
    if weights is not None and len(weights) != due:
        ctx.say("MESH_INVALID_WEIGHTS_COUNT", "weights", about=f"{len(weights)}, {due}")


MESH = Table(
    "meshes", {"weights": Numbers(), "primitives": Children(PRIMITIVE), "name": Text()}, make
)
