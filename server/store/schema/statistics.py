"""Visits, dwell and heat, aggregated."""

from __future__ import annotations
