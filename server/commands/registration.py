"""`lingjing registration`: the rules of the registry desk, at a prompt. No park is needed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from server.registration.credit_code import CodeVerdict

STDIN: Final = "-"


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("registration", help="check credit codes")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser(
        "check-code",
        help="say whether unified social credit codes are valid, and why not",
        description="Exit code 0 when every code is valid, else 1. Reasons: ok, or the first that "
        "fails of length, charset, registrar_type, region, org_check, checksum.",
    )
    check.add_argument(
        "codes", nargs="*", metavar="CODE", help="a code; - or none at all: one a line from stdin"
    )
    check.add_argument("--json", action="store_true", help="one JSON object a line")
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Judge each code in turn; 1 when any is not valid."""
    from server.registration.credit_code import check

    invalid = 0
    for code in _asked(args.codes):
        verdict = check(code)
        invalid += not verdict.valid
        print(_as_json(verdict) if args.json else _as_text(verdict), flush=True)
    return 1 if invalid else 0


def _asked(codes: list[str]) -> Iterator[str]:
    for code in codes or [STDIN]:
        if code == STDIN:
            yield from (line for each in _lines() if (line := each.rstrip("\r\n")).strip())
        else:
            yield code


def _lines() -> Iterable[str]:
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:
        return sys.stdin
    return (line.decode("utf-8", "replace").removeprefix("\ufeff") for line in raw)


def _as_json(verdict: CodeVerdict) -> str:
    told = {
        "code": verdict.code,
        "valid": verdict.valid,
        "reason": verdict.reason,
        "canonical": verdict.canonical,
        "eligible": verdict.eligible,
    }
    return json.dumps(told)


def _as_text(verdict: CodeVerdict) -> str:
    from server.error_codes.registration_form import CODES

    if not verdict.valid:
        seen = "".join(each if each.isprintable() else "�" for each in verdict.code)
        words = CODES[verdict.reason]
        return f"✗ {seen}  {verdict.reason}: {words.zh} / {words.en}"
    zh, en = "有效，可以入驻", "valid; may be a resident"
    if not verdict.eligible:
        why = CODES["not_eligible"]
        zh, en = f"有效，但不能入驻：{why.zh}", f"valid, but no resident: {why.en}"
    if verdict.flags:
        zh, en = f"{zh}；区县不在名录中，请核对", f"{en}; the county stands in no list: look at it"
    return f"✓ {verdict.canonical}  ok: {zh} / {en}"
