"""What an eye would see of a GLB: its triangles where they stand, with normals and colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.glb import Glb
from scenes.summary.accessor import values
from scenes.summary.placed import placed

F64 = NDArray[np.float64]


class Seen(NamedTuple):
    """One primitive: corners and their normals (n, 3, 3) in one place, and where it stands."""

    material: dict[str, Any]
    indices: NDArray[np.int64]
    positions: F64
    normals: F64
    colors: F64
    matrices: F64

    @property
    def corners(self) -> F64:
        """The triangles (n, 3, 3) in the first of its places."""
        matrix = self.matrices[0]
        standing: F64 = self.positions @ matrix[:3, :3].T + matrix[:3, 3]
        return standing[self.indices]

    @property
    def fronts(self) -> F64:
        """Each triangle's front (n, 3) in its own space, as long as twice its area."""
        a, b, c = np.moveaxis(self.positions[self.indices], 1, 0)
        crossed: F64 = np.cross(b - a, c - a)
        return crossed


def seen(glb: Glb) -> Iterator[Seen]:
    """Every primitive of the default scene."""
    for item in placed(glb):
        primitive, attributes = item.primitive, item.primitive["attributes"]
        yield Seen(
            glb.json["materials"][primitive["material"]],
            _read(glb, primitive["indices"], 1).astype(int).reshape(-1, 3),
            _read(glb, attributes["POSITION"], 3),
            _read(glb, attributes["NORMAL"], 3),
            _read(glb, attributes["COLOR_0"], 4),
            item.matrices,
        )


def _read(glb: Glb, accessor: int, width: int) -> F64:
    found = values(glb, accessor, width)
    assert found is not None, "our own files are neither compressed nor sparse"
    return found
