from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from server.outside.key_program import KeyProgramError, ask_program

TURNER = """
import base64, sys
data = base64.b64decode(sys.stdin.readline())
print(base64.b64encode(bytes(255 - byte for byte in data)).decode())
print(sys.argv[1], file=sys.stderr)
"""


def program(folder: Path, text: str) -> str:
    file = folder / "a program.py"
    file.write_text(text)
    return shlex.join([sys.executable, str(file)])


def test_a_program_wraps_and_unwraps(tmp_path: Path) -> None:
    command = program(tmp_path, TURNER)
    wrapped = ask_program(command, "wrap", b"key")
    assert wrapped != b"key"
    assert ask_program(command, "unwrap", wrapped) == b"key"


@pytest.mark.parametrize("text", ["print('not base64!')", "import sys; sys.exit('no such key')"])
def test_a_program_that_fails_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(KeyProgramError, match=r"a program\.py"):
        ask_program(program(tmp_path, text), "wrap", b"key")


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(KeyProgramError):
        ask_program("no-such-program-anywhere", "wrap", b"key")
