"""Writes everything that is printed from the contract, or with ``--check`` says what is stale.

python -m tools.print_wire [--check]
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from server.wire.printed.asyncapi import print_asyncapi
from server.wire.printed.markdown import print_markdown
from server.wire.printed.python import print_python
from server.wire.printed.typescript import print_typescript

ROOT = Path(__file__).resolve().parent.parent


def printed() -> Mapping[str, str]:
    """Every printed file: path from the project's root, to its text."""
    return {
        "clients/headless/messages.py": print_python(),
        "clients/wire/messages.ts": print_typescript(),
        "docs/reference/PROTOCOL.md": print_markdown(),
        "docs/reference/asyncapi.json": print_asyncapi(),
    }


def stale() -> list[str]:
    """The printed files that differ from what the contract says now."""
    return [path for path, text in printed().items() if _read(ROOT / path) != text]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print what is stale; without ``--check``, write it too."""
    texts = printed()
    check = "--check" in arguments
    found = stale()
    for path in found:
        print(f"{'stale' if check else 'written'}: {path}")
        if not check:
            _write(ROOT / path, texts[path])
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
