"""The one error of the codecs."""

from __future__ import annotations

__all__ = ["CodecError"]


class CodecError(ValueError):
    """Data that a codec cannot take; ``code`` is stable, ``about`` is for people."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code}: {about}" if about else code)
        self.code = code
        self.about = about
