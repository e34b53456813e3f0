"""The coarsest level, which everybody gets first: made ever poorer until it is small enough."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import NamedTuple

from scenes.exhibits.derive.assemble import Assembled, assemble
from scenes.exhibits.derive.cut import Cut, coarser
from scenes.exhibits.derive.geometry import Geometry
from scenes.exhibits.derive.precision import LEVELS
from scenes.exhibits.derive.recipe import Recipe
from scenes.exhibits.derive.shape import Shape
from scenes.exhibits.derive.simplify import Wish
from scenes.exhibits.derive.textures import TINY, Gallery
from scenes.exhibits.parts import Part
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, write_glb

__all__ = ["coarsest"]

MOST = 61_000
"""Bytes of the level and of what a manifest says of its parts; it then stays below 64 KiB."""
TRIANGLE = 8
"""Bytes that a triangle and its share of the vertices, or a point, come to."""


SMALL = 2**13
"""Bytes of geometry up to which an uncompressed level may be the smaller one."""
MANY = 16
"""Pieces from which on their accessors' words outweigh their vertices."""
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
    parts: Sequence[Part],
) -> tuple[Recipe, Assembled]:
    """L3: the first attempt that is small enough, or the smallest of all."""
    most = MOST - len(dumps([part.json for part in parts], ensure_ascii=False).encode())
    made = [_made(glb, found, _recipe(found, forms, finer, pictures, policy, TRIES[0]))]
    words = made[0].size - len(made[0].level.glb.bin)
    # Where the words alone are too many, little is gained by poor geometry beside them.
    for attempt in TRIES[1:] if words < most else [_Try(max(TRIES[3].geometry, words // 4), 1, 16)]:
        if made[-1].size <= most:
            break
        made.append(_made(glb, found, _recipe(found, forms, finer, pictures, policy, attempt)))
    if words >= most:
        return made[-1].recipe, made[-1].level
    best = min(made, key=lambda each: max(each.size, most))
    return best.recipe, best.level


class _Made(NamedTuple):
    size: int
    recipe: Recipe
    level: Assembled


def _made(glb: Glb, found: Geometry, recipe: Recipe) -> _Made:
    """A recipe carried out; without compression where that is smaller."""
    tries = [recipe]
    made = []
    while tries:
        each = tries.pop()
        level = assemble(glb, found, each)
        made.append(_Made(len(write_glb(*level.glb)), each, level))
        if each.precision is not None and level.geometry_bytes < SMALL:
            tries.append(each._replace(precision=None))
    return min(made, key=lambda each: each.size)


def _recipe(
    found: Geometry,
    forms: list[Shape | None],
    finer: Cut,
    pictures: Gallery,
    policy: Policy,
    attempt: _Try,
) -> Recipe:
    most = attempt.geometry / TRIANGLE
    total = sum(piece.size for piece in found.pieces)
    share = min(policy.triangle_shares[3], most / max(total, 1))
    floor = int(min(most / 2, LEAST) / max(len(found.pieces), 1))
    wish = Wish(share, max(1, floor), ERROR, rough=True, thin=True)
    side = min(TINY[attempt.tiny], policy.texture_sides[3])
    cut = coarser(found, forms, finer, wish)
    together = len(found.pieces) >= MANY
    return Recipe(cut, LEVELS[3], pictures.at(side), attempt.keys, together)
