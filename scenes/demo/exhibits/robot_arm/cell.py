"""What the robot works on: two stands, and the part that it carries between them."""

from __future__ import annotations

from math import radians

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, painted
from scenes.demo.exhibits.robot_arm.pick import PLACE_A, PLACE_B, grasp_place
from scenes.demo.exhibits.robot_arm.plan import UP
from scenes.demo.shapes import Mesh, lathe, merge, tube

__all__ = ["cell"]

PART_LOW = -0.06


def cell(detail: Detail) -> tuple[Item, Item]:
    """The stands, and the part where the clip begins."""
    posts = [_stand(detail, grasp_place(pose)) for pose in (PLACE_A, PLACE_B)]
    stands = Item(
        "stands",
        (
            painted(f.PAINT, f.GRAPHITE, *(post for post, _ in posts)),
            painted(f.BRUSHED, f.ALUMINIUM, *(top for _, top in posts)),
        ),
        ("上下料台", "Loading stands"),
    )
    part = Item(
        "workpiece",
        (painted(f.MACHINED, f.BRASS, _hub(detail)),),
        at=grasp_place(PLACE_A),
        turn=about(UP, radians(PLACE_A[0] - PLACE_A[5])),
    )
    return stands, part


def _stand(detail: Detail, place: tuple[float, float, float]) -> tuple[Mesh, Mesh]:
    x, y, z = place
    top, n = y + PART_LOW, detail.round(40)
    neck = top - 0.014
    foot = [(0, 0), (0.085, 0), (0.085, 0.012), (0.03, 0.022), (0.03, neck), (0, neck)]
    disc = [(0, neck), (0.07, neck), (0.074, neck + 0.004), (0.074, top - 0.003), (0.071, top)]
    post, plate = lathe(foot, n), lathe([*disc, (0, top)], n)
    return post.moved(x, 0, z), plate.moved(x, 0, z)


def _hub(detail: Detail) -> Mesh:
    """A flanged hub, gripped by its boss about the origin."""
    n = detail.round(40)
    low = PART_LOW
    rim = [(0.007, low), (0.044, low), (0.046, low + 0.002), (0.046, low + 0.014)]
    neck = [(0.044, low + 0.016), (0.02, low + 0.018), (0.0152, low + 0.026)]
    boss = [(0.0152, 0.016), (0.0135, 0.018), (0.007, 0.018), (0.007, low)]
    body = lathe([*rim, *neck, *boss], n)
    collar = tube(0.03, 0.014, 0.008, n, detail.edge(0.0015)).moved(y=PART_LOW + 0.02)
    return merge([body, collar])
