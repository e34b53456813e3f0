"""What the API takes and gives about exhibits, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from server.net.bodies import ID_PATTERN, ErrorDetail, Localised, Strict

Metres = Annotated[float, Field(ge=-8000, le=8000)]
"""Where somebody can be: what the cells of a presence record reach."""
SHA = "f" * 64
TITLE = {"zh": "行星减速器", "en": "Planetary gearbox"}
SOURCE = {"name": "gearbox.glb", "bytes": 6_291_456, "sha256": SHA}
LEVEL = {"asset": SHA, "bytes": 1_204_224, "triangles": 182_340, "error": 0.0}
MODEL = {
    "levels": [LEVEL],
    "bounds": {"min": [-0.4, 0.0, -0.4], "max": [0.4, 0.9, 0.4]},
    "color": [0.4, 0.42, 0.45],
    "clips": ["turn"],
    "variants": ["steel", "red"],
    "parts": 2,
    "role": "exhibit",
}


def example(**values: Any) -> ConfigDict:
    """What a body may look like, for the description; all else is as its parent has it."""
    return ConfigDict(json_schema_extra={"examples": [values]})


class LongText(Strict):
    """Words in both languages, some paragraphs of them."""

    zh: str = Field(max_length=4000)
    en: str = Field(max_length=4000)


class ContactText(Strict):
    """How to reach somebody, in both languages."""

    zh: str = Field(max_length=400)
    en: str = Field(max_length=400)


class FactLabel(Strict):
    """What a fact is about."""

    zh: str = Field(max_length=80)
    en: str = Field(max_length=80)


class Fact(Strict):
    """One line of a data sheet."""

    label: FactLabel
    value: Localised


class CardChange(Strict):
    """What a card says. A missing line stays as it is; null takes one away."""

    maker: Localised | None = None
    text: LongText | None = None
    facts: list[Fact] | None = Field(default=None, max_length=24)
    licence: str | None = Field(default=None, max_length=200)
    contact: ContactText | None = None


class ExhibitChange(Strict):
    """A new title, other lines of the card; every place where the exhibit stands follows."""

    model_config = example(
        title=TITLE, card={"maker": {"zh": "灵境精机", "en": "Lingjing Drives"}, "contact": None}
    )

    title: Localised | None = None
    card: CardChange | None = None


class PublishBody(Strict):
    """Which revision visitors are to see; an older one rolls back.

    ``base``: the revision published when you looked, 0 for none; when another has been published
    since, the answer is ``publish_stale``.
    """

    model_config = example(revision=3, note="新外壳", base=2)

    revision: int = Field(ge=1, le=10**9)
    note: str = Field(default="", max_length=400)
    base: int | None = Field(default=None, ge=0, le=10**9)


class PlacementNew(Strict):
    """Where to put an exhibit: on the plinth ``at``, with its foot at ``translation`` on the floor,
    or, with neither, on the first free plinth. With ``booth``, in that booth: ``translation`` is
    then in the booth's own axes, from the middle of its floor.

    ``fit``: ``fitted`` makes it fit its place (the default on a plinth), ``true`` keeps its scale.
    """

    model_config = example(hall="exhibition", at="plinth-13", fit="fitted", yaw=0.5)

    hall: str = Field(pattern=ID_PATTERN)
    at: str | None = Field(default=None, pattern=ID_PATTERN)
    booth: str | None = Field(default=None, pattern=ID_PATTERN)
    translation: tuple[Metres, Metres, Metres] | None = None
    fit: Literal["true", "fitted"] | None = None
    yaw: float = Field(default=0.0, ge=-7, le=7, description="radians about +Y")


class PlacementChange(Strict):
    """What to change of a standing exhibit; a missing field stays as it is."""

    model_config = example(fit="true", yaw=1.57)

    at: str | None = Field(default=None, pattern=ID_PATTERN)
    translation: tuple[Metres, Metres, Metres] | None = None
    fit: Literal["true", "fitted"] | None = None
    yaw: float | None = Field(default=None, ge=-7, le=7, description="radians about +Y")


class CollectBody(Strict):
    """Take away stored files that nothing refers to; ``dry_run`` only counts them.

    Files younger than ``grace`` seconds stay in any case.
    """

    model_config = example(dry_run=True)

    dry_run: bool = False
    grace: float = Field(default=3600.0, ge=0, le=31_536_000)


class SourceAnswer(BaseModel):
    """What was uploaded."""

    name: str
    bytes: int
    sha256: str


class PlacementAnswer(BaseModel):
    """Where an exhibit stands and which revision it shows there; ``fit`` null: placed by hand."""

    hall: str
    node: str
    plinth: str | None
    fit: Literal["true", "fitted"] | None
    yaw: float
    revision: int


class PlacedAnswer(BaseModel):
    """An exhibit stands; ``revision`` is the hall's, up to which everything is durable."""

    node: str
    hall: str
    plinth: str | None
    revision: int


