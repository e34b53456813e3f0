"""Documents of cubes."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.glb import Glb
from tests.scenes.exhibits.derive.models import glb_of
from tests.scenes.exhibits.numbers import Built

Json = dict[str, Any]
CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], "<f4")


def boxes(nodes: list[Json], roots: list[int], **more: Any) -> Glb:
    """A document whose mesh 0 is a cube of one metre."""
    built = Built()
    primitive = {"attributes": {"POSITION": built.accessor(CUBE, limits=True)}, "mode": 0}
    built.json |= {"scene": 0, "scenes": [{"nodes": roots}], "nodes": nodes}
    built.json |= {"meshes": [{"primitives": [primitive], "name": "cube"}], **more}
    return glb_of(built)


def row(count: int, **more: Any) -> list[Json]:
    return [{"mesh": 0, "name": f"box_{i}", "translation": [i, 0, 0], **more} for i in range(count)]
