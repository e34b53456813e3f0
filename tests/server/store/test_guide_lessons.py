"""Open questions counted and settled; tests with their results."""

from __future__ import annotations

import pytest

from server.store import Archive
from server.store.errors import StoreError
from server.store.guide_records import StoredQuestion, StoredRun, StoredTest

NOW = 1.8e9


async def test_questions_are_counted_and_settled(archive: Archive) -> None:
    book = archive.lessons
    for number in range(3):
        await book.add_question(StoredQuestion(f"q_{number}", "s1.q", "zh", NOW, NOW + number))
    settled = await book.settle("q_1", {"state": "answered", "document": "k_1", "settler": "a_1"})
    assert (settled.state, settled.document) == ("answered", "k_1")
    assert await book.counts() == {"open": 2, "answered": 1}
    assert [each.id for each in await book.questions(9, "open")] == ["q_2", "q_0"]
    assert [each.id for each in await book.questions(9, "", "q_2")] == ["q_1", "q_0"]
    await book.again("q_1", NOW + 9)
    assert (await book.question("q_1")).count == 2
    assert (await book.question("q_1")).state == "open"
    assert await book.questions_over(NOW + 2) == ["q_0"]
    with pytest.raises(StoreError) as unknown:
        await book.settle("q_0", {"state": "dismissed"})
    assert unknown.value.code == "question_unknown"


async def test_tests_and_their_runs(archive: Archive) -> None:
    book = archive.lessons
    test = StoredTest("t_1", "租金多少?", "zh", "", ("k_1",), ("2.8",), "a_1", NOW)
    await book.add_test(test)
    assert await book.tests() == [test]
    assert (await book.change_test("t_1", {"facts": ["3"]})).facts == ("3",)
    for number in range(52):
        await book.keep_run(StoredRun(NOW + number, 1, 0), {"t_1": {"passed": True}})
    assert [run.at for run in await book.runs()] == [NOW + n for n in range(51, 1, -1)]
    assert (await book.tests())[0].last == {"passed": True}
    await book.drop_test("t_1")
    with pytest.raises(StoreError) as unknown:
        await book.change_test("t_1", {"facts": []})
    assert unknown.value.code == "test_unknown"
