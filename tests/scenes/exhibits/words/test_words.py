from __future__ import annotations

import ast
import re

import pytest

from scenes.exhibits.words import WORDS, message_of, words_of
from scenes.findings import Finding
from tests.rules.known import ALL

CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
HAN = re.compile("[\u4e00-\u9fff]")
STAGES = tuple(
    f"scenes.exhibits.{stage}"
    for stage in ("gate", "check", "codecs", "derive", "fingerprint", "pipeline", "normalise")
)
NO_CODES = {
    *("EXT_texture_webp", "V5_CFV2"),
    *("JOINTS_0", "WEIGHTS_0", "TEXCOORD_0", "COLOR_0", "BLEND_SHAPE"),
}
CALLS = {"error", "warning", "Finding", "BadUriError", "FileError", "ZipError", "RefusedError"}


def said() -> set[str]:
    """Codes that the stages say: words in capitals given to what makes a finding."""
    return {
        word.value
        for name, module in ALL.items()
        if name.startswith(STAGES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called(node) in CALLS
        for word in (*node.args, *(keyword.value for keyword in node.keywords))
        if isinstance(word, ast.Constant)
        and isinstance(word.value, str)
        and CODE.fullmatch(word.value)
    } - NO_CODES


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_code_that_is_said_has_words() -> None:
    assert len(said()) > 60
    assert sorted(said() - set(WORDS)) == []


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_in_both_languages(code: str) -> None:
    chinese, english = WORDS[code]
    assert HAN.search(chinese) and not HAN.search(english) and english[0].isupper()
    assert not chinese.endswith("。") and not english.endswith(".")


def test_what_it_is_about_is_added() -> None:
    chinese, english = words_of("IO_ERROR")
    finding = Finding("/images/0/uri", "IO_ERROR", "error", "a.png")
    assert message_of(finding, "zh") == f"{chinese}（a.png）"
    assert message_of(finding, "en") == f"{english} (a.png)"
    assert message_of(finding._replace(about=""), "en") == english


def test_an_unknown_code_speaks_for_itself() -> None:
    assert words_of("NEVER_HEARD_OF") == ("NEVER_HEARD_OF", "NEVER_HEARD_OF")


def test_a_foreign_format_is_told_how_to_become_gltf() -> None:
    for words in words_of("FOREIGN_FORMAT"):
        assert "glTF" in words and "Blender" in words and "FreeCAD" in words
