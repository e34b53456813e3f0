"""What a test asks of an answer: a source, every fact, or that the records do not have it."""

from __future__ import annotations

import pytest

from avatars.guides.brain import Clause, Finish, Piece
from avatars.guides.knowledge.document import Citation
from server.run.guides.lessons import folded, marked
from server.store.guide_records import StoredTest

SAID: tuple[Piece, ...] = (
    Clause("办公楼租金为每平方米每月 1,280 元。", "zh",
           citations=(Citation("k_1", 1, "租金", 0, 4, "……"),)),
    Clause("Paid quarterly.", "en", citations=(Citation("k_2", 1, "t", 0, 4, "…"),)),
    Finish("answered"),
)  # fmt: skip
UNKNOWN: tuple[Piece, ...] = (Clause("资料里没有。", "zh", "unknown"), Finish("unknown"))


@pytest.mark.parametrize(
    ("sources", "facts", "pieces", "reasons"),
    [
        (("k_1",), ("１２８０元", "paid QUARTERLY"), SAID, ()),
        (("k_9", "k_2"), (), SAID, ()),
        (("k_9",), ("48",), SAID, ("source", "fact:48")),
        (("k_1",), (), UNKNOWN, ("unanswered", "source")),
        ((), (), UNKNOWN, ()),
        ((), (), SAID, ("answered",)),
    ],
)
def test_marks(
    sources: tuple[str, ...],
    facts: tuple[str, ...],
    pieces: tuple[Piece, ...],
    reasons: tuple[str, ...],
) -> None:
    mark = marked(StoredTest("t_1", "q", "", "", sources, facts, "a_1", 0.0), pieces, 5.0, 2.0)
    assert (mark.reasons, mark.passed) == (reasons, not reasons)
    assert mark.answer


def test_words_are_compared_without_their_dress() -> None:
    assert folded("１ 280 元／㎡") == folded("1,280元/m2")
