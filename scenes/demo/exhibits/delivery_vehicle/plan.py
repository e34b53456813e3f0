"""Measures, colours and materials of the vehicle."""

from __future__ import annotations

from scenes.author import Material

__all__ = [
    "BASE",
    "COLOURS",
    "GLASS",
    "HIGH",
    "LAMP",
    "LONG",
    "SHUTTER",
    "TAIL",
    "TRACK",
    "WHEEL",
    "WIDE",
]

LONG, WIDE, HIGH = 2.3, 1.0, 1.5
WHEEL, TRACK, BASE = 0.27, 0.86, 1.34
# By the name that visitors choose: colour, and the name in each language.
COLOURS = {
    "青玉 Jade": ("#0f8f84", {"zh": "青玉", "en": "Jade"}),
    "朱砂 Cinnabar": ("#c8442c", {"zh": "朱砂", "en": "Cinnabar"}),
    "白瓷 Porcelain": ("#e4e7e6", {"zh": "白瓷", "en": "Porcelain"}),
    "墨 Ink": ("#262c33", {"zh": "墨", "en": "Ink"}),
}
GLASS = Material("tinted glass", (0.02, 0.028, 0.034), roughness=0.08, clearcoat=1.0)
LAMP = Material("lamp", (0.9, 0.95, 1.0), emissive=(0.85, 0.95, 1.0), emissive_strength=2.5)
TAIL = Material("tail lamp", (0.6, 0.02, 0.02), emissive=(0.9, 0.05, 0.03), emissive_strength=1.5)
SHUTTER = (-0.42, 1.29, 0.509)
