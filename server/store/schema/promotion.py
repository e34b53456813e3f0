"""Leads, visits and holds of space to let."""

from __future__ import annotations
