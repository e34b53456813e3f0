"""The audit trail."""

from __future__ import annotations
