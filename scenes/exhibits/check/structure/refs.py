"""References of extensions: indices that must lead somewhere, with no rule beyond that."""

from __future__ import annotations

from typing import Any

from scenes.exhibits.check.structure.context import Context, Reference, found
from scenes.exhibits.check.structure.fields import Index
from scenes.exhibits.check.structure.lists import Indices
from scenes.exhibits.check.structure.numbers import NONE

__all__ = ["Ref", "Refs", "resolve"]


class Ref(Index):
    """An index into one of the document's arrays, looked up when all of it is read."""

    __slots__ = ("collection",)

    def __init__(self, collection: str, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.collection = collection

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The index."""
        index = super().take(value, name, ctx)
        ctx.references.append(Reference((*ctx.path, name), self.collection, index))
        return index


class Refs(Indices):
    """Indices into one of the document's arrays."""

    __slots__ = ("collection",)

    def __init__(self, collection: str, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.collection = collection

    def take(self, value: Any, name: str, ctx: Context) -> list[int] | None:
        """The indices."""
        indices = super().take(value, name, ctx)
        for at, index in enumerate(indices or ()):
            ctx.references.append(Reference((*ctx.path, name, at), self.collection, index))
        return indices


def resolve(ctx: Context) -> None:
    """Say of every reference that leads nowhere that it does."""
    for path, collection, index in ctx.references:
        entries = ctx.document.json.get(collection)
        parts = entries if isinstance(entries, list) else []
        if index != NONE and not isinstance(found(parts, index), dict):
            ctx.ledger.add(path, "UNRESOLVED_REFERENCE", str(index))
