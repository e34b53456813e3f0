"""Shapes made by code: immutable meshes in metres, +Y up, deterministic."""

from scenes.demo.shapes.box import box
from scenes.demo.shapes.colour import srgb
from scenes.demo.shapes.extrude import extrude
from scenes.demo.shapes.lathe import cylinder, lathe, sphere, torus, tube
from scenes.demo.shapes.mesh import Mesh, merge
from scenes.demo.shapes.sweep import circle, curve, loft, pipe, sweep

__all__ = [
    "Mesh",
    "box",
    "circle",
    "curve",
    "cylinder",
    "extrude",
    "lathe",
    "loft",
    "merge",
    "pipe",
    "sphere",
    "srgb",
    "sweep",
    "torus",
    "tube",
]
