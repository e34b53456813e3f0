"""Inverse bind matrices: affine, with a last row of 0, 0, 0, 1."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples

__all__ = ["check"]

LAST_ROW = [3, 7, 11, 15]
"""Its places in a matrix that is stored by columns."""


def check(samples: Samples, report: Report) -> None:
    """Look at the matrices of every skin; skins that share them are looked at once."""
    seen: dict[object, Trouble] = {}
    for i, skin in enumerate(samples.json.get("skins", ())):
        index = skin.get("inverseBindMatrices")
        if index not in seen:
            seen[index] = _trouble(samples, index)
        report.tell(f"/skins/{i}/inverseBindMatrices", seen[index])


def _trouble(samples: Samples, index: object) -> Trouble:
    trouble = Trouble("ACCESSOR_INVALID_IBM")
    for start, values in samples.pieces(index):
        rows = values[:, LAST_ROW] if values.shape[1] == 16 else np.array([[0, 0, 0, 1]])
        wrong = np.flatnonzero((rows != [0, 0, 0, 1]).any(axis=1))
        trouble.add(wrong, lambda place, rows=rows: rows[place].tolist(), start)  # type: ignore[misc]
    return trouble
