"""Everything a guide may draw on, made ready to be searched; immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from avatars.guides.knowledge import fuse, language
from avatars.guides.knowledge.bm25 import Bm25
from avatars.guides.knowledge.document import SEES, Document, Lang, Passage, Visibility
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.names import names_of
from avatars.guides.knowledge.split import Cut, cuts, own_text
from avatars.guides.knowledge.standing import Standing, standings
from avatars.guides.knowledge.terms import terms
from avatars.guides.knowledge.tokens import context_tokens, query_tokens, tokens

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

OWN: Final = 1.35
"""How much more a passage in the question's language counts."""
CLEARLY: Final = 1.4
"""How much better a record that is not in force must fit than any that is, to be shown."""
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
COMMON: Final = 3
"""In so many records a word must stand to be one of them all."""
FUSED: Final = 50
"""How far down both rankings are joined."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. ``expired``: it is not in force on the day asked for."""

    passage: Passage
    score: float
    expired: bool = False
    index: int = -1
    """Which of ``library.passages`` it is."""


@dataclass(frozen=True, eq=False)
class Library:
    """Records with their passages and an index; made by ``Library.of``."""

    documents: Mapping[str, Document]
    cuts: tuple[Cut, ...]
    standing: Mapping[str, Standing]
    index: Bm25
    frequency: Mapping[str, int]
    """In how many passages each token stands, headings and titles included."""
    names: Mapping[str, int]
    """Names that the records give to things, folded, with how often."""
    vectors: NDArray[numpy.float32] | None = None

    @staticmethod
    def of(documents: Iterable[Document]) -> Library:
        """A library of these records; of two with one id the later stays."""
        known = {document.id: document for document in documents}
        cut = tuple(piece for document in known.values() for piece in cuts(document))
        corpus = [_tokens_of(piece) for piece in cut]
        frequency: dict[str, int] = {}
        for each in corpus:
            for token in set(each):
                frequency[token] = frequency.get(token, 0) + 1
        for piece in cut:
            for unit in piece.units:
                terms(own_text(piece.passage.document.text, unit))
        standing = standings(known.values())
        return Library(known, cut, standing, Bm25(corpus), frequency, names_of(cut))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the documents and of their text."""
        return tuple(cut.passage for cut in self.cuts)

    def share(self, words: str) -> float:
        """In which part of the records a folded text stands, 0 to 1; 0 of fewer than three.

        What stands in one or two of a handful of records is no word of them all.
        """
        standing = sum(words in text for text in self._folded)
        return standing / len(self._folded) if standing >= COMMON else 0.0

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(folded(f"{each.title}\n{each.text}") for each in self.documents.values())

    def with_vectors(self, vectors: Sequence[Sequence[float]]) -> Library:
        """The same records with an embedding for each of ``passages``."""
        if len(vectors) != len(self.cuts):
            raise ValueError("one vector for each passage")
        return replace(self, vectors=fuse.unit_rows(vectors) if vectors else None)

    def search(
        self,
        query: str,
        *,
        today: date,
        audience: Visibility = "public",
        only: frozenset[str] = frozenset(),
        k: int = 8,
        vector: Sequence[float] | None = None,
    ) -> list[Hit]:
        """The best passages in force, best first; when none fits, ones that are not in force."""
        hits = self.ranked(query, today=today, audience=audience, only=only, vector=vector)
        held = [hit for hit in hits if not hit.expired]
        gone = [hit for hit in hits if hit.expired]
        if gone and (not held or gone[0].score > CLEARLY * held[0].score):
            return [gone[0], *held, *gone[1:]][:k]
        return held[:k]

    def ranked(
        self,
        query: str,
        *,
        today: date,
        audience: Visibility = "public",
        only: frozenset[str] = frozenset(),
        vector: Sequence[float] | None = None,
        most: int = 64,
    ) -> list[Hit]:
        """The best passages that the audience may see, in force or not, best first."""
        if not self.cuts:
            return []
        import numpy

        asked = list(dict.fromkeys(query_tokens(terms(query))))
        scores = self.index.scores(asked)
        seen = self._seen(audience, only)
        scores = numpy.where(seen, scores, 0.0) * self._spoken(language.of(query))
        order = _best(scores, most)
        if vector is not None and self.vectors is not None:
            near = numpy.where(seen, fuse.cosines(self.vectors, vector), -1.0)
            joined = fuse.reciprocal([order[:FUSED], _best(near, FUSED)])
            ranked = list(joined.items())[:most]
        else:
            ranked = [(i, float(scores[i])) for i in order]
        return [self._hit(i, score, today) for i, score in ranked]

    def _spoken(self, lang: Lang) -> NDArray[numpy.float32]:
        """Passages in the question's language go before their like in the other."""
        return self._own_language[lang]

    @cached_property
    def _own_language(self) -> Mapping[Lang, NDArray[numpy.float32]]:
        import numpy

        langs = [cut.passage.document.lang for cut in self.cuts]
        return {
            lang: numpy.array([OWN if each == lang else 1.0 for each in langs], numpy.float32)
            for lang in LANGS
        }

    def _hit(self, i: int, score: float, today: date) -> Hit:
        passage, units = self.cuts[i]
        holds = self.standing[passage.document.id].holds(today)
        holds = holds and (not units or any(unit.holds(today) for unit in units))
        return Hit(passage, score, not holds, i)

    def _seen(self, audience: Visibility, only: frozenset[str]) -> NDArray[numpy.bool_]:
        import numpy

        may = SEES[audience]
        allowed = {
            key: document.visibility in may and (not only or key in only)
            for key, document in self.documents.items()
        }
        return numpy.fromiter(
            (allowed[cut.passage.document.id] for cut in self.cuts), bool, len(self.cuts)
        )


def _best(scores: NDArray[numpy.float32], most: int) -> list[int]:
    import numpy

    order = numpy.argsort(-scores, kind="stable")[:most]
    return [int(i) for i in order if scores[i] > 0]


def _tokens_of(piece: Cut) -> list[str]:
    passage = piece.passage
    found = tokens(terms(passage.text))
    for name in sorted({cell.name for unit in piece.units for cell in unit.cells if cell.name}):
        found += context_tokens(terms(name))
    for words in (*passage.headings, passage.document.title):
        found += context_tokens(terms(words))
    return found
