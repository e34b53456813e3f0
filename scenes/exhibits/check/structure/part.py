"""What every object of a document, once read, has in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scenes.exhibits.check.structure.context import Context

__all__ = ["Part", "Plain", "plain"]


@dataclass(slots=True, kw_only=True)
class Part:
    """An object that was read. ``extensions`` holds what was read of each, or it as it came.

    ``owner`` is, for an extension, the object that it extends.
    """

    extensions: dict[str, Any] = field(default_factory=dict)
    owner: Any = field(default=None, repr=False, compare=False)

    def link(self, ctx: Context) -> None:
        """Follow its references; the context's path leads to it."""

    def settle(self, ctx: Context) -> None:
        """Check what depends on the bytes of images; called when all is linked."""


@dataclass(slots=True)
class Plain(Part):
    """An object of which nothing but its values matters."""

    values: dict[str, Any] = field(default_factory=dict)


def plain(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Plain:
    """Keep the values of an object that has no rules of its own."""
    return Plain(values, extensions=values.pop("extensions"))
