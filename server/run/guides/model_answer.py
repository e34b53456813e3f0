"""One answer of a language model: streamed, cut into clauses, each checked before it is said."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from avatars.guides import prompt
from avatars.guides.actions import RULES
from avatars.guides.brain import ActionCall, Clause, Piece, Question, Why
from avatars.guides.checking import Checker, known_names
from avatars.guides.dialogue import standalone
from avatars.guides.grounding import prepare
from avatars.guides.knowledge import language
from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.library import Library
from avatars.guides.safety.pii import Mask
from avatars.guides.safety.wishes import is_wished
from avatars.guides.sources import Source, sources_of
from avatars.guides.speech.clauses import ClauseSplitter
from avatars.guides.speech.thoughts import Thoughts
from server.outside.openai_client import OpenAiClient
from server.outside.openai_endpoint import Text, ToolCall, Used

Json = dict[str, Any]
ROUNDS: Final = 3
"""How often a model is asked for one answer: its calls get their verdicts in the next round."""
MOST_CALLS: Final = 4
MOST_CLAUSES: Final = 8


class Verdict(Protocol):
    """What became of an action."""

    @property
    def state(self) -> str:
        """``done``, ``begun`` or ``refused``."""

    @property
    def code(self) -> str:
        """Why it was refused."""


@dataclass
class ModelAnswer:
    """The work on one answer. Afterwards ``said`` and ``calls`` hold what came of it."""

    client: OpenAiClient
    question: Question
    library: Library
    vector: Sequence[float] | None
    acted: Callable[[ActionCall], Awaitable[Verdict]] | None
    spent: Callable[[int], None]
    read: frozenset[str] = frozenset()
    """Names of actions that the records' own brain reads out of the question."""
    said: list[Clause] = field(default_factory=list)
    calls: list[ActionCall] = field(default_factory=list)
    withheld: int = 0
    ended: bool = False
    mask: Mask = field(default_factory=Mask)

    @property
    def is_whole(self) -> bool:
        """Whether the model ended by itself and said something that counts."""
        told = any(clause.kind in ("answer", "ask_back") for clause in self.said)
        return self.ended and (told or bool(self.calls))

    @property
    def why(self) -> Why:
        """What sort of an answer it was."""
        if any(clause.kind == "answer" for clause in self.said) or self.calls:
            return "answered"
        return "vague"

    async def pieces(self) -> AsyncGenerator[Piece, None]:
        """Clauses and calls as they come; raises NoAnswerError when the model fails."""
        question, lang = self.question, self._lang()
        whole = standalone(question)
        found = self._sources(whole)
        if not found:
            return
        checker = Checker(question, found, lang, known_names(question), self.said)
        prepare([source.text for source in found])
        told = prompt.messages(question, found, lang, self.mask, whole)
        offered = prompt.tools(question.actions, question.near)
        for _ in range(ROUNDS):
            asked: list[ToolCall] = []
            text: list[str] = []
            async with aclosing(self._clauses(told, offered, asked, text)) as clauses:
                async for clause in clauses:
                    made = checker.judge(self.mask.show(clause))
                    if made is not None and self._counts(made):
                        yield made
            self.withheld = checker.withheld
            if not asked:
                break
            told = [*told, _called("".join(text), asked)]
            for call in asked:
                verdict: Json = {"state": "refused", "code": "action_not_asked_for"}
                piece = self._call(call)
                if piece is not None:
                    self.calls.append(piece)
                    yield piece
                    verdict = await self._verdict(piece)
                told.append(_result(call, verdict))
        self.ended = True

    def _counts(self, clause: Clause) -> bool:
        """Whether a clause is to be said. That records have nothing is for their own brain to say,
        which may know better, until something of them was told."""
        told = any(before.kind == "answer" for before in self.said)
        if clause.kind == "unknown" and not told:
            self.said.remove(clause)
            return False
        return len(self.said) <= MOST_CLAUSES

    def _lang(self) -> Lang:
        return self.question.lang or language.of(self.question.text)

    def _sources(self, whole: str) -> list[Source]:
        """What is in force; of what is not, the records' own brain knows how to speak."""
        question = self.question
        hits = self.library.search(
            whole,
            today=question.today,
            audience=question.audience,
            only=question.persona.knowledge,
            vector=self.vector,
        )
        held = [hit for hit in hits if not hit.expired]
        lang = self._lang()  # records in the language of the answer are the easier to quote
        held.sort(key=lambda hit: hit.passage.document.lang != lang)
        return sources_of(held, self.library)

    async def _clauses(
        self, told: list[Json], offered: list[Json], asked: list[ToolCall], text: list[str]
    ) -> AsyncGenerator[str, None]:
        """Whole clauses of one round; calls and text are put into the lists."""
        splitter, thoughts, counted = ClauseSplitter(), Thoughts(), False
        async with aclosing(self.client.chat(told, offered)) as deltas:
            try:
                async for delta in deltas:
                    if isinstance(delta, Text):
                        text.append(delta.text)
                        for clause in splitter.feed(thoughts.feed(delta.text)):
                            yield clause
                    elif isinstance(delta, ToolCall):
                        asked.append(delta)
                    elif isinstance(delta, Used):
                        counted = True
                        self.spent(delta.total)
            finally:
                if not counted:  # called off: what was read and said so far was paid for
                    self.spent(_guessed(told, text))
        for clause in (*splitter.feed(thoughts.rest()), *splitter.rest()):
            yield clause

    def _call(self, call: ToolCall) -> ActionCall | None:
        """The action that a call asks for; None when the visitor did not ask for it."""
        if len(self.calls) >= MOST_CALLS or call.name not in RULES:
            return None
        args = prompt.arguments(call.name, call.arguments)
        if args is None:
            return None
        args = _shown(args, self.mask)
        said = [clause.text for clause in self.said]
        if not is_wished(call.name, args, self.question, said, self.read):
            return None
        return ActionCall(call.name, args, f"m{len(self.calls)}")

    async def _verdict(self, call: ActionCall) -> Json:
        if self.acted is None:
            return {"state": "begun"}
        verdict = await self.acted(call)
        return {"state": verdict.state, **({"code": verdict.code} if verdict.code else {})}


def _shown(value: Any, mask: Mask) -> Any:
    """Arguments with the visitor's own data back in its place: the form is theirs."""
    if isinstance(value, str):
        return mask.show(value)
    if isinstance(value, dict):
        return {key: _shown(each, mask) for key, each in value.items()}
    return [_shown(each, mask) for each in value] if isinstance(value, list) else value


def _called(text: str, asked: list[ToolCall]) -> Json:
    calls = [
        {
            "id": call.id,
            "type": "function",
            "function": {"name": call.name, "arguments": call.arguments or "{}"},
        }
        for call in asked
    ]
    return {"role": "assistant", "content": text, "tool_calls": calls}


def _result(call: ToolCall, verdict: Json) -> Json:
    return {"role": "tool", "tool_call_id": call.id, "content": json.dumps(verdict)}


def _guessed(told: Sequence[Json], text: Sequence[str]) -> int:
    """Tokens of a round that was called off: one for two characters."""
    return (sum(len(str(m.get("content") or "")) for m in told) + sum(map(len, text))) // 2
