"""Surface finishes shared by the exhibits; their colour comes from the vertices."""

from __future__ import annotations

from scenes.author import Material
from scenes.demo.shapes import srgb

__all__ = [
    "ALUMINIUM",
    "BLACK",
    "BRASS",
    "BRUSHED",
    "CAST",
    "COPPER",
    "DARK_STEEL",
    "GRAPHITE",
    "LACQUER",
    "LIGHT_GREY",
    "MACHINED",
    "ORANGE",
    "PAINT",
    "PLASTIC",
    "RUBBER",
    "STEEL",
    "TEAL",
    "WHITE",
]

# Finishes: how a surface answers light.
MACHINED = Material("machined metal", metallic=1.0, roughness=0.24)
BRUSHED = Material("brushed metal", metallic=1.0, roughness=0.42)
CAST = Material("cast metal", metallic=0.85, roughness=0.62)
PAINT = Material("powder coat", roughness=0.46)
LACQUER = Material("lacquer", roughness=0.35, clearcoat=1.0, clearcoat_roughness=0.08)
PLASTIC = Material("plastic", roughness=0.6)
RUBBER = Material("rubber", roughness=0.88)

# Colours: linear, for vertices. Metals are their reflectance.
STEEL = (0.66, 0.66, 0.67)
DARK_STEEL = (0.30, 0.31, 0.33)
ALUMINIUM = (0.80, 0.81, 0.82)
BRASS = (0.80, 0.58, 0.27)
COPPER = (0.88, 0.47, 0.30)
WHITE = srgb("#e0e3e2")
LIGHT_GREY = srgb("#c3c8cb")
GRAPHITE = srgb("#3b4046")
BLACK = srgb("#1b1d20")
ORANGE = srgb("#e8772e")
TEAL = srgb("#1f7f86")
