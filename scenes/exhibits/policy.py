"""How much an exhibit may ask for: limits that an operator can set, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Policy"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Budgets of one exhibit. Bytes unless another unit is said."""

    max_bytes: int = 512 * 2**20
    """The upload, and what a zip unfolds to."""
    max_files: int = 1000
    max_json_bytes: int = 64 * 2**20
    max_json_depth: int = 64
    max_zip_ratio: int = 200
    """Unfolded bytes for each packed one, in all and for any member above a megabyte."""
    max_triangles: int = 5_000_000
    max_draw_calls: int = 20_000
    max_nodes: int = 50_000
    max_textures: int = 500
    max_texture_side: int = 16_384
    """Pixels."""
    max_texture_pixels: int = 64 * 2**20
    """Pixels of one image."""
    max_all_pixels: int = 512 * 2**20
    """Pixels of all images together."""
    max_gpu_bytes: int = 4 * 2**30
    """What the original would take on a graphics card: geometry, and textures with mipmaps."""
    max_findings: int = 1000
    """Findings that are listed; more are only counted."""
    texture_sides: tuple[int, int, int, int] = (2048, 1024, 512, 64)
    """Largest side in pixels of a texture in L0 to L3."""
    texture_format: Literal["webp", "ktx2"] = "webp"
    """WebP is small on the wire and quick to make. KTX2 (KHR_texture_basisu) takes a quarter of the
    memory on a graphics card, where its encoder is there; L3 stays WebP."""
    triangle_shares: tuple[float, float, float, float] = (1.0, 0.5, 0.2, 0.05)
    """Triangles of L0 to L3, as a share of the original's."""
