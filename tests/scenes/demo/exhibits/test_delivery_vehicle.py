"""The vehicle stands on its wheels, clears them with its arches, and wears four colours."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.exhibits.delivery_vehicle.body import body, sensors
from scenes.demo.exhibits.delivery_vehicle.cargo import lockers, shutter
from scenes.demo.exhibits.delivery_vehicle.chassis import chassis, wheels
from scenes.demo.exhibits.delivery_vehicle.outline import arched, profile, round_corners
from scenes.demo.exhibits.delivery_vehicle.plan import BASE, COLOURS, WHEEL
from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes.triangulate import signed_area
from tests.scenes.demo.exhibits.reading import coarse

FINE = Detail(0)


def test_wheels_touch_the_floor() -> None:
    for wheel in wheels(FINE):
        radius = max(float(piece.mesh.bounds[1][1]) for piece in wheel.pieces)
        assert wheel.at[1] == pytest.approx(radius, abs=0.004)


def test_all_four_wheels_share_one_mesh() -> None:
    assert len({id(wheel.pieces) for wheel in wheels(FINE)}) == 1


def test_arches_clear_the_tyres() -> None:
    outline = arched(FINE, profile(FINE))
    for x in (-BASE / 2, BASE / 2):
        away = np.hypot(outline[:, 0] - x, outline[:, 1] - WHEEL)
        assert away.min() > WHEEL + 0.02


def test_the_outline_is_one_simple_loop() -> None:
    plain, cut = profile(FINE), arched(FINE, profile(FINE))
    assert 0 < abs(signed_area(cut)) < abs(signed_area(plain))


def test_round_corners_stay_inside_the_polygon() -> None:
    square = [(0.0, 0.0, 0.2), (1.0, 0.0, 0.2), (1.0, 1.0, 0.2), (0.0, 1.0, 0.2)]
    ring = round_corners(square, 4)
    assert 0.9 < signed_area(ring) < 1.0
    assert ring.min() >= 0 and ring.max() <= 1


def test_only_the_shell_changes_colour() -> None:
    changing = [piece for piece in body(FINE) if piece.variants]
    assert len(changing) == 1
    assert [name for name, _ in changing[0].variants] == list(COLOURS)


def test_every_colour_is_in_the_file() -> None:
    glb = coarse("delivery-vehicle")
    listed = glb.json["extensions"]["KHR_materials_variants"]["variants"]
    assert [row["name"] for row in listed] == list(COLOURS)
    assert [row["extras"]["title"] for row in listed] == [title for _, title in COLOURS.values()]


def test_the_shutter_covers_the_lockers() -> None:
    doors = lockers(FINE)[0].mesh
    blind = shutter(FINE)
    slats = blind.pieces[0].mesh
    assert blind.at[1] + float(slats.bounds[1][1]) > float(doors.bounds[1][1])
    assert blind.at[1] + float(slats.bounds[0][1]) < float(doors.bounds[0][1]) + 0.02
    assert blind.at[2] + float(slats.bounds[0][2]) >= float(doors.bounds[1][2])


def test_sensors_are_on_top_and_the_chassis_below() -> None:
    assert max(float(piece.mesh.bounds[1][1]) for piece in sensors(FINE)) > 1.6
    assert max(float(piece.mesh.bounds[1][1]) for piece in chassis(FINE)) < 0.6
