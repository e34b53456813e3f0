"""KHR_mesh_quantization: vertices in bytes and shorts. It cannot be passed over."""

from __future__ import annotations

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.table import Extension

__all__ = ["EXTENSION"]


def allow(ctx: Context) -> None:
    """Allow the formats that it adds."""
    ctx.formats.quantize()


EXTENSION = Extension("KHR_mesh_quantization", {}, allow, must_be_required=True)
