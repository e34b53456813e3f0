"""texture (glTF 2.0, section 5.29): an image and how it is sampled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.image import type_of
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["TEXTURE", "Texture"]

PLAIN_TYPES = ("image/jpeg", "image/png")


@dataclass(slots=True)
class Texture(Part):
    """``types`` are the kinds of image that it may show."""

    source: int
    sampler: int = NONE
    types: tuple[str, ...] = PLAIN_TYPES

    def link(self, ctx: Context) -> None:
        """Its image and its sampler must be there."""
        if self.source != NONE and not ctx.model.has("images", self.source):
            ctx.say("UNRESOLVED_REFERENCE", "source", about=str(self.source))
        if self.sampler != NONE and not ctx.model.has("samplers", self.sampler):
            ctx.say("UNRESOLVED_REFERENCE", "sampler", about=str(self.sampler))

    def settle(self, ctx: Context) -> None:
        """Its image must be of a kind that it may show."""
        mime = type_of(self.source, ctx)
        if mime is not None and mime not in self.types:
            ctx.say("TEXTURE_INVALID_IMAGE_MIME_TYPE", "source", about=mime)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Texture:
    """A texture of core glTF."""
    return Texture(values["source"], values["sampler"], extensions=values["extensions"])


TEXTURE = Table("textures", {"sampler": Index(), "source": Index(), "name": Text()}, make)
