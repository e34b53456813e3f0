"""Why an asset cannot be taken into an export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class AssetError(Exception):
    """A part of an asset that an export cannot use; `code` is stable, `about` says which.

    Codes: `asset_unreadable`, `asset_external`, `index_out_of_range`, `pointer_unknown`,
    `nodes_no_tree`.
    """

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code} {about}".strip())
        self.code = code
        self.about = about


@contextmanager
def telling_what_is_unreadable() -> Iterator[None]:
    """Turn what Python says of JSON of the wrong shape into AssetError `asset_unreadable`."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise AssetError("asset_unreadable", type(error).__name__) from error
