"""Residence certificates and the keys that sign them."""

from __future__ import annotations
