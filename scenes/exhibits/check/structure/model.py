"""A document as it was read: its arrays, and what linking finds out about them together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from scenes.exhibits.check.structure.forest import Forest
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.objects.buffer import Buffer
from scenes.exhibits.check.structure.objects.buffer_view import BufferView
from scenes.exhibits.check.structure.objects.image import Image
from scenes.exhibits.check.structure.objects.material import Material
from scenes.exhibits.check.structure.objects.mesh import Mesh
from scenes.exhibits.check.structure.objects.node import Node
from scenes.exhibits.check.structure.objects.scene import Scene
from scenes.exhibits.check.structure.objects.skin import Skin
from scenes.exhibits.check.structure.part import Part

__all__ = ["Model"]

T = TypeVar("T")
Entries = list[T | None]


class Model:
    """An entry is None where the file has something else than an object."""

    def __init__(self) -> None:
        self.accessors: Entries[Accessor] = []
        self.animations: Entries[Part] = []
        self.buffers: Entries[Buffer] = []
        self.buffer_views: Entries[BufferView] = []
        self.cameras: Entries[Part] = []
        self.images: Entries[Image] = []
        self.materials: Entries[Material] = []
        self.meshes: Entries[Mesh] = []
        self.nodes: Entries[Node] = []
        self.samplers: Entries[Part] = []
        self.scenes: Entries[Scene] = []
        self.skins: Entries[Skin] = []
        self.textures: Entries[Part] = []
        self.extensions: dict[str, Any] = {}
        self.matrices: dict[int, list[float]] = {}
        """Matrices that are not the identity, by node."""
        self.parents: list[int] = []
        self._forest: Forest | None = None
        self._sharing: dict[int, set[int]] = {}

    def adopt(self, child: int, parent: Any) -> bool:
        """Give a node its parent; false when it has one, which is replaced."""
        is_free = self.parents[child] == NONE
        self.parents[child] = parent
        return is_free

    @property
    def forest(self) -> Forest:
        """The forest of the nodes, once all are linked."""
        if self._forest is None:
            self._forest = Forest(self.parents)
        return self._forest

    def joins_others(self, accessor: Accessor) -> bool:
        """Whether other accessors of vertices were found in a bufferView before this one was."""
        sharing = self._sharing.setdefault(accessor.view_index, set())
        if id(accessor) in sharing:
            return False
        sharing.add(id(accessor))
        return len(sharing) > 1

    def collections(self) -> dict[str, Sequence[Part | None]]:
        """The arrays by their names in the file."""
        return {
            "bufferViews": self.buffer_views,
            "accessors": self.accessors,
            "images": self.images,
            "textures": self.textures,
            "materials": self.materials,
            "meshes": self.meshes,
            "nodes": self.nodes,
            "skins": self.skins,
            "animations": self.animations,
            "scenes": self.scenes,
        }
