"""A certificate of our own for the local network, so that headsets and phones get HTTPS.

Signing in, the microphone and WebXR work only over HTTPS or on ``localhost``. In a closed network
no authority will vouch for a machine, so it vouches for itself: browsers ask once and remember.
Key and certificate share a file, so that a power cut cannot part them.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ALWAYS = ("localhost", "127.0.0.1", "::1")
VALID = timedelta(days=397)
"""How long a certificate lasts: the most that today's browsers accept from any server."""
RENEW_BEFORE = timedelta(days=30)
CLOCKS_DIFFER = timedelta(days=1)
"""It is valid from a little earlier, for headsets whose clock is behind."""


class LocalCertificate(NamedTuple):
    """One PEM file with key and certificate, as ``ssl.SSLContext.load_cert_chain`` takes it.

    ``fingerprint`` is the certificate's SHA-256, which a careful person compares.
    """

    file: Path
    fingerprint: str


def local_certificate(folder: Path, names: Iterable[str], now: datetime) -> LocalCertificate:
    """The certificate for these names and addresses, kept in the folder and made anew when due.

    It is due when there is none, when it lacks one of the names, or within 30 days of its end.
    ``now`` carries a time zone. Raises ``OSError`` when the folder cannot be written.
    """
    wanted = {*ALWAYS, *names}
    file = folder / "local.pem"
    certificate = _read(file)
    if certificate is None or not is_good(certificate, wanted, now):
        certificate = _make(file, sorted(wanted), now)
    return LocalCertificate(file, certificate.fingerprint(hashes.SHA256()).hex(":").upper())


def is_good(certificate: x509.Certificate, wanted: set[str], now: datetime) -> bool:
    """Whether a certificate names everything wanted and lasts for a while yet."""
    lasts = certificate.not_valid_after_utc - RENEW_BEFORE > now >= certificate.not_valid_before_utc
    return lasts and wanted <= names_in(certificate)


def names_in(certificate: x509.Certificate) -> set[str]:
    """The names and addresses that a certificate speaks for."""
    extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    names = extension.value.get_values_for_type(x509.DNSName)
    return {*names, *map(str, extension.value.get_values_for_type(x509.IPAddress))}


def _read(file: Path) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return None


def _make(file: Path, names: list[str], now: datetime) -> x509.Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _signed(key, names, now)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(file, _pem(key) + certificate.public_bytes(serialization.Encoding.PEM))
    return certificate


def _signed(key: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.Certificate:
    """A certificate that the key gives itself: for servers only, no authority over others."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lingjing")])
    alternatives = x509.SubjectAlternativeName([_general_name(name) for name in names])
    serving = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(now + VALID)
        .add_extension(alternatives, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(serving, critical=False)
        .sign(key, hashes.SHA256())
    )


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, plain)


def _write(path: Path, data: bytes) -> None:
    """Write a secret whole or not at all, readable by its owner alone."""
    beside = path.with_suffix(path.suffix + ".new")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
    beside.replace(path)
