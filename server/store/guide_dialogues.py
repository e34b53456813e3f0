"""Dialogues with their turns and clauses, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, Select, case, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.guide_records import Count, StoredClause, StoredDialogue, StoredTurn, Told
from server.store.guide_rows import columns, record_of, row_of
from server.store.schema.guides import (
    dialogue_clauses,
    dialogue_turns,
    dialogues,
    open_questions,
)

DIALOGUE = columns(dialogues, StoredDialogue)
TURN = columns(dialogue_turns, StoredTurn)
LATEST: Final = 20_000
"""Of more answers than this the older ones are left out of means and sources."""
CLAUSE = columns(dialogue_clauses, StoredClause)
LOOKED_THROUGH: Final = 3000


def begin(connection: Connection, new: StoredDialogue) -> None:
    """Keep a new dialogue."""
    connection.execute(insert(dialogues).values(row_of(new)))


def one(connection: Connection, id: str) -> StoredDialogue:
    """A dialogue; raises `dialogue_unknown`."""
    row = connection.execute(select(*DIALOGUE).where(dialogues.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("dialogue_unknown", f"there is no dialogue {id}")
    return record_of(StoredDialogue, row._mapping)


def by_token(connection: Connection, token: str) -> StoredDialogue:
    """The dialogue of a secret's hash; raises `dialogue_unknown`."""
    wanted = select(*DIALOGUE).where(dialogues.c.token == token, dialogues.c.token != "")
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise StoreError("dialogue_unknown", "no dialogue has this secret")
    return record_of(StoredDialogue, row._mapping)


def of_account(connection: Connection, account: str) -> list[str]:
    """The dialogues of an account."""
    wanted = select(dialogues.c.id).where(dialogues.c.account == account)
    return list(connection.execute(wanted.order_by(dialogues.c.serial)).scalars())


def change(connection: Connection, id: str, changes: Mapping[str, Any]) -> StoredDialogue:
    """Change a dialogue; raises `dialogue_unknown`."""
    connection.execute(update(dialogues).where(dialogues.c.id == id).values(dict(changes)))
    return one(connection, id)


def ask(connection: Connection, turn: StoredTurn) -> None:
    """Keep a question; raises `dialogue_unknown`. The first names the dialogue."""
    known = one(connection, turn.dialogue)
    connection.execute(insert(dialogue_turns).values(row_of(turn)))
    changes: dict[str, Any] = {"turns": dialogues.c.turns + 1, "last": turn.at}
    if not known.first:
        changes["first"] = turn.question
    connection.execute(update(dialogues).where(dialogues.c.id == turn.dialogue).values(changes))


def say(connection: Connection, clause: StoredClause) -> None:
    """Keep a clause of an answer, of a dialogue that is there still."""
    there = update(dialogues).where(dialogues.c.id == clause.dialogue)
    if connection.execute(there.values(last=clause.at)).rowcount:
        connection.execute(insert(dialogue_clauses).values(row_of(clause)))


def end(connection: Connection, dialogue: str, turn: int, changes: Mapping[str, Any]) -> None:
    """Keep how an answer went."""
    of = (dialogue_turns.c.dialogue == dialogue, dialogue_turns.c.turn == turn)
    done = connection.execute(update(dialogue_turns).where(*of).values(dict(changes)))
    if done.rowcount and changes.get("why") == "unknown":
        more = {"unknown": dialogues.c.unknown + 1}
        connection.execute(update(dialogues).where(dialogues.c.id == dialogue).values(more))


def rate(connection: Connection, dialogue: str, turn: int, value: int, words: str) -> None:
    """Keep a visitor's word on an answer, instead of an earlier one; raises `turn_unknown`."""
    of = (dialogue_turns.c.dialogue == dialogue, dialogue_turns.c.turn == turn)
    known = connection.execute(update(dialogue_turns).where(*of).values(rating=value, words=words))
    if not known.rowcount:
        raise StoreError("turn_unknown", f"dialogue {dialogue} has no turn {turn}")
    total = select(func.sum(dialogue_turns.c.rating)).where(dialogue_turns.c.dialogue == dialogue)
    whole = int(connection.execute(total).scalar() or 0)
    connection.execute(update(dialogues).where(dialogues.c.id == dialogue).values(rating=whole))


def said(connection: Connection, id: str) -> tuple[list[StoredTurn], list[StoredClause]]:
    """Everything said in a dialogue, oldest first."""
    turns = select(*TURN).where(dialogue_turns.c.dialogue == id)
    clauses = select(*CLAUSE).where(dialogue_clauses.c.dialogue == id)
    return (
        [
            record_of(StoredTurn, row._mapping)
            for row in connection.execute(turns.order_by(dialogue_turns.c.serial))
        ],
        [
            record_of(StoredClause, row._mapping)
            for row in connection.execute(clauses.order_by(dialogue_clauses.c.serial))
        ],
    )


