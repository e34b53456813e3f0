"""Open questions, and tests with their runs, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.guide_records import StoredQuestion, StoredRun, StoredTest
from server.store.guide_rows import columns, record_of, row_of
from server.store.schema.guides import guide_test_runs, guide_tests, open_questions

QUESTION = columns(open_questions, StoredQuestion)
TEST = columns(guide_tests, StoredTest)
RUN = columns(guide_test_runs, StoredRun)
RUNS_KEPT: Final = 50


def add_question(connection: Connection, new: StoredQuestion) -> None:
    """Keep a question that the records do not answer."""
    connection.execute(insert(open_questions).values(row_of(new)))


def again(connection: Connection, id: str, at: float) -> None:
    """It was asked once more; what was answered is open again, for it still has no answer."""
    asked = update(open_questions).where(open_questions.c.id == id)
    connection.execute(asked.values(count=open_questions.c.count + 1, last=at))
    connection.execute(asked.where(open_questions.c.state == "answered").values(state="open"))


def question(connection: Connection, id: str) -> StoredQuestion:
    """An open question; raises `question_unknown`."""
    wanted = select(*QUESTION).where(open_questions.c.id == id)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise StoreError("question_unknown", f"there is no question {id}")
    return record_of(StoredQuestion, row._mapping)


def settle(connection: Connection, id: str, changes: Mapping[str, Any]) -> StoredQuestion:
    """Change a question; raises `question_unknown`."""
    done = update(open_questions).where(open_questions.c.id == id).values(dict(changes))
    connection.execute(done)
    return question(connection, id)


def questions(
    connection: Connection, limit: int, state: str, before: str | None
) -> list[StoredQuestion]:
    """Questions of a state (empty: of every one), the latest first."""
    table = open_questions.c
    wanted = select(*QUESTION).order_by(table.last.desc(), table.serial.desc()).limit(limit)
    if state:
        wanted = wanted.where(table.state == state)
    if before is not None:
        last = select(table.last).where(table.id == before).scalar_subquery()
        wanted = wanted.where(table.last < last)
    return [record_of(StoredQuestion, row._mapping) for row in connection.execute(wanted)]


def counts(connection: Connection) -> dict[str, int]:
    """How many questions are in each state."""
    wanted = select(open_questions.c.state, func.count()).group_by(open_questions.c.state)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def questions_over(connection: Connection, before: float) -> list[str]:
    """Take away questions that nobody has asked since a moment; which."""
    old = open_questions.c.last < before
    ids = list(connection.execute(select(open_questions.c.id).where(old)).scalars())
    connection.execute(delete(open_questions).where(old))
    return ids


def tests(connection: Connection) -> list[StoredTest]:
    """Every test, oldest first."""
    rows = connection.execute(select(*TEST).order_by(guide_tests.c.serial))
    return [record_of(StoredTest, row._mapping) for row in rows]


def add_test(connection: Connection, new: StoredTest) -> None:
    """Keep a test."""
    connection.execute(insert(guide_tests).values(row_of(new)))


def change_test(connection: Connection, id: str, changes: Mapping[str, Any]) -> StoredTest:
    """Change a test; raises `test_unknown`."""
    connection.execute(update(guide_tests).where(guide_tests.c.id == id).values(dict(changes)))
    row = connection.execute(select(*TEST).where(guide_tests.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("test_unknown", f"there is no test {id}")
    return record_of(StoredTest, row._mapping)


def drop_test(connection: Connection, id: str) -> None:
    """Take a test away; raises `test_unknown`."""
    if not connection.execute(delete(guide_tests).where(guide_tests.c.id == id)).rowcount:
        raise StoreError("test_unknown", f"there is no test {id}")


def keep_run(connection: Connection, run: StoredRun, results: Mapping[str, dict[str, Any]]) -> None:
    """Keep how a run went, and each test's result."""
    connection.execute(insert(guide_test_runs).values(row_of(run)))
    for id, result in results.items():
        at = update(guide_tests).where(guide_tests.c.id == id)
        connection.execute(at.values(last=result))
    newest = select(guide_test_runs.c.serial).order_by(guide_test_runs.c.serial.desc())
    kept = list(connection.execute(newest.limit(RUNS_KEPT)).scalars())
    connection.execute(delete(guide_test_runs).where(guide_test_runs.c.serial < min(kept)))


def runs(connection: Connection) -> list[StoredRun]:
    """The last runs, newest first."""
    rows = connection.execute(select(*RUN).order_by(guide_test_runs.c.serial.desc()))
    return [record_of(StoredRun, row._mapping) for row in rows]
