"""Properties that are arrays: of numbers, of indices, of strings, of integers as bounds.

A long array that is as it should be costs a few passes at the speed of C; entry by entry it is
only looked at when something in it is wrong, and then no longer than there is room for findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Field, brief
from scenes.exhibits.check.structure.numbers import LARGEST, NONE, is_number, whole

__all__ = ["Indices", "Numbers", "Strings", "bounds", "numbers"]

NUMBERS = frozenset({int, float})


class Numbers(Field):
    """Numbers within limits; ``lengths`` are the lengths that the array may have."""

    kind = "array"
    __slots__ = ("least", "lengths", "most")

    def __init__(
        self,
        *lengths: int,
        least: float = -LARGEST,
        most: float = LARGEST,
        default: tuple[float, ...] | None = None,
    ) -> None:
        super().__init__(default=default)
        self.lengths, self.least, self.most = lengths, least, most

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The numbers, as they came."""
        if type(value) is not list:
            return self.mismatch(value, name, ctx)
        return numbers(value, name, ctx, self.lengths, (self.least, self.most))


def numbers(
    value: list[Any],
    name: str,
    ctx: Context,
    lengths: Sequence[int] = (),
    limits: tuple[float, float] = (-LARGEST, LARGEST),
) -> list[float] | None:
    """The numbers of an array, or None when anything is wrong with it."""
    if not value:
        ctx.say("EMPTY_ENTITY", name)
        return None
    if lengths and len(value) not in lengths:
        ctx.say("ARRAY_LENGTH_NOT_IN_LIST", name, about=str(len(value)))
        return None
    if not lengths:
        ctx.spend_on_entries(len(value))
    if NUMBERS.issuperset(map(type, value)) and limits[0] <= min(value) and max(value) <= limits[1]:
        return value
    is_right = True
    for at, number in enumerate(value):
        if not is_number(number):
            ctx.say("ARRAY_TYPE_MISMATCH", name, about=f"{brief(number)}, not number")
            is_right = False
        elif not limits[0] <= number <= limits[1]:
            ctx.say("VALUE_NOT_IN_RANGE", name, at, about=brief(number))
            is_right = False
    return value if is_right else None


class Indices(Field):
    """Indices, no two of them alike."""

    kind = "array"
    __slots__ = ()

    def take(self, value: Any, name: str, ctx: Context) -> list[int] | None:
        """The indices; minus one for an entry that is none."""
        if not self.is_filled(value, list, name, ctx):
            return None
        ctx.spend_on_entries(len(value))
        if set(map(type, value)) == {int} and min(value) >= 0 and len(set(value)) == len(value):
            return list(value)
        return list(self._one_by_one(value, name, ctx))

    def _one_by_one(self, value: list[Any], name: str, ctx: Context) -> Any:
        seen: set[int] = set()
        for at, entry in enumerate(value):
            index = whole(entry)
            if index is None or index < 0:
                ctx.say("INVALID_INDEX", name, at)
                yield NONE
                continue
            if index in seen:
                ctx.say("DUPLICATE_ELEMENTS", name, at)
            seen.add(index)
            yield index


class Strings(Field):
    """Strings, no two of them alike."""

    kind = "array"
    __slots__ = ()

    def take(self, value: Any, name: str, ctx: Context) -> list[str] | None:
        """The strings, or None when one of them is something else."""
        if not self.is_filled(value, list, name, ctx):
            return None
        ctx.spend(len(value))
        seen: set[str] = set()
        for at, entry in enumerate(value):
            if type(entry) is not str:
                ctx.say("ARRAY_TYPE_MISMATCH", name, at, about=f"{brief(entry)}, not string")
            elif entry in seen:
                ctx.say("DUPLICATE_ELEMENTS", name, at)
            else:
                seen.add(entry)
        return value if set(map(type, value)) == {str} else None


def bounds(
    value: list[Any], name: str, ctx: Context, length: int, limits: tuple[int, int]
) -> list[int] | None:
    """Least or greatest values of integer components, or None when anything is wrong."""
    if len(value) != length:
        ctx.say("ARRAY_LENGTH_NOT_IN_LIST", name, about=str(len(value)))
        return None
    is_right = True
    for entry in value:
        number = whole(entry)
        if number is None:
            ctx.say("ARRAY_TYPE_MISMATCH", name, about=f"{brief(entry)}, not integer")
            is_right = False
        elif not limits[0] <= number <= limits[1]:
            ctx.say("INVALID_GL_VALUE", name, about=brief(number))
            is_right = False
    return value if is_right else None
