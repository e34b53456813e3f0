"""A hall's scene as one valid GLB, merged as JSON so that nothing an exhibit carries is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scenes.export.hall import HallExport
from scenes.export.output import Output

__all__ = ["export_glb"]


def export_glb(
    doc: Mapping[str, Any],
    read_asset: Callable[[str], bytes],
    shared: Mapping[str, Any] | None = None,
) -> bytes:
    """One GLB of hall document `doc`, every model in its finest level.

    `read_asset` gives the GLB behind a content address, or raises LookupError or OSError when it
    is missing. `shared` maps paths to values of the shared layer; exhibits are then written as
    visitors see them now: taken apart, in a variant, recoloured. Scene nodes keep their ids, kinds,
    cards and other components as extras. What could not be taken along is listed in
    `asset.extras.warnings`. Raises GlbError when the whole exceeds 4 GiB.
    """
    output = Output()
    scene = HallExport(output, read_asset).write(doc, shared)
    return output.finish(scene)
