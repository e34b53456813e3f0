"""Error codes by the area that they come from; ``server/errors.py`` has all of them."""

from __future__ import annotations

from server.error_codes.accounts import CODES as ACCOUNTS
from server.error_codes.code import ErrorCode
from server.error_codes.guides import CODES as GUIDES
from server.error_codes.identity import CODES as IDENTITY
from server.error_codes.live import CODES as LIVE
from server.error_codes.notices import CODES as NOTICES
from server.error_codes.privacy import CODES as PRIVACY
from server.error_codes.promotion import CODES as PROMOTION
from server.error_codes.registration import CODES as REGISTRATION
from server.error_codes.registration_form import CODES as REGISTRATION_FORM
from server.error_codes.scenes import CODES as SCENES
from server.error_codes.site import CODES as SITE
from server.error_codes.statistics import CODES as STATISTICS

AREAS = {
    **ACCOUNTS,
    **GUIDES,
    **IDENTITY,
    **LIVE,
    **NOTICES,
    **PRIVACY,
    **PROMOTION,
    **REGISTRATION,
    **REGISTRATION_FORM,
    **SCENES,
    **SITE,
    **STATISTICS,
}
"""Every code of every area."""

__all__ = ["AREAS", "ErrorCode"]
