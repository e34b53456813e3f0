"""Stages, and how far the casings are cut open."""

from __future__ import annotations

from math import pi, tau

from scenes.demo.shapes import srgb

__all__ = [
    "AXIS",
    "CASING",
    "COMPRESSOR",
    "COMPRESSOR_WALL",
    "HOT",
    "OPEN",
    "START",
    "TURBINE",
    "TURBINE_WALL",
]

AXIS = 0.42
OPEN = tau * 0.66
# The casings are cut open towards the visitor: from here on they run round for OPEN.
START = pi * 1.0
# Compressor stages: axial place, hub radius, tip radius, blades.
COMPRESSOR = [(-0.62 + 0.062 * i, 0.125 + 0.0075 * i, 0.245 - 0.0045 * i, 17 + i) for i in range(9)]
TURBINE = [(0.34, 0.165, 0.225, 26), (0.43, 0.155, 0.25, 24), (0.52, 0.145, 0.275, 22)]
# Inner walls of the casings: (radius, along).
COMPRESSOR_WALL = [(0.252, -0.66), (0.212, -0.1)]
TURBINE_WALL = [(0.232, 0.27), (0.238, 0.36), (0.296, 0.56)]
HOT = srgb("#b9865a")
CASING = srgb("#c9d3d6")
