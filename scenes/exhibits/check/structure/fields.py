"""Properties that are one value: the words of the schema tables."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Field, brief
from scenes.exhibits.check.structure.numbers import NONE, is_number, real, whole

__all__ = ["Flag", "Index", "Int", "Number", "Text"]


class Flag(Field):
    """true or false."""

    kind = "boolean"
    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(default=False)

    @property
    def unusable(self) -> bool:
        """False: the default of every flag in glTF 2.0."""
        return False

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The flag."""
        return value if value is True or value is False else self.mismatch(value, name, ctx)


class Int(Field):
    """An integer within limits, or one of a list."""

    kind = "integer"
    __slots__ = ("choices", "least", "most")

    def __init__(
        self,
        least: int = 0,
        most: float = math.inf,
        *,
        required: bool = False,
        default: int = NONE,
        choices: Collection[int] | None = None,
    ) -> None:
        super().__init__(required=required, default=default)
        self.least, self.most, self.choices = least, most, choices

    @property
    def unusable(self) -> int:
        """Minus one, which no integer of glTF is."""
        return NONE

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The integer."""
        number = whole(value)
        if number is None:
            return self.mismatch(value, name, ctx)
        if self.choices is not None:
            return number if listed(number, self.choices, name, ctx) else NONE
        if self.least <= number <= self.most:
            return number
        ctx.say("VALUE_NOT_IN_RANGE", name, about=brief(number))
        return NONE


class Index(Field):
    """The index of an entry of one of the document's arrays."""

    kind = "integer"
    __slots__ = ()

    def __init__(self, *, required: bool = False) -> None:
        super().__init__(required=required, default=NONE)

    @property
    def unusable(self) -> int:
        """Minus one, which leads nowhere."""
        return NONE

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The index."""
        number = whole(value)
        if number is None:
            return self.mismatch(value, name, ctx)
        if number >= 0:
            return number
        ctx.say("INVALID_INDEX", name)
        return NONE


class Number(Field):
    """A number within limits; ``above`` and ``below`` are not themselves allowed."""

    kind = "number"
    __slots__ = ("above", "below", "least", "most", "special")

    def __init__(
        self,
        least: float = -math.inf,
        most: float = math.inf,
        *,
        above: float = -math.inf,
        below: float = math.inf,
        special: float = math.nan,
        required: bool = False,
        default: float = math.nan,
    ) -> None:
        super().__init__(required=required, default=default)
        self.least, self.most, self.above, self.below = least, most, above, below
        self.special = special

    @property
    def unusable(self) -> float:
        """Not a number: every comparison with it fails."""
        return math.nan

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The number."""
        if not is_number(value):
            return self.mismatch(value, name, ctx)
        number = real(value)
        if number == self.special:
            return number
        if self.least <= number <= self.most and self.above < number < self.below:
            return number
        ctx.say("VALUE_NOT_IN_RANGE", name, about=brief(value))
        return math.nan


class Text(Field):
    """A string: any, one that fits a pattern as a whole, or (a warning) one of a list."""

    kind = "string"
    __slots__ = ("choices", "pattern")

    def __init__(
        self,
        *,
        required: bool = False,
        default: str | None = None,
        choices: Collection[str] | None = None,
        pattern: re.Pattern[str] | None = None,
    ) -> None:
        super().__init__(required=required, default=default)
        self.choices, self.pattern = choices, pattern

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The string; also one that is not of the list, as extensions may add to it."""
        if type(value) is not str:
            return self.mismatch(value, name, ctx)
        if self.choices is not None:
            listed(value, self.choices, name, ctx)
        elif self.pattern is not None and not self.pattern.fullmatch(value):
            ctx.say("PATTERN_MISMATCH", name, about=brief(value))
            return None
        return value


def listed(value: Any, choices: Collection[Any], name: str, ctx: Context) -> bool:
    """Whether a value is of a list, which is said when it is not."""
    if value in choices:
        return True
    ctx.say("VALUE_NOT_IN_LIST", name, about=brief(value))
    return False
