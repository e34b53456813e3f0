"""EXT_lights_image_based: light from pictures of the surroundings. The pictures must be there."""

from __future__ import annotations

from typing import Any

from scenes.exhibits.check.structure.children import Children
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Field, Raw
from scenes.exhibits.check.structure.fields import Index, Int, Number, Text
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.refs import Ref
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


class Pictures(Field):
    """An array of arrays of images: each level of detail, each side of a cube."""

    kind = "array"
    __slots__ = ()

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The arrays, whose images are looked up when all is read."""
        levels = value if type(value) is list else [None]
        for at, sides in enumerate(levels):
            if type(sides) is not list:
                return self.mismatch(value, name, ctx)
            ctx.path += (name, at)
            for side, image in enumerate(sides):
                Ref("images").take(image, str(side), ctx)
            del ctx.path[-2:]
        return levels


NAME = "EXT_lights_image_based"
LIGHT = Table(
    f"{NAME}.light",
    {
        "name": Text(),
        "rotation": Numbers(4),
        "intensity": Number(),
        "irradianceCoefficients": Raw(),
        "specularImages": Pictures(),
        "specularImageSize": Int(),
    },
)
PLACES = {
    "root": Table(f"{NAME}.root", {"lights": Children(LIGHT)}),
    "scenes": Table(f"{NAME}.scene", {"light": Index(required=True)}),
}
EXTENSION = Extension(NAME, PLACES, elsewhere=True)
