"""Giving every index of an asset the number that its target has in the export."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from scenes.export.errors import AssetError
from scenes.export.references import RULES, Rule, points_somewhere, rule_for

_POINTER = re.compile(r"/(?:extensions/KHR_lights_punctual/)?([a-zA-Z]+)/(0|[1-9][0-9]*)(?=/)")


class Renumber:
    """Old index to new index for each table, and the walk through JSON that applies it.

    `left_out` is called with the name of every extension that had to be dropped, because it seems
    to hold indices that nobody knows how to renumber.
    """

    def __init__(
        self, tables: Mapping[str, Mapping[int, int]], left_out: Callable[[str], None]
    ) -> None:
        self._tables = tables
        self._left_out = left_out

    def also(self, **tables: Mapping[int, int]) -> Renumber:
        """The same with other tables added or replaced."""
        return Renumber({**self._tables, **tables}, self._left_out)

    def number(self, table: str, index: Any) -> int:
        """The new number of an index; raises AssetError `index_out_of_range`."""
        if isinstance(index, bool) or not isinstance(index, int):
            raise AssetError("index_out_of_range", f"{table} {index}")
        try:
            return self._tables[table][index]
        except KeyError:
            raise AssetError("index_out_of_range", f"{table} {index}") from None

    def entry(self, table: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """An entry of a table with all its indices renumbered; extras stay as they are."""
        walked: dict[str, Any] = self._walk(value, RULES[table])
        return walked

    def pointer(self, pointer: str) -> str:
        """A KHR_animation_pointer target renumbered; raises AssetError `pointer_unknown`."""
        match = _POINTER.match(pointer)
        if match is None or match[1] not in self._tables:
            raise AssetError("pointer_unknown", pointer)
        start, end = match.span(2)
        return f"{pointer[:start]}{self.number(match[1], int(match[2]))}{pointer[end:]}"

    def _walk(self, value: Any, rule: Rule) -> Any:
        if isinstance(rule, str):
            return self.number(rule, value)
        if isinstance(rule, list):
            return [self._walk(item, rule[0]) for item in _expect(value, list)]
        return {
            key: self._part(item, rule_for(rule, key), key)
            for key, item in _expect(value, dict).items()
            if key != "extensions"
        } | self._extensions(value, rule)

    def _part(self, value: Any, rule: Rule | None, key: str) -> Any:
        return value if rule is None or key == "extras" else self._walk(value, rule)

    def _extensions(self, value: Mapping[str, Any], rule: Mapping[str, Any]) -> dict[str, Any]:
        if "extensions" not in value:
            return {}
        rules = rule.get("extensions", {})
        kept = {}
        for name, extension in _expect(value["extensions"], dict).items():
            known = rule_for(rules, name)
            if name not in rules and points_somewhere(extension, known):
                self._left_out(name)
            else:
                kept[name] = extension if known is None else self._walk(extension, known)
        return {"extensions": kept} if kept else {}


def _expect(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise AssetError("asset_unreadable", f"{type(value).__name__} for {kind.__name__}")
    return value
