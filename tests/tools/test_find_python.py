from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.places import ROOT

SCRIPT = ROOT / "tools" / "find_python.sh"


def find(**environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SCRIPT], env=environ, capture_output=True, text=True, check=False
    )


def test_the_python_that_is_named_is_taken() -> None:
    found = find(PYTHON=sys.executable, PATH="/usr/bin:/bin")
    assert Path(found.stdout.strip()).resolve() == Path(sys.executable).resolve()


def test_what_cannot_make_an_environment_is_passed_over(tmp_path: Path) -> None:
    old = tmp_path / "python3.11"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    found = find(PYTHON=f"{old} {sys.executable}", PATH="/usr/bin:/bin")
    assert Path(found.stdout.strip()).resolve() == Path(sys.executable).resolve()


def test_when_there_is_none_the_person_is_told_in_both_languages(tmp_path: Path) -> None:
    found = find(PYTHON=str(tmp_path / "absent"), PATH="/usr/bin:/bin")
    assert found.returncode == 1
    assert found.stdout == ""
    assert "找不到 Python 3.11" in found.stderr
    assert "No Python 3.11 or newer" in found.stderr
