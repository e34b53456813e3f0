"""Codes of answers and actions: the tables name those that the house gives, and no others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from server.errors import CODES
from server.wire.printed.markdown import print_markdown
from server.wire.turn_codes import ENDS, REFUSALS
from tools.places import ROOT

GIVEN_BY = [
    *sorted((ROOT / "server/halls/guides").glob("*.py")),
    *(ROOT / "server/run/guides" / name for name in ("live.py", "private.py")),
]


def texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from texts(first)
            yield from texts(second)


def calls(name: str) -> Iterator[ast.Call]:
    for path in GIVEN_BY:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                if getattr(called, "attr", getattr(called, "id", "")) == name:
                    yield node


def assigned(pattern: str) -> set[str]:
    return {
        found
        for path in GIVEN_BY
        for found in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    }


def test_every_refusal_that_is_given_has_words_and_no_other() -> None:
    raised = {text for call in calls("RefusalError") for text in texts(call.args[0])}
    assert raised | assigned(r'^ +code = "(\w+)"$') == set(REFUSALS)


def test_every_end_that_is_given_has_words_and_no_other() -> None:
    over = {
        text
        for call in calls("over")
        for word in call.keywords
        if word.arg == "code"
        for text in texts(word.value)
    }
    failed = {text for call in calls("fail") for text in texts(call.args[1])}
    undone = {text for call in calls("_undo") for code in call.args[3:] for text in texts(code)}
    assert over | failed | assigned(r'\.code = "(\w+)"$') == set(ENDS)
    assert undone <= set(ENDS)


def test_both_stand_on_the_page_in_both_languages() -> None:
    page = print_markdown()
    for name, reason in {**ENDS, **REFUSALS}.items():
        assert f"| `{name}` | {reason.zh} | {reason.en} |" in page


def test_what_requests_are_refused_with_too_says_the_same() -> None:
    for name in ("guide_failed", "staff_late"):
        assert (ENDS[name].zh, ENDS[name].en) == (CODES[name].zh, CODES[name].en)
