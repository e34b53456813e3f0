"""What is known of a picture before it is decoded, and what its header may be refused for."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Header", "HeaderError", "ends_early", "is_invalid"]


class Header(NamedTuple):
    """A picture's media type and size in pixels.

    `odd`: it has colours, pixels or motion that glTF leaves out.
    """

    mime: str
    width: int
    height: int
    odd: bool = False


class HeaderError(ValueError):
    """A header that cannot be believed: a code of Khronos, and what is wrong."""

    def __init__(self, code: str, about: str) -> None:
        super().__init__(f"{code}: {about}")
        self.code = code
        self.about = about


def ends_early(about: str) -> HeaderError:
    """The bytes end before the picture does."""
    return HeaderError("IMAGE_UNEXPECTED_EOS", about)


def is_invalid(about: str) -> HeaderError:
    """The bytes are not what the format allows."""
    return HeaderError("IMAGE_DATA_INVALID", about)
