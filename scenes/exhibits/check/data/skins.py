"""Inverse bind matrices: affine, with a last row of 0, 0, 0, 1."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.check.data.report import LISTED, Report
from scenes.exhibits.check.data.sample import Samples

__all__ = ["check"]

LAST_ROW = [3, 7, 11, 15]
"""Its places in a matrix that is stored by columns."""


def check(samples: Samples, report: Report) -> None:
    """Look at the matrices of every skin."""
    for i, skin in enumerate(samples.json.get("skins", ())):
        for start, values in samples.pieces(skin.get("inverseBindMatrices")):
            if values.shape[1] != 16:
                continue
            row = values[:, LAST_ROW]
            wrong = np.flatnonzero((row != [0, 0, 0, 1]).any(axis=1))
            at = f"/skins/{i}/inverseBindMatrices"
            told = {int(w) + start: f"#{w + start}: {row[w].tolist()}" for w in wrong[:LISTED]}
            report.elements(at, "ACCESSOR_INVALID_IBM", wrong + start, told.__getitem__)
