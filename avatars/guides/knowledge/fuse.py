"""Rankings joined by reciprocal rank (Cormack et al., 2009), and cosines for embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

K: Final = 60
"""The usual constant: how much the first ranks stand out."""


def reciprocal(rankings: Sequence[Sequence[int]], k: int = K) -> dict[int, float]:
    """A score for everything that any ranking holds, best first; equal scores keep the order."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, each in enumerate(ranking, 1):
            scores[each] = scores.get(each, 0.0) + 1.0 / (k + rank)
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


def cosines(matrix: NDArray[numpy.float32], vector: Sequence[float]) -> NDArray[numpy.float32]:
    """The cosine of a vector with each row of a matrix of unit rows."""
    import numpy

    one = numpy.asarray(vector, numpy.float32)
    size = float(numpy.linalg.norm(one)) or 1.0
    found: NDArray[numpy.float32] = matrix @ (one / size)
    return found


def unit_rows(vectors: Sequence[Sequence[float]]) -> NDArray[numpy.float32]:
    """Vectors as rows of length one; a row of zeros stays."""
    import numpy

    rows = numpy.asarray(vectors, numpy.float32)
    sizes = numpy.linalg.norm(rows, axis=1, keepdims=True)
    sizes[sizes == 0] = 1.0
    found: NDArray[numpy.float32] = rows / sizes
    return found
