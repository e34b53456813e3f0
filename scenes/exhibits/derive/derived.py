"""The four levels of an exhibit, made from its normalised GLB."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scenes.exhibits.derive.assemble import Assembled, assemble
from scenes.exhibits.derive.coarsest import coarsest
from scenes.exhibits.derive.cut import coarser, whole
from scenes.exhibits.derive.drawn import Drawn, drawn
from scenes.exhibits.derive.geometry import Geometry, geometry
from scenes.exhibits.derive.posed import mark_posed
from scenes.exhibits.derive.precision import LEVELS, Precision
from scenes.exhibits.derive.recipe import Recipe
from scenes.exhibits.derive.shape import Shape, shapes
from scenes.exhibits.derive.simplify import Wish
from scenes.exhibits.derive.textures import gallery
from scenes.exhibits.parts import parts_of, with_parts
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, write_glb

__all__ = ["Derived", "Tell", "derive"]

Tell = Callable[[str, float], None]
"""Is told the name of a step and how much of it is done, 0 to 1."""
SMALL = 2**15
"""Bytes of geometry up to which an uncompressed level may be the smaller one."""
LEAST = (1000, 500)
"""Triangles that a model may keep in L1 and L2 however few it has."""
ERRORS = (0.01, 0.03)
"""The largest deviations in L1 and L2, as a share of a piece's extent."""
ROUNDING = 1.74
"""Steps of its grid, as a share of the extent, that a vertex strays at most: half a step, which
is up to twice that share of the extent, in three directions."""


class Derived(NamedTuple):
    """One level: a GLB, what it draws in its default scene, and how far (metres) it strays."""

    level: int
    data: bytes
    triangles: int
    vertices: int
    draw_calls: int
    error: float
    gpu_bytes: int


def derive(glb: Glb, policy: Policy, tell: Tell = lambda step, done: None) -> list[Derived]:
    """L0 to L3 of a normalised GLB, finest first; the same bytes for the same input."""
    source, parts = glb, parts_of(glb)
    glb = with_parts(glb, parts)
    pictures = gallery(glb, policy, lambda done: tell("derive", done * 0.5))
    found = geometry(glb)
    seen, forms = drawn(glb), shapes(found)
    mark_posed(glb, found, forms)
    tell("derive", 0.6)
    shares = policy.triangle_shares
    cuts = [whole(found)]
    for share, least, error in zip(shares[1:3], LEAST, ERRORS, strict=True):
        floor = max(12, least // max(len(found.pieces), 1))
        cuts.append(coarser(found, forms, cuts[-1], Wish(share, floor, error)))
    tell("derive", 0.8)
    recipes = [
        Recipe(cut, LEVELS[i], pictures.at(policy.texture_sides[i])) for i, cut in enumerate(cuts)
    ]
    levels = [(recipe, _smallest(glb, found, recipe)) for recipe in recipes]
    tell("derive", 0.9)
    levels.append(coarsest(glb, found, forms, cuts[2], pictures, policy, parts))
    made = [
        _derived(i, found, forms, seen, recipe, level) for i, (recipe, level) in enumerate(levels)
    ]
    tell("derive", 1.0)
    return [_as_it_came(source, glb, made[0]), *made[1:]]


def _smallest(glb: Glb, found: Geometry, recipe: Recipe) -> Assembled:
    """Compressed, or as it is where there is too little to compress."""
    made = assemble(glb, found, recipe)
    if made.geometry_bytes > SMALL:
        return made
    plain = assemble(glb, found, recipe._replace(precision=None))
    return min(made, plain, key=lambda each: len(write_glb(*each.glb)))


def _derived(
    level: int,
    found: Geometry,
    forms: list[Shape | None],
    seen: dict[tuple[int, int], Drawn],
    recipe: Recipe,
    made: Assembled,
) -> Derived:
    pieces = [(found.of[place], one) for place, one in seen.items()]
    triangles = sum(
        one.copies * (len(recipe.cut.indices[i]) // 3)
        for i, one in pieces
        if found.pieces[i].is_triangles
    )
    errors = [
        (recipe.cut.errors[i] + _rounding(forms[i], made.precision)) * one.scale
        for i, one in pieces
    ]
    images = {image.data: image.gpu_bytes for image in recipe.images}
    return Derived(
        level,
        write_glb(*made.glb),
        triangles,
        made.vertices,
        sum(one.calls for _, one in pieces),
        float(f"{max(errors, default=0.0):.4g}"),
        made.geometry_bytes + sum(images.values()),
    )


def _rounding(form: Shape | None, precision: Precision | None) -> float:
    if form is None or precision is None:
        return 0.0
    return ROUNDING * form.extent * 2.0**-precision.position


def _as_it_came(source: Glb, glb: Glb, finest: Derived) -> Derived:
    """L0 as the normalised GLB, where nothing could be gained."""
    if len(finest.data) <= len(write_glb(*source)):
        return finest
    return finest._replace(data=write_glb(*glb), error=0.0)
