"""A new hall that is like another one: everything in it, and nobody."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def copied(document: Mapping[str, Any], hall: str, properties: Mapping[str, Any]) -> Json:
    """The document of a hall ``hall`` that stands as ``document`` does; it starts closed.

    Portals lead where they led. ``properties`` replace the hall's own.
    """
    nodes = copy.deepcopy(dict(document["nodes"]))
    own = {**copy.deepcopy(dict(document["hall"])), **properties, "id": hall, "state": "closed"}
    return {"hall": own, "nodes": nodes}
