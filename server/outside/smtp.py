"""Sends e-mail through the operator's mail server (RFC 5321, 6409; TLS by RFC 8314 or 3207)."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import formataddr, formatdate, parseaddr

import aiosmtplib

from server.outside.delivery import Receipt, UndeliveredError, shown

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The mail server and who sends by it. ``tls``: ``tls``, ``starttls`` or ``none``."""

    host: str
    port: int
    tls: str
    user: str
    password: str
    sender: str
    seconds: float
    context: ssl.SSLContext | None = None
    """Instead of the system's list of authorities; for a mail server with its own."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail. ``id`` stands in Message-ID: the same letter sent twice can be told as one."""

    id: str
    to: str
    subject: str
    text: str
    lang: str = "zh-CN"


async def post(letter: Letter, mailbox: Mailbox) -> Receipt:
    """Hand a letter to the mail server.

    Raises UndeliveredError: ``not_set_up``, ``bad_address``, ``unreached``, ``late``, ``refused``,
    which is final for a 5xx answer to the recipient or the letter (RFC 5321, 4.2.1).
    """
    _check(mailbox)
    message = _message(letter, mailbox)
    client = aiosmtplib.SMTP(
        hostname=mailbox.host,
        port=mailbox.port,
        username=mailbox.user or None,
        password=mailbox.password or None,
        timeout=mailbox.seconds,
        use_tls=mailbox.tls == "tls",
        start_tls=mailbox.tls == "starttls",
        tls_context=mailbox.context,
        local_hostname="lingjing",
    )
    try:
        async with client:
            _, answer = await client.send_message(message)
        return Receipt(250, shown(answer))
    except aiosmtplib.SMTPRecipientsRefused as error:
        first = error.recipients[0]
        raise _refused(first.code, first.message) from None
    except aiosmtplib.SMTPAuthenticationError as error:
        # The operator can put this right, and the letter goes out then.
        raise UndeliveredError("refused", error.message, status=error.code) from None
    except aiosmtplib.SMTPResponseException as error:
        raise _refused(error.code, error.message) from None
    except (TimeoutError, aiosmtplib.SMTPTimeoutError):
        raise UndeliveredError("late") from None
    except (aiosmtplib.SMTPException, OSError) as error:
        raise UndeliveredError("unreached", str(error)) from None


def _check(mailbox: Mailbox) -> None:
    if not mailbox.host or not mailbox.sender:
        raise UndeliveredError("not_set_up", "smtp_host, mail_from")
    if mailbox.tls == "none" and mailbox.host not in LOOPBACK:
        raise UndeliveredError("not_set_up", "smtp_tls=none is for this machine alone")


def _message(letter: Letter, mailbox: Mailbox) -> EmailMessage:
    name, address = parseaddr(mailbox.sender)
    message = EmailMessage(policy=WIRE)
    try:
        message["From"] = formataddr((name, address))
        message["To"] = letter.to
        message["Subject"] = shown(letter.subject)
    except (ValueError, MessageError):
        raise UndeliveredError("bad_address", final=True) from None
    if not address or "@" not in letter.to:
        raise UndeliveredError("bad_address", final=True)
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{letter.id}@{address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = letter.lang
    message.set_content(letter.text)
    return message


def _refused(code: int, message: str) -> UndeliveredError:
    return UndeliveredError("refused", message, status=code, final=500 <= code < 600)
