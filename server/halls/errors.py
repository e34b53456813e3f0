"""What a hall refuses, in codes."""

from __future__ import annotations


class HallError(Exception):
    """A request that the hall cannot carry out; nothing was changed."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.about = about
