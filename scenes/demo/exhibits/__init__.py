"""The exhibits of the demo park: industrial machines made by code, licensed CC0-1.0."""

from __future__ import annotations

from scenes.demo.exhibits.exhibit import Built, Exhibit, Fact, Plinth, build
from scenes.demo.exhibits.planetary_gearbox import EXHIBIT as PLANETARY_GEARBOX

__all__ = ["Built", "Exhibit", "Fact", "Plinth", "build", "catalogue"]


def catalogue() -> tuple[Exhibit, ...]:
    """All exhibits, in the order in which a visitor should meet them."""
    return (PLANETARY_GEARBOX,)
