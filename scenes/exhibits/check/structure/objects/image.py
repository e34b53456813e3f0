"""image (glTF 2.0, section 5.18): a file, or a bufferView. Its bytes are not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Raw
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer_view import BufferView
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table, value_of

__all__ = ["IMAGE", "Image"]

RECOGNISED = ("image/jpeg", "image/png", "image/webp")


@dataclass(slots=True)
class Image(Part):
    """``mime`` as declared, else what the image's header tells, None where neither does."""

    collection: ClassVar = "images"

    view_index: int
    mime: str | None

    def link(self, ctx: Context) -> None:
        """Its bufferView must be for it alone."""
        if self.view_index == NONE:
            return
        view = ctx.model.find(BufferView, self.view_index)
        if view is None:
            ctx.say("UNRESOLVED_REFERENCE", "bufferView", about=str(self.view_index))
            return
        view.put_to("image", "bufferView", ctx)
        if view.byte_stride != NONE:
            ctx.say("IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE", "bufferView")


def make(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Image:
    """An image that comes from one place, and says of which kind it is when it must."""
    declared = value_of(Text(choices=ctx.image_types), "mimeType", source, ctx)
    view, uri = values["bufferView"], values["uri"]
    if view != NONE and declared is None:
        ctx.say("UNSATISFIED_DEPENDENCY", "bufferView", about="mimeType")
    if (view != NONE) == (uri is not None):
        ctx.say("ONE_OF_MISMATCH", about="bufferView, uri")
    if declared is None and not values["extensions"]:
        declared = seen(ctx)
    return Image(view, declared, extensions=values["extensions"])


def seen(ctx: Context) -> str | None:
    """The kind of image that was recognised by its first bytes."""
    index, pictures = ctx.path[-1], ctx.document.pictures
    picture = pictures[index] if isinstance(index, int) and index < len(pictures) else None
    return picture.mime if picture is not None and picture.mime in RECOGNISED else None


def type_of(index: int, ctx: Context) -> str | None:
    """The kind of the image that an index leads to."""
    image = ctx.model.find(Image, index)
    return None if image is None else image.mime


IMAGE = Table(
    "images",
    {"bufferView": Index(), "mimeType": Raw(), "uri": Text(), "name": Text()},
    make,
)
