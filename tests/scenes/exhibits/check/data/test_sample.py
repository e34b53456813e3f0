"""Accessors read piece by piece, and no more of them than a document can need."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.check.data.sample import Samples, TooMuchError
from tests.scenes.exhibits.numbers import square


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 100])
def test_pieces_are_the_whole(rows: int) -> None:
    samples = Samples(square().document())
    pieces = list(samples.pieces(0, rows))
    assert [piece.start for piece in pieces] == list(range(0, 4, rows))
    whole = np.concatenate([piece.values for piece in pieces])
    assert whole.tolist() == square().numbers(0).tolist()


def test_what_has_no_data_gives_nothing() -> None:
    built = square()
    del built.json["accessors"][0]["bufferView"]
    built.json["accessors"][1]["bufferView"] = 999
    samples = Samples(built.document())
    for index in (0, 1, 99, -1, None, True, "0"):
        assert list(samples.pieces(index)) == []


def test_reading_over_and_over_has_an_end() -> None:
    samples = Samples(square().document(), most=100)
    assert len(list(samples.pieces(0))) == 1
    assert len(list(samples.pieces(1))) == 1
    with pytest.raises(TooMuchError):
        list(samples.pieces(0))
