"""A document as it was read: its arrays, and what linking finds out about them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Protocol, TypeVar

from scenes.exhibits.check.structure.forest import Forest
from scenes.exhibits.check.structure.numbers import NONE

__all__ = ["Collected", "Model"]


class Collected(Protocol):
    """An object that is an entry of one of the document's arrays, named in ``collection``."""

    collection: ClassVar[str]


Kind = TypeVar("Kind", bound=Collected)


class Model:
    """``arrays`` by their names in the file; an entry that was no object is None."""

    def __init__(self, arrays: Mapping[str, list[Any]]) -> None:
        self.arrays = arrays
        self.extensions: dict[str, Any] = {}
        self.parents = [NONE] * len(arrays["nodes"])
        self._forest: Forest | None = None
        self._sharing: dict[int, set[int]] = {}

    def has(self, collection: str, index: int) -> bool:
        """Whether an index leads to an entry."""
        entries = self.arrays[collection]
        return 0 <= index < len(entries) and entries[index] is not None

    def find(self, kind: type[Kind], index: int) -> Kind | None:
        """The entry of a kind that an index leads to; None where it leads nowhere."""
        entries: list[Kind | None] = self.arrays[kind.collection]
        return entries[index] if 0 <= index < len(entries) else None

    def all(self, kind: type[Kind]) -> Iterator[tuple[int, Kind]]:
        """Every entry of a kind, with its index."""
        entries: list[Kind | None] = self.arrays[kind.collection]
        return ((at, entry) for at, entry in enumerate(entries) if entry is not None)

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

    def joins_others(self, view: int, accessor: object) -> bool:
        """Whether other accessors of vertices were found in a bufferView before this one was."""
        sharing = self._sharing.setdefault(view, set())
        if id(accessor) in sharing:
            return False
        sharing.add(id(accessor))
        return len(sharing) > 1
