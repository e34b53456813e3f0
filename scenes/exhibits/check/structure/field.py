"""What a property of a glTF object may be, in general.

``take`` looks at a value that is there (never null) and answers what the rules may rely on; a
value that they may not is answered as if the property had been absent.
"""

from __future__ import annotations

from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.numbers import LARGEST

__all__ = ["Field", "Raw", "brief"]


class Field:
    """One property of a table: whether it must be there, and what stands in for it."""

    kind: ClassVar[str] = "value"
    __slots__ = ("default", "required")

    def __init__(self, *, required: bool = False, default: Any = None) -> None:
        self.required = required
        self.default = default

    def absent(self, source: dict[str, Any], name: str, ctx: Context) -> Any:
        """What stands in for a property that is not there, or is null."""
        if name in source:
            ctx.say("TYPE_MISMATCH", name, about=f"null, not {self.kind}")
        if self.required:
            ctx.say("UNDEFINED_PROPERTY", about=name)
            return self.unusable
        return self.default

    @property
    def unusable(self) -> Any:
        """What the rules see in place of a value that they may not use."""
        return None

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The value as the rules may use it, said to be wrong when it is."""
        raise TypeError(f"{self.kind} {name} {value} {ctx.path}")

    def mismatch(self, value: Any, name: str, ctx: Context) -> Any:
        """Say that a value is of another type."""
        ctx.say("TYPE_MISMATCH", name, about=f"{brief(value)}, not {self.kind}")
        return self.unusable

    def is_filled(self, value: Any, kind: type, name: str, ctx: Context) -> bool:
        """Whether an array or object is one and holds anything; if not, it is said."""
        if type(value) is not kind:
            self.mismatch(value, name, ctx)
            return False
        if not value:
            ctx.say("EMPTY_ENTITY", name)
            return False
        return True


def brief(value: Any) -> str:
    """A value in few letters."""
    if isinstance(value, list | dict):
        return "array" if isinstance(value, list) else "object"
    if type(value) is int and abs(value) > LARGEST:
        return "a number beyond all bounds"
    return str(value)[:40]


class Raw(Field):
    """Whatever comes: the rules of the object look at it themselves."""

    __slots__ = ()

    def absent(self, source: dict[str, Any], name: str, ctx: Context) -> Any:
        """Nothing."""
        return None

    def take(self, value: Any, name: str, ctx: Context) -> Any:
        """The value as it came."""
        return value
