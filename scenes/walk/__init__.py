"""Walkable floors: where one can stand, straight and winding ways, and ways across portals."""

from __future__ import annotations

from scenes.walk.check import find_walk_faults
from scenes.walk.map import WalkMap
from scenes.walk.route import Passage, route

__all__ = ["Passage", "WalkMap", "find_walk_faults", "route"]