class PartAnswer(BaseModel):
    """A part that comes off: its node in the file, its name, and how far it goes, in metres."""

    model_config = ConfigDict(extra="allow")

    node: int
    name: dict[str, str]
    explode: list[float]


class BlockedAnswer(BaseModel):
    """A level that was not published because something would have been lost."""

    level: int
    findings: list[ErrorDetail]


class RevisionAnswer(BaseModel):
    """One state of an exhibit: ``draft`` (never shown), ``published`` (shown now) or ``retired``.

    ``model`` is what scene nodes get. ``findings`` and ``blocked`` list the first of each; the
    manifest has all. ``original`` is the address of what was uploaded, or of the list of its files.
    """

    model_config = example(
        number=3, note="新外壳 / new housing", author="operator", author_name="王敏",
        at=1_790_000_000.0, source=SOURCE, state="published", model=MODEL, parts=[], original=SHA,
        poster=SHA, findings=[], blocked=[], bytes_in=6_291_456, bytes_l0=1_204_224,
    )  # fmt: skip

    number: int
    note: str
    author: str
    author_name: str
    at: float
    source: SourceAnswer
    state: Literal["draft", "published", "retired"]
    model: dict[str, Any]
    parts: list[PartAnswer]
    original: str | None
    poster: str | None
    findings: list[ErrorDetail]
    blocked: list[BlockedAnswer]
    bytes_in: int
    bytes_l0: int


class ExhibitAnswer(BaseModel):
    """An exhibit, its newest revisions first, and where it stands."""

    model_config = example(
        id="planetary-gearbox", title=TITLE, card={"title": TITLE, "licence": "CC0-1.0"},
        published=3, latest=3, poster=SHA, created=1_790_000_000.0, revisions=[],
        owner="operator", data_class="public",
        placements=[{"hall": "exhibition", "node": "planetary-gearbox", "plinth": "plinth-01",
                     "fit": "fitted", "yaw": 0.0, "revision": 3}],
    )  # fmt: skip

    id: str
    title: dict[str, str]
    card: dict[str, Any]
    published: int | None
    latest: int
    poster: str | None
    created: float
    owner: str
    data_class: Literal["public", "internal", "personal"]
    revisions: list[RevisionAnswer]
    placements: list[PlacementAnswer]


class ExhibitList(BaseModel):
    """Exhibits, newest first; ``next`` is what to ask ``before`` for the following page."""

    exhibits: list[ExhibitAnswer]
    next: str | None


class PublicationAnswer(BaseModel):
    """When somebody had a revision shown."""

    revision: int
    author: str
    author_name: str
    at: float
    note: str


class RevisionList(BaseModel):
    """Revisions of an exhibit, newest first, and what was published when, the last first."""

    revisions: list[RevisionAnswer]
    publications: list[PublicationAnswer]
    next: int | None


class ManifestFileAnswer(BaseModel):
    """One level in a manifest."""

    model_config = ConfigDict(extra="allow")

    level: int
    file: str
    sha256: str
    bytes: int
    triangles: int


class ExhibitManifest(BaseModel):
    """A revision's whole manifest: everything that it depends on, by hash."""

    model_config = ConfigDict(extra="allow")

    format: str
    version: int
    source: dict[str, Any]
    model: dict[str, Any]
    levels: list[ManifestFileAnswer]
    blocked: list[dict[str, Any]]
    poster: dict[str, Any] | None
    findings: list[dict[str, Any]]
    fingerprint: dict[str, Any] | None = None


class CollectAnswer(BaseModel):
    """What was taken away (with ``dry_run``: would be), and how many stored files stay."""

    blobs: int
    bytes: int
    kept: int
    dry_run: bool
