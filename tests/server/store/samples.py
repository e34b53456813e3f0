"""Small records for the archive's tests."""

from __future__ import annotations

from server.store import StoredPatch
from server.store.records import Document, Layer

DOC: Document = {"hall": {"id": "grounds", "name": {"zh": "园区", "en": "Grounds"}}, "nodes": {}}


def patch(revision: int, hall: str = "grounds", layer: Layer = "published") -> StoredPatch:
    path = f"/nodes/n{revision}"
    return StoredPatch(
        hall=hall,
        revision=revision,
        author="operator",
        at=1000.0 + revision,
        layer=layer,
        ops=[{"op": "add", "path": path, "value": {"kind": "group"}}],
        inverse=[{"op": "remove", "path": path}],
        note=None,
    )
