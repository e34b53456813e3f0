from __future__ import annotations

import argparse
import io
import json
import sys

import pytest

from scenes.findings import Finding
from server.commands.exhibit_report import add_lang, as_json, as_text, describe, lang_of

FOUND = [Finding("/a", "IO_ERROR", "error", "a.png"), Finding("", "worker_timeout")]


@pytest.mark.parametrize(
    ("words", "environ", "lang"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "zh_CN"}, "en"),
        ([], {"LC_ALL": "zh_CN", "LANG": "en_US"}, "zh"),
        (["--lang", "en"], {"LANG": "zh_CN"}, "en"),
    ],
)
def test_findings_are_told_in_a_language(
    words: list[str], environ: dict[str, str], lang: str
) -> None:
    parser = argparse.ArgumentParser()
    add_lang(parser)
    assert lang_of(parser.parse_args(words), environ) == lang


def test_findings_say_what_they_are_about() -> None:
    told = describe(FOUND, "en")
    assert [(one["code"], one["severity"], one["pointer"]) for one in told] == [
        ("IO_ERROR", "error", "/a"),
        ("worker_timeout", "error", ""),
    ]
    assert told[0]["message"].endswith("(a.png)") and "stopped" in told[1]["message"]
    assert describe(FOUND, "zh")[0]["message"].endswith("（a.png）")


def test_json_is_plain_where_the_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, text in (("utf-8", '"泵"'), ("gbk", '"\\u6cf5"')):
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
        assert as_json("泵") == text and json.loads(text) == "泵"


def test_a_verdict_can_be_read() -> None:
    line = {"path": "m.glb", "verdict": "refuse", "ms": 7, "findings": describe(FOUND[:1], "en")}
    first, second = as_text(line, "en").splitlines()
    assert first == "refused  m.glb  (7 ms)" and second.startswith("    error IO_ERROR /a: ")
    assert as_text({**line, "verdict": "accept"}, "zh").startswith("通过  m.glb")
