"""sampler (glTF 2.0, section 5.26): how a texture is filtered and repeated."""

from __future__ import annotations

from scenes.exhibits.check.structure.fields import Int, Text
from scenes.exhibits.check.structure.table import Table

__all__ = ["SAMPLER"]

MAGNIFYING = (9728, 9729)
MINIFYING = (*MAGNIFYING, 9984, 9985, 9986, 9987)
REPEATING = 10497
WRAPS = (33071, 33648, REPEATING)

SAMPLER = Table(
    "samplers",
    {
        "magFilter": Int(choices=MAGNIFYING),
        "minFilter": Int(choices=MINIFYING),
        "wrapS": Int(default=REPEATING, choices=WRAPS),
        "wrapT": Int(default=REPEATING, choices=WRAPS),
        "name": Text(),
    },
)
