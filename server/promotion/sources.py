"""Where in the park a lead, a booking or a hold came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

SourceKind = Literal["tour", "exhibit", "guide", "unit", "booth", "page", "desk"]
SOURCE_KINDS: Final[tuple[SourceKind, ...]] = get_args(SourceKind)
SOURCE_WORDS: Final[Mapping[SourceKind, tuple[str, str]]] = {
    "tour": ("导览", "Tour"),
    "exhibit": ("展品", "Exhibit"),
    "guide": ("数字人讲解", "Talk with the guide"),
    "unit": ("可租空间", "Space to let"),
    "booth": ("企业展位", "Booth"),
    "page": ("网页", "Page"),
    "desk": ("员工登记", "Entered by staff"),
}


class Source(NamedTuple):
    """One: ``ref`` is the id of the tour, exhibit, unit (``hall/node``) … or empty."""

    kind: SourceKind = "page"
    ref: str = ""
