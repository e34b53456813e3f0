"""What the archive knows of guides, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from server.store import guide_dialogues, guide_knowledge, guide_lessons
from server.store.exhibit_book import Run
from server.store.guide_records import (
    StoredClause,
    StoredDialogue,
    StoredDocument,
    StoredPersona,
    StoredQuestion,
    StoredRun,
    StoredTest,
    StoredTurn,
    Told,
    VersionLine,
)


class KnowledgeBook:
    """Documents and personas. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def keep(self, new: StoredDocument, base: int | None = None) -> StoredDocument:
        """Keep the next version of a document; raises `document_unknown`, `document_stale`."""
        return await self._write(partial(guide_knowledge.keep, new=new, base=base))

    async def keep_all(self, new: Sequence[StoredDocument]) -> list[StoredDocument]:
        """Keep the next version of each of some documents, all or none."""
        return await self._write(partial(guide_knowledge.keep_all, new=tuple(new)))

    async def all_now(self) -> list[StoredDocument]:
        """Every document as it is now."""
        return await self._read(guide_knowledge.all_now)

    async def get(self, id: str, number: int | None = None) -> StoredDocument:
        """A document as it is now, or a version; raises `document_unknown`."""
        return await self._read(partial(guide_knowledge.one, id=id, number=number))

    async def history(self, id: str) -> list[VersionLine]:
        """A document's versions, newest first; raises `document_unknown`."""
        return await self._read(partial(guide_knowledge.history, id=id))

    async def remove(self, id: str, base: int | None, at: float) -> None:
        """Take a document away; raises `document_unknown`, `document_stale`."""
        await self._write(partial(guide_knowledge.remove, id=id, base=base, at=at))

    async def remove_all(self, ids: Sequence[str], at: float) -> None:
        """Take documents away whose things are gone."""
        await self._write(partial(guide_knowledge.remove_all, ids=tuple(ids), at=at))

    async def purge(self, before: float) -> int:
        """Forget documents that were removed before a moment; how many."""
        return await self._write(partial(guide_knowledge.purge, before=before))

    async def personas(self) -> list[StoredPersona]:
        """Every persona, oldest first."""
        return await self._read(guide_knowledge.all_personas)

    async def add_persona(self, new: StoredPersona) -> StoredPersona:
        """Keep a new persona."""
        return await self._write(partial(guide_knowledge.add_persona, new=new))

    async def change_persona(
        self, id: str, base: int | None, changes: Mapping[str, Any]
    ) -> StoredPersona:
        """Change a persona; raises `persona_unknown`, `persona_stale`."""
        work = partial(guide_knowledge.change_persona, id=id, base=base, changes=changes)
        return await self._write(work)

    async def drop_persona(self, id: str) -> None:
        """Take a persona away; raises `persona_unknown`."""
        await self._write(partial(guide_knowledge.drop_persona, id=id))


