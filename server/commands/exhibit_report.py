"""What was found in an exhibit's files, as people and programs read it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from scenes.findings import Finding

__all__ = ["add_lang", "as_json", "as_text", "describe", "lang_of"]

LANGS = ("zh", "en")
VERDICTS = {
    "zh": {"accept": "通过", "refuse": "不通过"},
    "en": {"accept": "ok", "refuse": "refused"},
}
SEVERITIES = {
    "zh": {"error": "错误", "warning": "提醒"},
    "en": {"error": "error", "warning": "note"},
}
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def add_lang(parser: argparse.ArgumentParser) -> None:
    """The option that says in which language findings are told."""
    parser.add_argument(
        "--lang", choices=LANGS, help="the language of findings; none: this terminal's, else zh"
    )


def lang_of(args: argparse.Namespace, environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` or ``en``: what was asked for, else what the terminal speaks, else Chinese."""
    if args.lang:
        return str(args.lang)
    said = next((environ[name] for name in LOCALES if environ.get(name)), "")
    return "en" if said.lower().startswith("en") else "zh"


def describe(findings: Iterable[Finding], lang: str) -> list[dict[str, str]]:
    """Findings as they stand in JSON."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "pointer": finding.pointer,
            "message": _message(finding, lang),
        }
        for finding in findings
    ]


def as_json(value: Any) -> str:
    """One line of JSON; in plain ASCII where the terminal knows no other letters."""
    speaks = (sys.stdout.encoding or "ascii").lower().replace("-", "") == "utf8"
    return json.dumps(value, ensure_ascii=not speaks)


def as_text(line: Mapping[str, Any], lang: str) -> str:
    """One file's verdict and findings, to read."""
    verdict = VERDICTS[lang][line["verdict"]]
    rows = [f"{verdict}  {line['path']}  ({line['ms']} ms)"]
    for finding in line["findings"]:
        where = f" {finding['pointer']}" if finding["pointer"] else ""
        severity = SEVERITIES[lang][finding["severity"]]
        rows.append(f"    {severity} {finding['code']}{where}: {finding['message']}")
    return "\n".join(rows)


def _message(finding: Finding, lang: str) -> str:
    from server.errors import words

    told = words(finding.code, lang)
    if not finding.about:
        return told
    return f"{told} ({finding.about})" if lang == "en" else f"{told}（{finding.about}）"
