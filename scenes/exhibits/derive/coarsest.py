"""The coarsest level, which everybody gets first: made ever poorer until it is small enough."""

from __future__ import annotations

from typing import NamedTuple

from scenes.exhibits.derive.assemble import Assembled, assemble
from scenes.exhibits.derive.cut import Cut, coarser
from scenes.exhibits.derive.geometry import Geometry
from scenes.exhibits.derive.precision import LEVELS
from scenes.exhibits.derive.recipe import Recipe
from scenes.exhibits.derive.shape import Shape
from scenes.exhibits.derive.simplify import Wish
from scenes.exhibits.derive.textures import TINY, Gallery
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, write_glb

__all__ = ["coarsest"]

MOST = 57_000
"""Bytes that the level should have; with a manifest it then stays below 64 KiB."""
PER_PART = 150
"""Bytes of a part in the manifest."""
TRIANGLE = 8
"""Bytes that a triangle and its share of the vertices come to."""


LEAST = 600
"""Triangles that a model may keep however few it has."""
ERROR = 0.2
"""The largest deviation, as a share of a piece's extent."""


class _Try(NamedTuple):
    """Bytes for geometry, which of the tiny sides, key frames of an animated value."""

    geometry: int
    tiny: int
    keys: int


TRIES = (
    _Try(25_000, 0, 48),
    _Try(18_000, 0, 24),
    _Try(18_000, 1, 16),
    _Try(12_000, 2, 12),
    _Try(8_000, 3, 8),
    _Try(4_000, 4, 4),
    _Try(1_500, 4, 2),
)


def coarsest(
    glb: Glb,
    found: Geometry,
    forms: list[Shape | None],
    finer: Cut,
    pictures: Gallery,
    policy: Policy,
    parts: int,
) -> tuple[Recipe, Assembled]:
    """L3: the first attempt that is small enough, or the smallest of all."""
    most = MOST - PER_PART * parts
    best: tuple[int, Recipe, Assembled] | None = None
    for attempt in TRIES:
        recipe = _recipe(found, forms, finer, pictures, policy, attempt)
        for each in (recipe, recipe._replace(precision=None)):
            made = assemble(glb, found, each)
            size = len(write_glb(*made.glb))
            if best is None or size < best[0]:
                best = size, each, made
            if made.geometry_bytes > attempt.geometry:
                break
        assert best is not None
        if best[0] <= most:
            break
    assert best is not None
    return best[1], best[2]


def _recipe(
    found: Geometry,
    forms: list[Shape | None],
    finer: Cut,
    pictures: Gallery,
    policy: Policy,
    attempt: _Try,
) -> Recipe:
    most = attempt.geometry / TRIANGLE
    total = sum(piece.triangles for piece in found.pieces)
    share = min(policy.triangle_shares[3], most / max(total, 1))
    floor = int(min(most / 2, LEAST) / max(len(found.pieces), 1))
    wish = Wish(share, max(1, floor), ERROR, rough=True, thin=True)
    side = min(TINY[attempt.tiny], policy.texture_sides[3])
    cut = coarser(found, forms, finer, wish)
    return Recipe(cut, LEVELS[3], pictures.at(side), attempt.keys)