class DialogueBook:
    """Dialogues, turns, clauses. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def begin(self, new: StoredDialogue) -> None:
        """Keep a new dialogue."""
        await self._write(partial(guide_dialogues.begin, new=new))

    async def get(self, id: str) -> StoredDialogue:
        """A dialogue; raises `dialogue_unknown`."""
        return await self._read(partial(guide_dialogues.one, id=id))

    async def by_token(self, token: str) -> StoredDialogue:
        """The dialogue of a secret's hash; raises `dialogue_unknown`."""
        return await self._read(partial(guide_dialogues.by_token, token=token))

    async def of_account(self, account: str) -> list[str]:
        """The dialogues of an account."""
        return await self._read(partial(guide_dialogues.of_account, account=account))

    async def change(self, id: str, changes: Mapping[str, Any]) -> StoredDialogue:
        """Change a dialogue; raises `dialogue_unknown`."""
        return await self._write(partial(guide_dialogues.change, id=id, changes=changes))

    async def ask(self, turn: StoredTurn) -> None:
        """Keep a question; raises `dialogue_unknown`."""
        await self._write(partial(guide_dialogues.ask, turn=turn))

    async def say(self, clause: StoredClause) -> None:
        """Keep a clause of an answer."""
        await self._write(partial(guide_dialogues.say, clause=clause))

    async def end(self, dialogue: str, turn: int, changes: Mapping[str, Any]) -> None:
        """Keep how an answer went."""
        work = partial(guide_dialogues.end, dialogue=dialogue, turn=turn, changes=changes)
        await self._write(work)

    async def rate(self, dialogue: str, turn: int, value: int, words: str) -> None:
        """Keep a visitor's word on an answer; raises `turn_unknown`."""
        work = partial(guide_dialogues.rate, dialogue=dialogue, turn=turn, value=value, words=words)
        await self._write(work)

    async def said(self, id: str) -> tuple[list[StoredTurn], list[StoredClause]]:
        """Everything said in a dialogue, oldest first."""
        return await self._read(partial(guide_dialogues.said, id=id))

    async def page(
        self, limit: int = 100, before: str | None = None, **where: Any
    ) -> list[StoredDialogue]:
        """Dialogues in which something was asked, newest first."""
        work = partial(guide_dialogues.page, limit=limit, before=before, where=where)
        return await self._read(work)

    async def forget(self, id: str) -> list[str]:
        """Take a dialogue away with all that was said; which open questions went with it."""
        return await self._write(partial(guide_dialogues.forget, id=id))

    async def over(self, before: float, limit: int = 200) -> list[str]:
        """Dialogues in which nothing was said since a moment."""
        return await self._read(partial(guide_dialogues.over, before=before, limit=limit))

    async def accounts(self) -> list[tuple[str, str]]:
        """Dialogues of accounts, each with its account."""
        return await self._read(guide_dialogues.accounts)

    async def citing(self, document: str, most: int) -> list[StoredTurn]:
        """The latest turns whose answers rest on a document, newest first."""
        return await self._read(partial(guide_dialogues.citing, document=document, most=most))

    async def told(self, starts: Sequence[float], until: float) -> Told:
        """What statistics are made of: days begin at ``starts``, the last ends at ``until``."""
        work = partial(guide_dialogues.told, starts=tuple(starts), until=until)
        return await self._read(work)


class LessonBook:
    """Open questions and tests. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add_question(self, new: StoredQuestion) -> None:
        """Keep a question that the records do not answer."""
        await self._write(partial(guide_lessons.add_question, new=new))

    async def again(self, id: str, at: float) -> None:
        """A question was asked once more."""
        await self._write(partial(guide_lessons.again, id=id, at=at))

    async def question(self, id: str) -> StoredQuestion:
        """An open question; raises `question_unknown`."""
        return await self._read(partial(guide_lessons.question, id=id))

    async def settle(self, id: str, changes: Mapping[str, Any]) -> StoredQuestion:
        """Change a question; raises `question_unknown`."""
        return await self._write(partial(guide_lessons.settle, id=id, changes=changes))

    async def questions(
        self, limit: int = 100, state: str = "", before: str | None = None
    ) -> list[StoredQuestion]:
        """Questions of a state, the latest first."""
        work = partial(guide_lessons.questions, limit=limit, state=state, before=before)
        return await self._read(work)

    async def counts(self) -> dict[str, int]:
        """How many questions are in each state."""
        return await self._read(guide_lessons.counts)

    async def questions_over(self, before: float) -> list[str]:
        """Take away questions that nobody has asked since a moment; which."""
        return await self._write(partial(guide_lessons.questions_over, before=before))

    async def tests(self) -> list[StoredTest]:
        """Every test, oldest first."""
        return await self._read(guide_lessons.tests)

    async def add_test(self, new: StoredTest) -> None:
        """Keep a test."""
        await self._write(partial(guide_lessons.add_test, new=new))

    async def change_test(self, id: str, changes: Mapping[str, Any]) -> StoredTest:
        """Change a test; raises `test_unknown`."""
        return await self._write(partial(guide_lessons.change_test, id=id, changes=changes))

    async def drop_test(self, id: str) -> None:
        """Take a test away; raises `test_unknown`."""
        await self._write(partial(guide_lessons.drop_test, id=id))

    async def keep_run(self, run: StoredRun, results: Mapping[str, dict[str, Any]]) -> None:
        """Keep how a run went, and each test's result."""
        await self._write(partial(guide_lessons.keep_run, run=run, results=results))

    async def runs(self) -> list[StoredRun]:
        """The last runs, newest first."""
        return await self._read(guide_lessons.runs)
