"""The Python environment: ``.venv`` with exactly the locked packages and the project itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from tools import stamps
from tools.places import BIN, ROOT, VENV
from tools.running import run

LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-test.lock"}
"""The lock of each level; everything in the first is in the second at the same version."""
DECIDING = ("build-system", "project")


def is_ready(level: str) -> bool:
    """Whether the environment works here and has what this level needs."""
    return is_usable() and stamps.is_current(stamp(level), wanted(level))


def make(level: str) -> None:
    """Make or renew the environment."""
    if not is_usable():
        run([sys.executable, "-m", "venv", "--clear", VENV], "python -m venv")
    for name in LOCKS:
        stamp(name).unlink(missing_ok=True)
    pip("-r", LOCKS[level], "--require-hashes", "--no-deps", "--only-binary", ":all:")
    pip("--no-deps", "--no-build-isolation", "--editable", ROOT)
    for name in ("run", level):
        stamps.leave(stamp(name), wanted(name))


def pip(*arguments: str | Path) -> None:
    """Install something with the environment's own pip, as this machine configures it."""
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    run([BIN / "python", "-m", "pip", "install", *arguments], "pip install", extra=quiet)


def is_usable(venv: Path = VENV) -> bool:
    """Whether an environment was made at this very path by a Python that is still there."""
    try:
        made = (venv / "pyvenv.cfg").read_text()
        probe = [
            str(venv / "bin" / "python"),
            "-I",
            "-c",
            "import sys; print(sys.version_info >= (3, 11))",
        ]
        answer = subprocess.run(probe, capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    return answer.strip() == "True" and made.rstrip().endswith(str(venv))


def stamp(level: str) -> Path:
    """The stamp of a level."""
    return VENV / f".lingjing-{level}"


def wanted(level: str) -> str:
    """What the environment is made from: the lock, and what pyproject.toml says of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    said = json.dumps({key: project[key] for key in DECIDING}, sort_keys=True)
    return stamps.digest([LOCKS[level]], said, str(ROOT))
