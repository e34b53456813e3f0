"""An edit of a scene as a request brings it."""

from __future__ import annotations

from typing import Any

from scenes.findings import Finding
from scenes.operations import Operation, is_structural
from server.errors import RequestError
from server.halls.hall import Hall


def edit_of(body: Any, hall: Hall) -> tuple[list[Operation], int]:
    """The operations of a body with ``ops`` and ``base``, and the revision they are made on.

    Without one they are made on the newest; what changes the tree must name it: RequestError
    ``invalid`` else.
    """
    ops = [op.model_dump(exclude_unset=True) for op in body.ops]
    if body.base is not None:
        return ops, body.base
    if any(is_structural(op) for op in ops):
        raise RequestError("invalid", [Finding("/base", "missing")])
    return ops, hall.revision
