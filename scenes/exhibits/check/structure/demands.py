"""What a material asks of the meshes that wear it."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Demands"]


@dataclass(slots=True)
class Demands:
    """Sets of texture coordinates (minus one for none), and whether a map bends normals."""

    coordinates: list[int] = field(default_factory=list)
    needs_tangents: bool = False
