"""Scores of passages by the words they share with a question: BM25, the one user of ``bm25s``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

K1: Final = 1.3
B: Final = 0.6
"""Less than usual: rows and sentences are short by nature, and no better for it."""


class Bm25:
    """An index over token lists; immutable once made."""

    def __init__(self, corpus: Sequence[Sequence[str]]) -> None:
        self.size = len(corpus)
        self._known = {token for tokens in corpus for token in tokens}
        self._index: Any = None
        if self._known:
            import bm25s  # type: ignore[import-untyped]

            self._index = bm25s.BM25(k1=K1, b=B, method="lucene")
            self._index.index([list(tokens) for tokens in corpus], show_progress=False)

    def scores(self, tokens: Sequence[str]) -> NDArray[numpy.float32]:
        """A score for each text of the corpus; zeros for a question of unknown words."""
        import numpy

        known = [token for token in tokens if token in self._known]
        if not known:
            return numpy.zeros(self.size, numpy.float32)
        found: NDArray[numpy.float32] = self._index.get_scores(known)
        return found
