"""An autonomous delivery vehicle in four colours; it rolls, and its hatch opens."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.delivery_vehicle.body import body, sensors
from scenes.demo.exhibits.delivery_vehicle.cargo import lockers, shutter
from scenes.demo.exhibits.delivery_vehicle.chassis import chassis, wheels
from scenes.demo.exhibits.delivery_vehicle.plan import COLOURS
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin, stretch

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    car = Item("vehicle", turn=about((0, 1, 0), -pi / 2), children=_parts(detail))
    titles = {name: title for name, (_, title) in COLOURS.items()}
    return Model("delivery-vehicle", assemble((car,), detail), clips=(_deliver(),), variants=titles)


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("chassis", chassis(detail), ("滑板底盘与电池", "Skateboard chassis and battery")),
        Item("body", body(detail), ("车身", "Body"), (0, 0.5, 0)),
        Item("cargo", lockers(detail), ("货格", "Parcel lockers"), (0, 0.25, 0.75)),
        Item(
            "hatch", (), ("货舱卷门", "Cargo shutter"), (0, 0.5, 1.0), children=(shutter(detail),)
        ),
        Item("sensors", sensors(detail), ("激光雷达与相机", "Lidar and cameras"), (0, 0.85, 0)),
        *wheels(detail),
    )


def _deliver() -> Clip:
    """Roll up, stop, open the shutter, close it."""
    seconds = 8.0
    wheels = [spin(f"wheel-{i + 1}", (0, 0, -1), 3.0, 3.0) for i in range(4)]
    lift = stretch("shutter", (1, 0.1, 1), (0.0, 3.2, 4.8, 6.4, seconds), (0, 0, 1, 1, 0))
    return Clip("deliver", (*wheels, lift), {"zh": "驶来并开门", "en": "Arrive and open"})


EXHIBIT = Exhibit(
    "delivery-vehicle",
    {"zh": "L4 无人配送车", "en": "L4 autonomous delivery vehicle"},
    {"zh": "驭风智行", "en": "Yufeng Mobility"},
    {
        "zh": "滑板底盘把电池、转向与制动收在地板下，上装可以换成货格、冷链或零售柜。"
        "试着切换四种车色，或播放“驶来并开门”。",
        "en": "A skateboard chassis keeps battery, steering and brakes under the floor, so the "
        "body above can be lockers, a cold box or a shop. Switch between four colours, or play "
        "“Arrive and open”.",
    },
    (
        Fact("货舱容积", "Cargo volume", "2.1 m³，12 格", "2.1 m³, 12 lockers"),
        Fact("额定载质量", "Payload", "350 kg", "350 kg"),
        Fact("续航", "Range", "160 km", "160 km"),
        Fact("最高车速", "Top speed", "40 km/h", "40 km/h"),
        Fact("感知", "Sensing", "3 个激光雷达，9 个相机", "3 lidars, 9 cameras"),
        Fact("电池", "Battery", "18.6 kW·h，可换", "18.6 kWh, swappable"),
    ),
    Plinth(0.15, 1.5),
    _model,
    coarse_error=0.015,
    turn=38,
)
