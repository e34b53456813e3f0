"""The values of personal data's own books: consents, requests, erasures, network events."""

from __future__ import annotations

from typing import Literal, NamedTuple

RequestKind = Literal["copy", "correct", "delete", "other"]
RequestState = Literal["open", "done", "refused"]
NetworkEventKind = Literal["sign_in", "sign_in_refused", "sign_out", "connect", "disconnect"]


class Consent(NamedTuple):
    """Somebody agreed to one purpose, having read one version of a document; times are Unix."""

    serial: int
    person: str
    purpose: str
    document: str
    given: float
    withdrawn: float | None


class PrivacyRequest(NamedTuple):
    """What a person asked about their data, and by when it is answered. ``words`` are sealed."""

    id: str
    person: str
    kind: str
    state: str
    words: str
    at: float
    due: float
    ended: float | None = None
    ended_by: str = ""


class Erasure(NamedTuple):
    """Somebody was deleted: begun at ``at``, and ``done`` when nothing of them is left."""

    person: str
    at: float
    by: str
    done: bool


class NetworkEvent(NamedTuple):
    """Somebody signed in or connected. ``address`` is sealed for the park, ``about`` a code."""

    at: float
    event: str
    actor: str
    address: str
    about: str
