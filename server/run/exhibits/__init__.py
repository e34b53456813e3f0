"""Exhibits: revisions of them kept, one of each published, placed in halls, and cleared away.

``exhibits.py`` is what the rest of the house uses; a job's outputs come in by ``keep.py``, leave
for the halls by ``publish.py``, stand as ``placing.py`` and ``seat.py`` say, and ``collect.py``
takes away what nothing refers to.
"""

from __future__ import annotations

from server.run.exhibits.adopt import adopt
from server.run.exhibits.assets import keep_asset
from server.run.exhibits.exhibits import Exhibits
from server.run.exhibits.grounds import Ground, import_grounds
from server.run.exhibits.outputs import Original, Outputs, Target
from server.run.exhibits.placing import Placed, Placement

__all__ = [
    "Exhibits",
    "Ground",
    "Original",
    "Outputs",
    "Placed",
    "Placement",
    "Target",
    "adopt",
    "import_grounds",
    "keep_asset",
]
