"""Certificates of residence: issued, suspended, revoked, proven, printed."""

from server.run.registration.certificates.certificates import Certificates, Proof

__all__ = ["Certificates", "Proof"]
