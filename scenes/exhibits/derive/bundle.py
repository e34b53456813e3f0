"""Vertices that are written together, and what draws them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.attributes import limits, packed_attributes
from scenes.exhibits.derive.compact import compacted
from scenes.exhibits.derive.geometry import BASE, Geometry, Name, Piece
from scenes.exhibits.derive.packing import Packed
from scenes.exhibits.derive.recipe import Recipe

__all__ = ["Bundle", "bundles", "gathered"]

Json = dict[str, Any]
U32 = NDArray[np.uint32]
MOST_SHORT = 65535
"""Vertices that 16 bits can number, the last number being kept for restarts."""
CARRIED = frozenset({"name", "extras", "extensions"})


class Drawing(NamedTuple):
    """A piece by its number, and its indices into the bundle."""

    number: int
    piece: Piece
    indices: U32


class Bundle(NamedTuple):
    """Packed attributes of the same vertices, the accessors they come from, and what draws them."""

    packed: dict[Name, Packed]
    sources: dict[Name, Json]
    drawings: list[Drawing]
    held: bool

    @property
    def vertices(self) -> int:
        """How many vertices it has."""
        return min((len(one.data) for one in self.packed.values()), default=0)


def bundles(found: Geometry, recipe: Recipe) -> list[Bundle]:
    """One bundle for each soup; for far fewer words, soups of a kind together."""
    made = [_bundle(found, recipe, i, numbers) for i, numbers in enumerate(found.by_soup())]
    return gathered(made) if recipe.together else made


def _bundle(found: Geometry, recipe: Recipe, number: int, pieces: list[int]) -> Bundle:
    soup, own = found.soups[number], [found.pieces[i] for i in pieces]
    rows, indices = compacted(soup, own, [recipe.cut.indices[i] for i in pieces])
    packed = packed_attributes(soup, rows, recipe.precision)
    drawings = [Drawing(*each) for each in zip(pieces, own, indices, strict=True)]
    sources = {name: stream.json for name, stream in soup.streams.items()}
    return Bundle(packed, sources, drawings, soup.held)


def gathered(made: Iterable[Bundle]) -> list[Bundle]:
    """Bundles whose vertices look alike made one, up to what 16 bits can number.

    Accessors take far more words than the few vertices of a coarse level.
    """
    done: list[Bundle] = []
    open_: dict[str, list[Bundle]] = {}
    for bundle in made:
        kind = _kind(bundle)
        if kind is None:
            done.append(bundle)
            continue
        batch = open_.setdefault(kind, [])
        if sum(each.vertices for each in batch) + bundle.vertices > MOST_SHORT:
            done.append(_joined(batch))
            batch.clear()
        batch.append(bundle)
    return done + [_joined(batch) for batch in open_.values()]


def _kind(bundle: Bundle) -> str | None:
    """What bundles have in common that can be one; None where one must stay by itself."""
    said = any(CARRIED & source.keys() for source in bundle.sources.values())
    morphs = any(target != BASE for target, _ in bundle.packed)
    if bundle.held or said or morphs or not bundle.packed or bundle.vertices > MOST_SHORT:
        return None
    words = [
        (name, one.filter, one.data.shape[1], sorted(_layout(one.json).items()))
        for name, one in sorted(bundle.packed.items())
    ]
    return repr(words)


def _layout(words: Json) -> Json:
    return {key: value for key, value in words.items() if key not in ("min", "max")}


def _joined(batch: list[Bundle]) -> Bundle:
    if len(batch) == 1:
        return batch[0]
    names = batch[0].packed
    starts = np.cumsum([0, *(bundle.vertices for bundle in batch)])
    drawings = [
        Drawing(number, piece, (indices + np.uint32(start)).astype(np.uint32))
        for bundle, start in zip(batch, starts.tolist(), strict=False)
        for number, piece, indices in bundle.drawings
    ]
    packed = {name: _stacked([bundle.packed[name] for bundle in batch]) for name in names}
    return Bundle(packed, batch[0].sources, drawings, False)


def _stacked(parts: list[Packed]) -> Packed:
    values = np.concatenate([part.values for part in parts])
    words = _layout(parts[0].json)
    if "min" in parts[0].json:
        words |= limits(values)
    return Packed(np.concatenate([part.data for part in parts]), parts[0].filter, words, values)
