"""The park's colours (linear RGB) and materials: few, so that little must be drawn."""

from __future__ import annotations

Color = tuple[float, float, float]

WHITE: Color = (0.80, 0.785, 0.75)
CONCRETE: Color = (0.60, 0.59, 0.565)
STONE: Color = (0.47, 0.455, 0.425)
SLATE: Color = (0.13, 0.14, 0.15)
BRONZE: Color = (0.23, 0.165, 0.11)
TIMBER: Color = (0.36, 0.22, 0.12)
TIMBER_PALE: Color = (0.51, 0.37, 0.24)
TERRACOTTA: Color = (0.46, 0.20, 0.115)
STEEL: Color = (0.42, 0.44, 0.46)
ASPHALT: Color = (0.15, 0.152, 0.158)
GRASS: Color = (0.16, 0.215, 0.085)
MEADOW: Color = (0.205, 0.245, 0.10)
HEDGE: Color = (0.085, 0.145, 0.06)
LEAF: Color = (0.145, 0.215, 0.08)
GLASS: Color = (0.155, 0.225, 0.26)
GLASS_WARM: Color = (0.42, 0.33, 0.21)
PANEL: Color = (0.022, 0.035, 0.075)
WATER: Color = (0.035, 0.105, 0.115)
GOLD: Color = (0.62, 0.42, 0.18)
LIGHT: Color = (1.0, 0.86, 0.66)


def mix(a: Color, b: Color, t: float) -> Color:
    """Blend two colours."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def shade(a: Color, by: float) -> Color:
    """Return a colour made lighter or darker by a factor."""
    return (a[0] * by, a[1] * by, a[2] * by)
