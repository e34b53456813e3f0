"""What a gate says of a media file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scenes.findings import Finding

__all__ = ["Kind", "MediaError", "Video"]

Kind = Literal["image", "video", "document"]


class MediaError(Exception):
    """A file that may not come in; its findings say why."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code} {about}".strip())
        self.findings = (Finding("", code, "error", about),)


@dataclass(frozen=True, slots=True)
class Video:
    """What is known of a video without decoding it: pixels, seconds, codecs (RFC 6381 names)."""

    mime: str
    width: int
    height: int
    seconds: float | None
    codecs: tuple[str, ...]
