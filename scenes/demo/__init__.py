"""The demo park, built by code: the same bytes every time."""

from __future__ import annotations

from typing import Any, NamedTuple

from scenes.demo.grounds.hall import grounds
from scenes.demo.halls.exhibition import exhibition
from scenes.demo.halls.service import service
from scenes.demo.halls.street import street
from scenes.demo.halls.theatre import theatre
from scenes.demo.plan import PARK

__all__ = ["DemoPark", "build_demo"]


class DemoPark(NamedTuple):
    """A whole park: hall documents by id, GLB bytes by SHA-256 (hex), and its name."""

    halls: dict[str, dict[str, Any]]
    assets: dict[str, bytes]
    name: dict[str, str]


def build_demo() -> DemoPark:
    """Build the demo park."""
    halls, assets = {}, {}
    for make in (grounds, exhibition, street, theatre, service):
        document, files = make()
        halls[document["hall"]["id"]] = document
        assets.update(files)
    return DemoPark(halls, assets, dict(PARK))
