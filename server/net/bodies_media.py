"""What the API takes and gives about images, films and documents, as pydantic models."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from server.net.bodies import ID_PATTERN, Localised, Strict
from server.net.bodies_exhibits import SHA, example
from server.net.bodies_jobs import SourceAnswer

TITLE = {"zh": "园区总平面图", "en": "Site plan"}
COORDINATE = Field(ge=-8000, le=8000, allow_inf_nan=False)


class MediaNew(Strict):
    """An image, a film or a document out of a file that has been uploaded."""

    upload: str = Field(max_length=64)
    title: Localised | None = None
    model_config = example(upload="k3v9", title=TITLE)


class MediaChange(Strict):
    """Another title, on every board too."""

    title: Localised
    model_config = example(title=TITLE)


class BoardNew(Strict):
    """A new board: its middle in metres, how it is turned (radians about +Y, 0 faces +Z).

    With ``booth``, both are in that booth's own axes, from the middle of its floor.
    """

    hall: str = Field(pattern=ID_PATTERN)
    booth: str | None = Field(default=None, pattern=ID_PATTERN)
    translation: tuple[float, float, float]
    yaw: float = Field(default=0.0, ge=-7, le=7, allow_inf_nan=False)
    width: float | None = Field(default=None, ge=0.05, le=100, allow_inf_nan=False)
    model_config = example(hall="exhibition", translation=[0, 1.7, -6], yaw=0, width=3.2)


class BoardChange(Strict):
    """What a board is to show; null clears it."""

    media: str | None = Field(pattern=ID_PATTERN)
    model_config = example(media="site-plan")


class PageAnswer(BaseModel):
    """One picture: an image, or a page of a document; pixels."""

    asset: str
    width: int
    height: int


class FilmAnswer(BaseModel):
    """A film; pixels and seconds, 0 where its length is not known."""

    asset: str
    mime: str
    duration: float
    width: int
    height: int


class BoardAnswer(BaseModel):
    """A board in a hall, since this revision of it; metres."""

    node: str
    hall: str
    media: str | None
    width: float
    height: float
    revision: int


class MediaAnswer(BaseModel):
    """An image, a film or a document, and where it is shown. ``at`` is Unix time in seconds."""

    id: str
    kind: Literal["image", "video", "document"]
    title: Localised
    author: str
    author_name: str
    owner: str
    data_class: Literal["public", "internal", "personal"]
    at: float
    source: SourceAnswer
    pages: list[PageAnswer]
    video: FilmAnswer | None
    poster: str
    boards: list[BoardAnswer]
    model_config = example(
        id="site-plan",
        kind="image",
        title=TITLE,
        author="operator",
        author_name="王敏",
        owner="operator",
        data_class="public",
        at=1_790_000_000.0,
        source={"name": "plan.png", "bytes": 812_000, "sha256": SHA},
        pages=[{"asset": SHA, "width": 2048, "height": 1448}],
        video=None,
        poster=SHA,
        boards=[],
    )


class MediaList(BaseModel):
    """Media, newest first; ``next`` goes into ``before`` for the next page."""

    media: list[MediaAnswer]
    next: str | None
