"""Notices on their way out, webhooks and their deliveries."""

from __future__ import annotations
