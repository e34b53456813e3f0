"""What the directory of companies takes and gives over HTTP."""

from __future__ import annotations

from pydantic import BaseModel, Field

from server.net.bodies import Localised, Strict
from server.net.registration.bodies import BoothPlaceShown, CertificateShown


class CompanyBrief(Strict):
    """What a company says of itself."""

    zh: str = Field(max_length=600)
    en: str = Field(max_length=600)


class CompanyCard(BaseModel):
    """A company as visitors know it; ``industry`` is a division of GB/T 4754 with its words."""

    id: str
    name: str
    name_en: str
    industry: str
    industry_name: Localised
    brief: CompanyBrief
    website: str
    logo: str | None
    booth: BoothPlaceShown | None
    since: float | None
    state: str
    certificate: CertificateShown | None = Field(
        default=None, description="its residence proof; told of one company, not in a list"
    )


class CompanyList(BaseModel):
    """Companies of the park, by name."""

    companies: list[CompanyCard]
    total: int


class CompanyCardChange(Strict):
    """What a company may change of its card; a missing field stays as it is."""

    name_en: str | None = Field(default=None, max_length=200)
    brief: CompanyBrief | None = None
    website: str | None = Field(default=None, max_length=300, pattern=r"^(https?://[^\s]+)?$")
    logo: str | None = Field(default=None, pattern=r"^([0-9a-f]{64})?$")
