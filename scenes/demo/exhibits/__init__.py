"""The exhibits of the demo park: industrial machines made by code, licensed CC0-1.0."""

from __future__ import annotations

from scenes.demo.exhibits import (
    battery_pack,
    centrifugal_pump,
    chip_package,
    delivery_vehicle,
    gas_turbine,
    inspection_drone,
    machining_centre,
    planetary_gearbox,
    robot_arm,
    solar_module,
    train_bogie,
    wind_turbine,
)
from scenes.demo.exhibits.exhibit import Built, Exhibit, Fact, Plinth, build, level_glb

__all__ = ["Built", "Exhibit", "Fact", "Plinth", "build", "catalogue", "level_glb"]


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
        solar_module.EXHIBIT,
        chip_package.EXHIBIT,
        inspection_drone.EXHIBIT,
        train_bogie.EXHIBIT,
        machining_centre.EXHIBIT,
    )
