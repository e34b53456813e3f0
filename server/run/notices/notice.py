"""A notice as the rest of the house hands it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Address", "Notice", "Way"]

Way = Literal["email", "phone", "webhook", "robot", "inbox"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a notice goes: one of these. ``webhook`` and ``robot`` are ids of endpoints.

    ``inbox`` is the kind of an item in the staff inbox.
    """

    email: str = ""
    phone: str = ""
    webhook: str = ""
    robot: str = ""
    inbox: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError unless exactly one is given."""
        if sum(map(bool, (self.email, self.phone, self.webhook, self.robot, self.inbox))) != 1:
            raise ValueError("an address is exactly one of its kinds")

    @property
    def way(self) -> Way:
        """Which of them it is."""
        ways: tuple[Way, ...] = ("email", "phone", "webhook", "robot", "inbox")
        return next(way for way in ways if getattr(self, way))

    @property
    def value(self) -> str:
        """The address itself."""
        return str(getattr(self, self.way))


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. Without ``title`` and ``text`` they are made of the kind's template and ``data``.

    ``kind`` is a row of ``KINDS``. ``person`` is whose key seals it: an account's id, or empty.
    ``ref`` says what it is about, for lists.
    """

    kind: str
    to: Address
    lang: str = "zh-CN"
    title: Mapping[str, str] | None = None
    text: Mapping[str, str] | None = None
    link: str = ""
    person: str = ""
    ref: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
