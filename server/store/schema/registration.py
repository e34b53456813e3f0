"""Applications, documents, custodians, seats and leases of booths."""

from __future__ import annotations
