"""Renews the lock files from pyproject.toml: ``make lock``.

Every file of every release is named by its hash, and no place to fetch it from: that is the
machine's own business. The tests' lock is made first and holds the park's lock to its versions.
"""

from __future__ import annotations

import sys
import venv
from pathlib import Path

from tools.places import BUILD, ROOT
from tools.python_step import LOCKS
from tools.running import SetupError, run

UV = "uv==0.13.8"
EXTRAS = {"run": ["--extra", "build"], "test": ["--all-extras"]}
OPTIONS = [
    "--quiet",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
]


def main(arguments: list[str]) -> int:
    """Write both locks; ``--upgrade`` takes the newest versions instead of keeping the old."""
    folder = BUILD / "lock"
    venv.create(folder, with_pip=True)
    run([folder / "bin" / "python", "-m", "pip", "install", UV], "pip install uv")
    compile_lock(folder, "test", *arguments)
    compile_lock(folder, "run", "--constraint", str(LOCKS["test"]))
    return 0


def compile_lock(folder: Path, level: str, *more: str) -> None:
    """Resolve one level into its lock file."""
    uv = [str(folder / "bin" / "uv"), "pip", "compile", str(ROOT / "pyproject.toml")]
    wanted = [*OPTIONS, *EXTRAS[level], *more, "--output-file", str(LOCKS[level])]
    run([*uv, *wanted], f"lock of {level}")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(str(error))
