"""Letters reach a mail server; what it answers decides whether they are tried again."""

from __future__ import annotations

from email import message_from_string, policy

import pytest

from server.outside.delivery import UndeliveredError
from server.outside.smtp import Letter, Mailbox, post
from tests.server.outside.peers import mail_peer

LETTER = Letter("msg_1", "zhang@example.cn", "验证码 123456", "您的验证码是 123456。\n")


def box(port: int, **changes: object) -> Mailbox:
    values = {"host": "127.0.0.1", "port": port, "tls": "none", "user": "", "password": "",
              "sender": "灵境 <park@example.org>", "seconds": 5.0, **changes}  # fmt: skip
    return Mailbox(**values)  # type: ignore[arg-type]


async def test_a_letter_arrives_with_an_id_that_stays() -> None:
    async with mail_peer() as peer:
        receipt = await post(LETTER, box(peer.port))
    letter = message_from_string(peer.letters[0], policy=policy.default)
    assert receipt.status == 250
    assert letter["Message-ID"] == "<msg_1@example.org>"
    assert letter["To"] == "zhang@example.cn"
    assert letter["Subject"] == "验证码 123456"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "您的验证码是 123456。" in letter.get_content()


async def test_one_signs_in_where_that_is_set() -> None:
    async with mail_peer(logins=True) as peer:
        await post(LETTER, box(peer.port, user="park", password="secret"))
    assert any(verb.startswith("AUTH") for verb in peer.verbs)


@pytest.mark.parametrize(
    ("refuse", "final"),
    [
        ({"RCPT": "550 no such user"}, True),
        ({"RCPT": "450 try later"}, False),
        ({"MAIL": "451 busy"}, False),
        ({"DATA": "554 spam"}, True),
    ],
)
async def test_a_refusal_is_final_when_the_server_says_so(
    refuse: dict[str, str], final: bool
) -> None:
    async with mail_peer(refuse=refuse) as peer:
        with pytest.raises(UndeliveredError) as caught:
            await post(LETTER, box(peer.port))
    assert (caught.value.code, caught.value.final) == ("refused", final)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"host": ""}, "not_set_up"), ({"sender": ""}, "not_set_up"),
     ({"host": "mail.example.org"}, "not_set_up")],
)  # fmt: skip
async def test_nothing_leaves_half_set_up_or_unencrypted(
    changes: dict[str, str], code: str
) -> None:
    with pytest.raises(UndeliveredError, match=code):
        await post(LETTER, box(1, **changes))


@pytest.mark.parametrize("to", ["nobody", "a@b.cn\r\nBcc: c@d.cn", ""])
async def test_an_address_cannot_add_a_line(to: str) -> None:
    async with mail_peer() as peer:
        with pytest.raises(UndeliveredError, match="bad_address"):
            await post(Letter("m", to, "x", "y"), box(peer.port))
        assert peer.letters == []


async def test_nobody_there_is_tried_again() -> None:
    with pytest.raises(UndeliveredError) as caught:
        await post(LETTER, box(1))
    assert (caught.value.code, caught.value.final) == ("unreached", False)
