"""What the API takes and gives about booths, as pydantic models."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from server.net.bodies import OperationBody, Strict
from server.net.bodies_exhibits import example

TENANT = {"enterprise": "e_0123456789abcdef", "name": {"zh": "灵犀机器人", "en": "Lingxi Robotics"},
          "since": 1_790_000_000.0}  # fmt: skip
BOOTH: dict[str, Any] = {
    "hall": "street", "node": "booth-a-01", "no": "A-01",
    "name": {"zh": "A-01 展位", "en": "Booth A-01"},
    "width": 6.0, "depth": 4.4, "height": 3.2, "triangles": 400_000, "texture_bytes": 100_663_296,
    "position": [-8.7, 0.03, 18.5], "yaw": 1.5708, "visible": True, "tenant": TENANT,
}  # fmt: skip


class BoothTenant(BaseModel):
    """The company that has a booth; seconds of Unix time."""

    enterprise: str
    name: dict[str, str]
    since: float


class BoothAnswer(BaseModel):
    """A booth: metres, radians about +Y (0 opens towards +Z), and what may stand in it."""

    model_config = example(**BOOTH)

    hall: str
    node: str
    no: str
    name: dict[str, str]
    width: float
    depth: float
    height: float
    triangles: int
    texture_bytes: int
    position: tuple[float, float, float]
    yaw: float
    visible: bool
    tenant: BoothTenant | None


class BoothList(BaseModel):
    """Every booth of the halls that one may enter, hall by hall, as they are numbered."""

    booths: list[BoothAnswer]


class BoothUse(BaseModel):
    """What stands in a booth, each thing at its finest."""

    nodes: int
    triangles: int
    texture_bytes: int


class BoothDetail(BoothAnswer):
    """A booth with what of its budget is used; ``own``: whether you may furnish it."""

    used: BoothUse
    most_nodes: int
    own: bool


class BoothEdit(Strict):
    """Operations on what stands in a booth: all below the booth's own node, and inside its box.

    ``base``: the revision that structural ones (add, remove, another parent) were made on.
    """

    model_config = example(
        ops=[{"op": "set", "path": "/nodes/sign-1/text/zh", "value": "欢迎"}], base=12
    )

    ops: list[OperationBody] = Field(min_length=1, max_length=400)
    base: int | None = Field(default=None, ge=0, le=2**53)
