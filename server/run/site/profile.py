"""What the park says of itself, as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final
from urllib.parse import quote

from scenes.findings import Finding

__all__ = ["LANGUAGES", "Contact", "Logo", "Profile", "police_link"]

LANGUAGES: Final = ("zh-CN", "en")
ICP_LINK: Final = "https://beian.miit.gov.cn/"
"""Where the Ministry wants an ICP number to lead."""
ICP: Final = re.compile(r"[\u4e00-\u9fff]ICP[备证]\d{6,10}号(-\d{1,4})?")
POLICE: Final = re.compile(r"[\u4e00-\u9fff]公网安备\s?(\d{14})号?")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture among the park's media: its id, the asset that is shown, its size in pixels."""

    media: str
    asset: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Contact:
    """How the park is reached."""

    phone: str = ""
    email: str = ""
    address: Mapping[str, str] = field(default_factory=lambda: {"zh": "", "en": ""})


@dataclass(frozen=True, slots=True)
class Profile:
    """The park's profile, but for its name, which stands by itself.

    ``icp`` is the number of the filing with the Ministry (ICP 备案), ``police_record`` the one with
    the police (公安备案); both stand in the footer with a link that a person may follow.
    """

    logo: Logo | None = None
    languages: tuple[str, ...] = LANGUAGES
    start_hall: str = ""
    contact: Contact = field(default_factory=Contact)
    icp: str = ""
    police_record: str = ""
    footer: Mapping[str, str] = field(default_factory=lambda: {"zh": "", "en": ""})
    operator: Mapping[str, str] = field(default_factory=lambda: {"zh": "", "en": ""})
    """Who runs the park: it stands in the footer and in the legal documents."""

    @classmethod
    def of(cls, told: Any) -> Profile:
        """The profile that was kept as JSON; an empty one of anything else."""
        if not isinstance(told, dict):
            return cls()
        known = {each.name for each in fields(cls)}
        values = {name: value for name, value in told.items() if name in known}
        if values.get("logo"):
            values["logo"] = Logo(**values["logo"])
        if "contact" in values:
            values["contact"] = Contact(**values["contact"])
        if "languages" in values:
            values["languages"] = tuple(values["languages"])
        return cls(**values)

    def told(self) -> dict[str, Any]:
        """The profile as JSON."""
        return {**asdict(self), "languages": list(self.languages)}

    def findings(self) -> list[Finding]:
        """What is wrong with it."""
        found = []
        if self.icp and not ICP.fullmatch(self.icp):
            found.append(Finding("/icp", "bad_icp", "error", ""))
        if self.police_record and not POLICE.fullmatch(self.police_record):
            found.append(Finding("/police_record", "bad_police_record", "error", ""))
        if not self.languages or set(self.languages) - set(LANGUAGES):
            found.append(Finding("/languages", "not_a_choice", "error", ""))
        return found


def police_link(number: str) -> str:
    """Where a number of the police's filing leads; empty for what is none."""
    found = POLICE.fullmatch(number)
    code = found[1] if found else ""
    return f"https://beian.mps.gov.cn/#/query/webSearch?code={quote(code)}" if code else ""
