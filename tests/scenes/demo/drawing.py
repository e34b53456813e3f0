"""What a test asks of faces drawn on a sheet: their area, and which way they look."""

from __future__ import annotations

import numpy as np

from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet


def drawn(sheet: Sheet, material: str = "stone") -> Faces:
    """Everything on the sheet of one material."""
    return join(sheet.faces[material])


def corners(faces: Faces) -> Floats:
    """The corners of each triangle (n, 3, 3)."""
    found: Floats = faces.positions[faces.indices]
    return found


def fronts(faces: Faces) -> Floats:
    """Each triangle's front (n, 3), as long as its area."""
    t = corners(faces)
    half: Floats = np.cross(t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]) / 2
    return half


def area(faces: Faces) -> float:
    """The surface in square metres."""
    return float(np.linalg.norm(fronts(faces), axis=1).sum())


def volume(faces: Faces) -> float:
    """The volume inside a closed surface; negative when it is inside out."""
    t = corners(faces)
    return float((t[:, 0] * np.cross(t[:, 1], t[:, 2])).sum() / 6)


def agrees(faces: Faces) -> bool:
    """Whether normals have length 1 and look to the front of their triangles."""
    each = fronts(faces)
    solid = np.linalg.norm(each, axis=1) > 1e-9
    towards = (each[:, None] * faces.normals[faces.indices]).sum(axis=2)[solid]
    unit = np.abs(np.linalg.norm(faces.normals, axis=1) - 1) < 1e-6
    return bool((towards > 0).all() and unit.all())
