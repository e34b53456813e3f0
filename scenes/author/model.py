"""What a GLB is authored from: nodes, surfaces, materials, clips. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from scenes.author.turn import IDENTITY, Quat, Vec3

__all__ = [
    "Channel",
    "Clip",
    "Geometry",
    "Instances",
    "Material",
    "Model",
    "Node",
    "Part",
    "Surface",
    "Text",
]

Text = Mapping[str, str]


class Geometry(Protocol):
    """Triangles to write; `scenes.demo.shapes.Mesh` is one."""

    @property
    def positions(self) -> NDArray[np.float32]:
        """(n,3) metres."""

    @property
    def normals(self) -> NDArray[np.float32]:
        """(n,3) of length 1."""

    @property
    def indices(self) -> NDArray[np.uint32]:
        """(3m,) counter-clockwise."""

    @property
    def colors(self) -> NDArray[np.uint8] | None:
        """(n,4) linear, or None."""

    @property
    def uvs(self) -> NDArray[np.float32] | None:
        """(n,2) with (0,0) at the image's upper left, or None."""


@dataclass(frozen=True, slots=True)
class Material:
    """A metallic-roughness material; colours are linear. `image` is a PNG for its base colour."""

    name: str
    color: Vec3 = (1.0, 1.0, 1.0)
    alpha: float = 1.0
    metallic: float = 0.0
    roughness: float = 0.5
    emissive: Vec3 = (0.0, 0.0, 0.0)
    emissive_strength: float = 1.0
    clearcoat: float = 0.0
    clearcoat_roughness: float = 0.05
    double_sided: bool = False
    image: bytes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Triangles with one material; `variants` names the material in each colour variant."""

    mesh: Geometry
    material: Material
    variants: Mapping[str, Material] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A separable part: its name, and where it goes when the exhibit is taken apart (metres)."""

    name: Text
    explode: Vec3


@dataclass(frozen=True, slots=True, eq=False)
class Instances:
    """Places at which a node's surfaces are repeated, in the node's space."""

    translations: NDArray[np.float64]
    rotations: NDArray[np.float64] | None = None
    scales: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node; nodes that hold the same `surfaces` tuple share one mesh in the file."""

    name: str
    surfaces: tuple[Surface, ...] = ()
    children: tuple[Node, ...] = ()
    translation: Vec3 = (0.0, 0.0, 0.0)
    rotation: Quat = IDENTITY
    scale: Vec3 = (1.0, 1.0, 1.0)
    part: Part | None = None
    instances: Instances | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """One animated property of the node of that name; values are (k,3) or, turning, (k,4)."""

    node: str
    path: Literal["translation", "rotation", "scale"]
    times: NDArray[np.float64]
    values: NDArray[np.float64]
    interpolation: Literal["LINEAR", "STEP"] = "LINEAR"


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A named animation; `title` is what people read."""

    name: str
    channels: tuple[Channel, ...]
    title: Text | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A whole GLB to be: `variants` lists colour variants by name, with what people read."""

    name: str
    nodes: tuple[Node, ...]
    clips: tuple[Clip, ...] = ()
    variants: Mapping[str, Text] = field(default_factory=dict)
