from __future__ import annotations

import hashlib
import math

import pytest

from scenes.author import Model, Node, Surface, build_glb
from scenes.demo.document import Book, Letters, text, turn
from scenes.demo.kit_model import MATERIALS, finished, mesh
from scenes.demo.kit_sheet import Sheet


def box(size: float) -> bytes:
    sheet = Sheet(fine=True)
    sheet.boxes("stone", [0, 0, 0], [size, size, size], (0.5, 0.5, 0.5))
    surface = Surface(mesh(finished(sheet)["stone"]), MATERIALS["stone"])
    return build_glb(Model("box", (Node("box", (surface,)),)))


def test_a_turn_is_a_quaternion_about_y() -> None:
    assert turn(0.0) == [0, 0, 0, 1]
    assert turn(math.pi) == pytest.approx([0, 1, 0, 0], abs=1e-6)


def test_an_id_is_used_once() -> None:
    book = Book()
    book.add("seat-1", "seat", text("长椅", "Bench"), seat={})
    with pytest.raises(ValueError, match="seat-1"):
        book.add("seat-1", "seat", text("长椅", "Bench"), seat={})


def test_a_model_names_its_levels_by_what_they_hold() -> None:
    book, fine, coarse = Book(), box(2.0), box(1.9)
    book.model("hut", text("小屋", "Hut"), [(fine, 0.0), (coarse, 0.1)], "architecture")
    levels = book.nodes["hut"]["model"]["levels"]
    assert [level["asset"] for level in levels] == [
        hashlib.sha256(data).hexdigest() for data in (fine, coarse)
    ]
    assert {level["asset"]: level["bytes"] for level in levels} == {
        sha: len(data) for sha, data in book.assets.items()
    }
    assert book.nodes["hut"]["model"]["bounds"]["max"] == pytest.approx([2, 2, 2], abs=1e-2)


def test_a_sign_is_read_from_where_it_faces() -> None:
    book = Book()
    book.sign("sign", text("灵境", "Lingjing"), (0, 3, 5), 0.0, Letters(0.5))
    node = book.nodes["sign"]
    assert node["rotation"] == turn(math.pi)
    assert node["text"]["zh"] == "灵境"
    assert node["text"]["size"] == 0.5
