"""Integers of a document written as integers: JSON may say 3.0 where glTF means the index 3."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from scenes.exhibits.document import Document

__all__ = ["whole_number", "with_whole_numbers"]

EXACT = 2**53
"""Up to here a double says which integer it means."""


def with_whole_numbers(document: Document) -> Document:
    """The document with a JSON of its own, in which every whole number is an int.

    The copy is made without recursion: files nest as deeply as they like.
    """
    top: list[Any] = [document.json]
    waiting: list[Any] = [top]
    while waiting:
        holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            kind = type(value)
            if kind is float:
                holder[key] = whole_number(value)
            elif kind is dict or kind is list:
                holder[key] = copy = value.copy()
                waiting.append(copy)
    return replace(document, json=top[0])


def whole_number(value: float) -> float:
    """The integer that a number is, or the number."""
    is_zero_below = value == 0 and math.copysign(1, value) < 0
    return int(value) if value.is_integer() and abs(value) <= EXACT and not is_zero_below else value
