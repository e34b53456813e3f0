from __future__ import annotations

import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from server.outside.certificates import LocalCertificate, local_certificate, names_in

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
NAMES = ["192.168.1.20", "fd00::2", "park.local"]


def read(made: LocalCertificate) -> x509.Certificate:
    return x509.load_pem_x509_certificate(made.file.read_bytes())


def test_speaks_for_every_name_and_for_localhost(tmp_path: Path) -> None:
    made = local_certificate(tmp_path / "secrets", NAMES, NOW)
    assert names_in(read(made)) == {*NAMES, "localhost", "127.0.0.1", "::1"}


def test_a_tls_server_can_load_it(tmp_path: Path) -> None:
    made = local_certificate(tmp_path, NAMES, NOW)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(made.file)


def test_a_client_that_trusts_it_completes_a_handshake(tmp_path: Path) -> None:
    made = local_certificate(tmp_path, NAMES, datetime.now(UTC))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(made.file)
    trusting = ssl.create_default_context(cadata=made.file.read_text())
    assert shake_hands(serving, trusting, "192.168.1.20") == "TLSv1.3"
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(serving, trusting, "192.168.1.21")


def shake_hands(serving: ssl.SSLContext, trusting: ssl.SSLContext, name: str) -> str | None:
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = serving.wrap_bio(to_server, to_client, server_side=True)
    client = trusting.wrap_bio(to_client, to_server, server_hostname=name)
    ends, done = [client, server], 0
    while done < len(ends):
        done = 0
        for end in ends:
            try:
                end.do_handshake()
                done += 1
            except ssl.SSLWantReadError:
                continue
    return client.version()


def test_is_kept_while_it_is_good(tmp_path: Path) -> None:
    first = local_certificate(tmp_path, NAMES, NOW)
    second = local_certificate(tmp_path, NAMES[:1], NOW + timedelta(days=300))
    assert second == first


def test_is_renewed_when_an_address_is_new(tmp_path: Path) -> None:
    first = local_certificate(tmp_path, NAMES, NOW)
    second = local_certificate(tmp_path, [*NAMES, "10.0.0.7"], NOW)
    assert second.fingerprint != first.fingerprint
    assert "10.0.0.7" in names_in(read(second))


@pytest.mark.parametrize("later", [timedelta(days=370), timedelta(days=900), timedelta(days=-2)])
def test_is_renewed_near_its_end_or_when_the_clock_went_back(
    tmp_path: Path, later: timedelta
) -> None:
    first = local_certificate(tmp_path, NAMES, NOW)
    second = local_certificate(tmp_path, NAMES, NOW + later)
    assert second.fingerprint != first.fingerprint
    assert read(second).not_valid_before_utc < NOW + later < read(second).not_valid_after_utc


def test_a_damaged_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "local.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nnothing\n")
    made = local_certificate(tmp_path, NAMES, NOW)
    assert "park.local" in names_in(read(made))


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    made = local_certificate(tmp_path / "secrets", NAMES, NOW)
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.file.parent.stat().st_mode) == 0o700


def test_has_no_authority_over_others(tmp_path: Path) -> None:
    certificate = read(local_certificate(tmp_path, NAMES, NOW))
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
