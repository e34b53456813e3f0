"""What a codec rounded is put right, what was wrong stays for the checks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.check.data import check_data
from scenes.exhibits.codecs.repair import repair
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.numbers import Built, square


def repaired(built: Built) -> Document:
    """The document with bytes of its own, put right."""
    plain = built.document()
    document = Document(plain.json, (memoryview(bytearray(built.data)),), ())
    repair(document, range(len(plain.json["accessors"])))
    return document


def bent(index: int, row: int, *values: float) -> Built:
    built = square()
    built.numbers(index)[row, : len(values)] = values
    return built


def integers(index: int, values: NDArray[Any]) -> Built:
    """The square with an accessor of normalised integers."""
    built = square()
    number = {"|i1": 5120, "|u1": 5121, "<i2": 5122}[values.dtype.str]
    view = built.view(values.tobytes(), byteStride=values.strides[0])
    built.json["accessors"][index] |= {"bufferView": view, "componentType": number}
    built.json["accessors"][index]["normalized"] = True
    return built


@pytest.mark.parametrize(
    ("built", "index", "wanted"),
    [
        (bent(1, 2, 0, 0, 0.98), 1, [0, 0, 1]),
        (bent(2, 1, 1.01, 0, 0, -0.99), 2, [1, 0, 0, -1]),
        (bent(3, 1, 1.001, -0.001, 0, 1), 3, [1, 0, 0, 1]),
        (bent(9, 1, 0, 0, 0.001, 0.98), 9, None),
        (bent(7, 1, 1, 0, 0, 0.001), 7, None),
        (bent(8, 1, 0), 8, None),
        (bent(5, 1, 0.25, 0.745, -0.001, 0), 5, None),
    ],
    ids=["normal", "tangent", "colour", "turn", "bind", "time", "weight"],
)
def test_what_is_a_little_off_is_put_right(
    built: Built, index: int, wanted: list[float] | None
) -> None:
    assert check_data(built.document(), Policy()) != []
    document = repaired(built)
    assert check_data(document, Policy()) == []
    if wanted is not None:
        assert read.raw(document, index).tolist().count(wanted) >= 1


@pytest.mark.parametrize(
    "built",
    [bent(1, 2, 0, 0, 0.5), bent(5, 1, 0.25, 0.25), bent(9, 1, 0, 0, 0, 2), bent(7, 0, 0, 0, 0, 9)],
    ids=["normal", "weight", "turn", "bind"],
)
def test_what_is_far_off_stays(built: Built) -> None:
    assert bytes(repaired(built).buffers[0] or b"") == built.data


def test_what_is_right_is_not_touched() -> None:
    assert bytes(repaired(square()).buffers[0] or b"") == square().data


def test_every_rounded_direction_of_bytes_becomes_good_enough() -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(5000, 3))
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    stored = np.zeros((5000, 4), np.int8)
    stored[:, :3] = np.clip(np.trunc(vectors * 127), -127, 127)
    built = integers(1, stored)
    built.json["accessors"][1]["count"] = 5000
    assert check_data(built.document(), Policy()) != []
    assert check_data(repaired(built), Policy()) == []


def test_bytes_of_weights_add_up() -> None:
    rows = np.array([[100, 154, 0, 0], [85, 85, 85, 1], [255, 1, 0, 0], [64, 64, 64, 62]], "u1")
    built = integers(5, rows)
    built.numbers(4)[:] = [0, 1, 0, 0]
    document = repaired(built)
    assert read.raw(document, 5).sum(axis=1).tolist() == [255] * 4


def test_bytes_of_others_are_never_written() -> None:
    built = bent(1, 2, 0, 0, 0.98)
    document = built.document()
    repair(document, range(11))
    assert bytes(document.buffers[0] or b"") == built.data
