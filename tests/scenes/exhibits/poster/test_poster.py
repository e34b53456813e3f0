from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.draw import draw
from scenes.exhibits.poster.soup import gather
from scenes.glb import Glb
from tests.scenes.exhibits.poster.models import square, squares

WIDE, HIGH = 64, 48
RED, GREEN = [1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 1.0]


def picture(glb: Glb) -> NDArray[np.uint8]:
    return draw(gather(glb), WIDE, HIGH)


def middle(glb: Glb) -> tuple[int, int, int]:
    r, g, b = picture(glb)[HIGH // 2, WIDE // 2].tolist()
    return r, g, b


def test_what_stands_in_the_middle_is_seen_in_its_colour() -> None:
    r, g, b = middle(square(RED))
    assert r > 150 and g < 90 and b < 90


def test_what_is_nearer_hides_what_is_behind() -> None:
    for order in (1, -1):
        both = squares([(RED, -0.5, {}), (GREEN, 0.5, {})])
        both.json["scenes"][0]["nodes"] = [0, 1][::order]
        r, g, _ = middle(both)
        assert g > r


def test_glass_lets_what_is_behind_shine_through() -> None:
    glass = {"alphaMode": "BLEND"}
    r, g, _ = middle(squares([(RED, -0.5, {}), ([0.0, 1.0, 0.0, 0.3], 0.5, glass)]))
    assert r > 60 and g > 60


def test_what_a_mask_cuts_out_is_not_there() -> None:
    gone = {"alphaMode": "MASK", "alphaCutoff": 0.5}
    r, g, _ = middle(squares([(RED, -0.5, {}), ([0.0, 1.0, 0.0, 0.3], 0.5, gone)]))
    assert r > g


def test_a_wall_is_seen_from_behind_too() -> None:
    turned = square(RED)
    turned.json["nodes"][0]["rotation"] = [0, 1, 0, 0]
    r, g, _ = middle(turned)
    assert r > g


def test_an_empty_scene_is_an_empty_studio() -> None:
    empty = Glb({"asset": {"version": "2.0"}}, b"")
    rows = picture(empty).astype(int)
    assert rows.shape == (HIGH, WIDE, 3)
    assert rows.min() > 180


def test_an_exhibit_stands_in_its_shadow() -> None:
    light = picture(Glb({"asset": {"version": "2.0"}}, b"")).astype(int)
    flat = square([1.0, 1.0, 1.0, 1.0])
    flat.json["nodes"][0] |= {"rotation": [-(0.5**0.5), 0, 0, 0.5**0.5], "translation": [0, 1, 0]}
    flat.json["nodes"].append({"mesh": 0, "scale": [0.01, 0.5, 0.01]})
    flat.json["scenes"][0]["nodes"].append(1)
    assert (picture(flat).astype(int).sum(2) < light.sum(2) - 30).any()


def test_numbers_that_are_none_do_not_spoil_the_picture() -> None:
    broken = square(RED)
    spoiled = np.frombuffer(broken.bin, np.float32, 12).copy()
    spoiled[0] = np.nan
    data = spoiled.tobytes() + broken.bin[48:]
    rows = picture(Glb(broken.json, data))
    assert rows[HIGH // 2].max() > 0


def test_the_same_scene_gives_the_same_picture() -> None:
    assert np.array_equal(picture(square(RED)), picture(square(RED)))
