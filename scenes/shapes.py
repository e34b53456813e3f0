"""What checkers take, as plain JSON: so that a page can offer just what the server lets in.

Every checker that ``scenes/values.py`` makes is described when it is made; ``shape_of`` finds the
description again. ``tools/print_scene.py`` prints the property table from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

Shape = dict[str, Any]
"""``{"type": …}`` with what that type needs: ``min`` and ``max`` (both reached), ``of`` for what a
list or a map holds, ``fields`` and ``needs`` for a record, ``values`` for a choice,
``nullable``."""

C = TypeVar("C", bound=Callable[..., Any])
_SHAPES: WeakKeyDictionary[Callable[..., Any], Shape] = WeakKeyDictionary()


def shaped(checker: C, kind: str, **more: Any) -> C:
    """The same checker, described."""
    _SHAPES[checker] = {"type": kind, **more}
    return checker


def shaped_as(checker: C, shape: Shape) -> C:
    """The same checker, described as another one is."""
    _SHAPES[checker] = shape
    return checker


def shape_of(checker: Callable[..., Any]) -> Shape:
    """What a checker takes. Raises KeyError for one that nobody described."""
    return _SHAPES[checker]
