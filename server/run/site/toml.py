"""Writes a flat TOML table of texts (toml.io, 1.0.0): the standard library only reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["dumped"]

HEAD = "# 由员工桌面写入；环境变量与 lingjing.toml 优先\n# Written by the staff desk.\n"
ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')


def dumped(table: Mapping[str, str]) -> str:
    """The table with its keys in order; keys are bare ones."""
    return HEAD + "".join(f'{name} = "{_escaped(table[name])}"\n' for name in sorted(table))


def _escaped(text: str) -> str:
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
