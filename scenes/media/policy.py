"""How much an image, a video or a document may ask for, with defaults an operator can change."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MediaPolicy"]


@dataclass(frozen=True, slots=True)
class MediaPolicy:
    """Limits of one file; bytes and pixels."""

    max_bytes: int = 512 * 2**20
    max_pixels: int = 64 * 2**20
    """Pixels of an image."""
    shown_side: int = 2048
    """Longer side of an image or a page as it is shown."""
    small_side: int = 320
    """Longer side of the picture in lists, and of what a board shows first."""
    max_video_side: int = 4096
    max_seconds: float = 4 * 3600.0
    """Length of a video."""
    max_pages: int = 200
    page_side: int = 1600
    """Longer side of a page's picture."""