def page(
    connection: Connection, limit: int, before: str | None, where: Mapping[str, Any]
) -> list[StoredDialogue]:
    """Dialogues in which something was asked, newest first.

    ``where``: ``since``, ``until`` (Unix seconds), ``persona``, ``hall``, ``lang``, and
    ``state``: ``answered``, ``unknown``, ``down``, ``up`` or ``handed``.
    """
    wanted = select(*DIALOGUE).where(dialogues.c.turns > 0)
    tests = {
        "answered": dialogues.c.unknown == 0,
        "unknown": dialogues.c.unknown > 0,
        "down": dialogues.c.rating < 0,
        "up": dialogues.c.rating > 0,
        "handed": dialogues.c.handed.is_(True),
    }
    for name, value in where.items():
        if name == "state":
            wanted = wanted.where(tests[value])
        elif name == "since":
            wanted = wanted.where(dialogues.c.began >= value)
        elif name == "until":
            wanted = wanted.where(dialogues.c.began < value)
        else:
            wanted = wanted.where(dialogues.c[name] == value)
    if before is not None:
        older = select(dialogues.c.serial).where(dialogues.c.id == before).scalar_subquery()
        wanted = wanted.where(dialogues.c.serial < older)
    rows = connection.execute(wanted.order_by(dialogues.c.serial.desc()).limit(limit))
    return [record_of(StoredDialogue, row._mapping) for row in rows]


def forget(connection: Connection, id: str) -> list[str]:
    """Take a dialogue away with all that was said, and the open questions that it alone asked.

    Which questions these were.
    """
    alone = (open_questions.c.dialogue == id, open_questions.c.count <= 1)
    asked = list(connection.execute(select(open_questions.c.id).where(*alone)).scalars())
    connection.execute(delete(open_questions).where(*alone))
    others = update(open_questions).where(open_questions.c.dialogue == id)
    connection.execute(others.values(dialogue=""))
    for table in (dialogue_clauses, dialogue_turns):
        connection.execute(delete(table).where(table.c.dialogue == id))
    connection.execute(delete(dialogues).where(dialogues.c.id == id))
    return asked


def over(connection: Connection, before: float, limit: int) -> list[str]:
    """Dialogues in which nothing was said since a moment."""
    wanted = select(dialogues.c.id).where(dialogues.c.last < before).order_by(dialogues.c.serial)
    return list(connection.execute(wanted.limit(limit)).scalars())


def accounts(connection: Connection) -> list[tuple[str, str]]:
    """Dialogues of accounts, each with its account."""
    wanted = select(dialogues.c.id, dialogues.c.account).where(dialogues.c.account != "")
    return [(dialogue, account) for dialogue, account in connection.execute(wanted)]


def citing(connection: Connection, document: str, most: int) -> list[StoredTurn]:
    """The latest turns whose answers rest on a document, newest first.

    Only the newest clauses are looked through: citations are lists, which no index reaches.
    """
    c, t = dialogue_clauses.c, dialogue_turns.c
    latest = select(c.dialogue, c.turn, c.citations).where(c.kind == "answer")
    rows = connection.execute(latest.order_by(c.serial.desc()).limit(LOOKED_THROUGH))
    found: dict[tuple[str, int], None] = {}
    for dialogue, turn, citations in rows:
        if any(each["document"] == document for each in citations):
            found[dialogue, turn] = None
        if len(found) == most:
            break
    turns = []
    for dialogue, turn in found:
        wanted = select(*TURN).where(t.dialogue == dialogue, t.turn == turn)
        row = connection.execute(wanted).one_or_none()
        turns += [record_of(StoredTurn, row._mapping)] if row is not None else []
    return turns


def told(connection: Connection, starts: Sequence[float], until: float) -> Told:
    """What statistics are made of: days begin at ``starts``, the last ends at ``until``."""
    t, c, d = dialogue_turns.c, dialogue_clauses.c, dialogues.c
    since = starts[0]
    times = select(t.ms).where(t.at >= since, t.at < until, t.ms > 0, t.brain != "")
    cited = select(c.citations).where(c.at >= since, c.at < until, c.kind == "answer")
    begun = (d.began >= since, d.began < until, d.turns > 0)
    count = select(func.count()).select_from(dialogues).where(*begun)
    return Told(
        [
            Count(day, *row)
            for day, (start, end) in enumerate(pairwise((*starts, until)))
            for row in connection.execute(_ended(start, end))
        ],
        list(connection.execute(times.order_by(t.serial.desc()).limit(LATEST)).scalars()),
        [
            tuple(row[0])
            for row in connection.execute(cited.order_by(c.serial.desc()).limit(LATEST))
        ],
        int(connection.execute(count.where(d.handed.is_(True))).scalar() or 0),
        int(connection.execute(count).scalar() or 0),
    )


def _ended(start: float, end: float) -> Select[Any]:
    """How the turns of a time ended, with how many."""
    t = dialogue_turns.c
    thumbs = [func.sum(case((each, 1), else_=0)) for each in (t.rating > 0, t.rating < 0)]
    wanted = select(t.why, t.lang, t.brain, func.count(), *thumbs)
    return wanted.where(t.at >= start, t.at < end).group_by(t.why, t.lang, t.brain)
