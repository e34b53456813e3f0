"""Objects of a JSON text as dicts: no name twice, none that is half of a character."""

from __future__ import annotations

import re
from typing import Any

from scenes.exhibits.gate.tables import Json

__all__ = ["Pairs", "RefusedError"]

SURROGATE = re.compile("[\ud800-\udfff]")
LOST = "\ufffd"
PROTOTYPE = "__proto__"

Members = list[tuple[str, Any]]


class RefusedError(ValueError):
    """A text that is no strict JSON: the code of the finding, and what it is about."""

    def __init__(self, code: str, about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


class Pairs:
    """Makes a dict of each object, for the parser; raises RefusedError.

    `mends`: texts may hold halves of surrogate pairs, which no UTF-8 can say; they are replaced.
    `odd`: names and texts that were kept in another form.
    """

    def __init__(self, *, mends: bool) -> None:
        self.mends = mends
        self.odd: set[str] = set()

    def __call__(self, members: Members) -> Json:
        """The dict of one object."""
        made = dict(members)
        if len(made) != len(members):
            raise RefusedError("DUPLICATE_KEY", _said_twice(members))
        if PROTOTYPE in made:
            return self._without_prototype(members)
        return self._mended(members) if self.mends else made

    def _mended(self, members: Members) -> Json:
        mended = [(self._mend(key), self._mend_all(value)) for key, value in members]
        made = dict(mended)
        if len(made) != len(mended):
            raise RefusedError("DUPLICATE_KEY", _said_twice(mended))
        return made

    def _without_prototype(self, members: Members) -> Json:
        """JavaScript would take the name for an object's prototype: it is kept under another."""
        self.odd.add(PROTOTYPE)
        return self([(f"_{key}" if key == PROTOTYPE else key, value) for key, value in members])

    def _mend_all(self, value: Any) -> Any:
        """A value without halves of pairs; objects in it have been mended as they were made."""
        if isinstance(value, str):
            return self._mend(value)
        lists = [value] if isinstance(value, list) else []
        while lists:
            one = lists.pop()
            for index, item in enumerate(one):
                if isinstance(item, str):
                    one[index] = self._mend(item)
                elif isinstance(item, list):
                    lists.append(item)
        return value

    def _mend(self, text: str) -> str:
        whole, halves = SURROGATE.subn(LOST, text)
        if halves:
            self.odd.add(whole)
        return whole


def _said_twice(members: Members) -> str:
    seen: set[str] = set()
    for key, _ in members:
        if key in seen:
            return key
        seen.add(key)
    return ""
