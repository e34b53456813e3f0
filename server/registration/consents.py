"""The consents of an application, and the kind of legal text whose version each one is given to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CONSENTS: Final[Mapping[str, str]] = {
    "consent_truth": "residence",
    "consent_privacy": "privacy",
    "consent_identity": "privacy",
}
"""Field → legal text."""
AGREEMENT: Final = "residence"
"""The legal text that is accepted when a company moves in."""
