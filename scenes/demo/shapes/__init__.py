"""Shapes made by code: immutable meshes in metres, +Y up, deterministic."""

from scenes.demo.shapes.box import box
from scenes.demo.shapes.colour import srgb
from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.extrude import extrude, inset
from scenes.demo.shapes.grid import grid, plane, polygon
from scenes.demo.shapes.lathe import cone, cylinder, lathe, sphere, torus, tube
from scenes.demo.shapes.mesh import Mesh, merge
from scenes.demo.shapes.occlusion import baked, gradient
from scenes.demo.shapes.sweep import circle, curve, loft, pipe, sweep

__all__ = [
    "Mesh",
    "baked",
    "box",
    "circle",
    "cone",
    "creased",
    "curve",
    "cylinder",
    "extrude",
    "gradient",
    "grid",
    "inset",
    "lathe",
    "loft",
    "merge",
    "pipe",
    "plane",
    "polygon",
    "sphere",
    "srgb",
    "sweep",
    "torus",
    "tube",
]
