"""The exhibits of the demo park: industrial machines made by code, licensed CC0-1.0."""

from __future__ import annotations

from scenes.demo.exhibits import (
    battery_pack,
    centrifugal_pump,
    delivery_vehicle,
    gas_turbine,
    planetary_gearbox,
    robot_arm,
    wind_turbine,
)
from scenes.demo.exhibits.exhibit import Built, Exhibit, Fact, Plinth, build

__all__ = ["Built", "Exhibit", "Fact", "Plinth", "build", "catalogue"]


def catalogue() -> tuple[Exhibit, ...]:
    """All exhibits, in the order in which a visitor should meet them."""
    return (
        planetary_gearbox.EXHIBIT,
        robot_arm.EXHIBIT,
        wind_turbine.EXHIBIT,
        battery_pack.EXHIBIT,
        delivery_vehicle.EXHIBIT,
        gas_turbine.EXHIBIT,
        centrifugal_pump.EXHIBIT,
    )
