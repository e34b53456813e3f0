"""What every way out of the house answers: a receipt, or why something was not taken."""

from __future__ import annotations

from dataclasses import dataclass

EXCERPT = 500
"""Characters of an answer that are kept."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The other side took it: ``status`` by its own counting, and how its answer begins."""

    status: int | None = None
    excerpt: str = ""


class UndeliveredError(Exception):
    """It was not taken. ``final``: trying again would not help.

    Codes: ``unreached`` (no connection, or it broke), ``late``, ``private_address``,
    ``refused`` (the other side said no), ``bad_answer``, ``not_set_up``, ``bad_address``.
    """

    def __init__(
        self, code: str, excerpt: str = "", *, status: int | None = None, final: bool = False
    ) -> None:
        super().__init__(f"{code} {excerpt}")
        self.code = code
        self.excerpt = shown(excerpt)
        self.status = status
        self.final = final


def shown(text: str) -> str:
    """How a text begins, on one line, without what cannot be seen."""
    visible = "".join(c if c.isprintable() else " " for c in text[: EXCERPT * 2])
    return " ".join(visible.split())[:EXCERPT]
