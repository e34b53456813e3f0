"""Exhibits as they are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.net.exhibit_answers import MOST_FINDINGS, exhibit_answer, revision_answer
from server.run.exhibits import Placement
from server.store.exhibit_records import ExhibitFile, StoredExhibit, StoredRevision
from tests.server.store.test_exhibits import WORDS, A, B, C, revision


def kept(number: int, published_at: float | None = None) -> StoredRevision:
    model = {"levels": [{"asset": B, "bytes": 7}]}
    return replace(revision("j"), number=number, published_at=published_at, model=model)


@pytest.mark.parametrize(
    ("published_at", "published", "state"),
    [(None, None, "draft"), (1.0, 1, "published"), (1.0, 2, "retired"), (None, 2, "draft")],
)
def test_a_revision_is_draft_published_or_retired(
    published_at: float | None, published: int | None, state: str
) -> None:
    assert revision_answer(kept(1, published_at), published, "en", str)["state"] == state


def test_findings_are_told_in_the_readers_words_and_in_measure() -> None:
    found = [{"pointer": f"/meshes/{n}", "code": "exhibit_unknown"} for n in range(100)]
    told = revision_answer(replace(kept(1), findings=found), None, "zh-CN", str)["findings"]
    assert len(told) == MOST_FINDINGS
    assert told[0] == {
        "pointer": "/meshes/0",
        "code": "exhibit_unknown",
        "severity": "warning",
        "message": "没有这件展品",
    }


def test_an_exhibit_is_pictured_by_what_is_published() -> None:
    first = kept(1, 1.0)
    files = (ExhibitFile("poster", 0, "p", "e" * 64, 1),)
    second = replace(kept(2), files=files)
    state = StoredExhibit("pump", {"title": WORDS}, 1, 2, 0, 1.0)
    place = Placement("pump", "gallery", "pump", "plinth-1", None, 0.1234567891, 1)
    told = exhibit_answer(state, [second, first], [place], "en", str)
    assert (told["poster"], told["title"]) == (C, WORDS)
    assert told["placements"][0]["yaw"] == 0.123457
    assert [r["original"] for r in told["revisions"]] == [None, A]
    draft = replace(state, published=None)
    assert exhibit_answer(draft, [second, first], [], "en", str)["poster"] == "e" * 64
    assert exhibit_answer(draft, [], [], "en", str)["poster"] is None
