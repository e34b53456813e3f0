"""Error codes: each with words, each exception told in one shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import Finding, SceneError, StaleError
from scenes.glb import GlbError
from server.errors import CODES, RequestError, lang_of, problem, words
from server.halls.errors import HallError
from server.store.errors import StoreError
from server.wire.codes import CODES as WIRE_CODES
from server.wire.errors import WireError

ROOMS = ("scenes", "server")


def test_every_code_has_words_in_both_languages_and_a_status() -> None:
    for code, told in CODES.items():
        assert re.fullmatch(r"[a-z_]+", code)
        assert 400 <= told.status < 600 and told.en
        assert re.search(r"[\u4e00-\u9fff]", told.zh), code


def test_every_code_that_the_rooms_raise_is_listed() -> None:
    root = Path(__file__).parents[2]
    raised = re.compile(
        r'(?:HallError|RequestError|SceneError|_refuse)\(\s*(?:[^",()]+,\s*)?"([a-z_]+)"'
        r'|Finding\([^"]*?(?:"[^"]*",\s*|at,\s*|pointer,\s*)"([a-z_]+)"'
    )
    found = {
        code
        for room in ROOMS
        for file in (root / room).rglob("*.py")
        if "exhibits" not in file.relative_to(root).parts[:2]  # their words have their own test
        for pair in raised.findall(file.read_text(encoding="utf-8"))
        for code in pair
        if code
    }
    assert len(found) > 30
    assert found - CODES.keys() - WIRE_CODES.keys() == set()


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (HallError("hall_full"), 503, "hall_full"),
        (SceneError("patch_invalid", [Finding("/ops/0", "too_many")]), 422, "patch_invalid"),
        (StoreError("version_unknown", "no version 3"), 404, "version_unknown"),
        (GlbError("glb.no-json", "the first chunk is not JSON"), 422, "glb_invalid"),
        (WireError("not_finite", "/ops/0/value"), 422, "not_finite"),
        (RequestError("too_large"), 413, "too_large"),
        (ValueError("a secret path"), 500, "internal"),
        (StoreError("a_new_code", "inside"), 500, "internal"),
    ],
)
def test_each_exception_is_told_in_one_shape(error: Exception, status: int, code: str) -> None:
    for lang in ("zh-CN", "en"):
        told = problem(error, lang)
        assert (told.status, told.code) == (status, code)
        body = told.body("r1")
        assert list(body) == ["code", "message", "details", "request_id"]
        assert body["message"] == words(code, lang) and "secret" not in str(body)
        for detail in body["details"]:
            assert set(detail) == {"pointer", "code", "severity", "message"}


def test_a_stale_edit_is_told_the_current_revision() -> None:
    (detail,) = problem(StaleError(41), "en").details
    assert (detail.code, detail.message) == ("current_revision", "41")


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        (None, "zh-CN"),
        ("", "zh-CN"),
        ("en", "en"),
        ("en-US,en;q=0.9,zh;q=0.8", "en"),
        ("zh-TW", "zh-CN"),
        ("fr, en;q=0.3, zh-CN;q=0.2", "en"),
        ("en;q=0, zh", "zh-CN"),
        ("de", "zh-CN"),
    ],
)
def test_the_reader_is_answered_in_the_readers_language(header: str | None, lang: str) -> None:
    assert lang_of(header) == lang


@given(st.text(max_size=400))
def test_any_language_header_is_answered(header: str) -> None:
    assert lang_of(header) in ("zh-CN", "en")
