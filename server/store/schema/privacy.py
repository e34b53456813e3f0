"""Personal data: keys, requests, consents."""

from __future__ import annotations
