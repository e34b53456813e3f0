"""What signing in and accounts take and give over HTTP."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field, RootModel

from server.access.roles import Role
from server.net.bodies import Strict

Lang = Literal["zh-CN", "en"]
Kind = Literal["staff", "enterprise", "guest"]
LONGEST_ADDRESS = 254
LONGEST_PASSWORD = 256


class GrantBody(Strict):
    """A role: everywhere, in one hall, or for one enterprise."""

    role: Role
    hall: str = Field(default="", max_length=64)
    enterprise: str = Field(default="", max_length=64)


class SignInBody(Strict):
    """One way of signing in.

    ``token`` of a one-time link; ``email`` and ``password``; ``step`` and ``code`` (of the
    authenticator, or a recovery code); ``address`` and the ``code`` that was sent there.
    """

    token: str | None = Field(default=None, max_length=256)
    email: str | None = Field(default=None, max_length=LONGEST_ADDRESS)
    password: str | None = Field(default=None, max_length=LONGEST_PASSWORD)
    step: str | None = Field(default=None, max_length=256)
    address: str | None = Field(default=None, max_length=LONGEST_ADDRESS)
    code: str | None = Field(default=None, max_length=64)


class CodeAsked(Strict):
    """Where to send a one-time code: an e-mail address or a phone number."""

    address: str = Field(min_length=3, max_length=LONGEST_ADDRESS)


class RecoveryAsked(Strict):
    """Whose password was lost."""

    email: str = Field(min_length=3, max_length=LONGEST_ADDRESS)


class NewPassword(Strict):
    """A password to be."""

    password: str = Field(max_length=LONGEST_PASSWORD)


class OwnAccount(BaseModel):
    """One's own account. Times are Unix seconds.

    ``must_secure``: nothing but this account can be reached until a second factor is set up.
    """

    id: str
    kind: Kind
    name: str
    email: str
    phone: str
    lang: str
    grants: list[GrantBody]
    has_password: bool
    password_at: float | None
    totp: bool
    passkeys: int
    recovery_codes: int
    second_factor: bool
    must_secure: bool
    created: float


class SessionAnswer(BaseModel):
    """Who somebody is, and what they may do to something at least.

    ``csrf`` goes into the header ``X-CSRF-Token`` of every request of a page that changes
    something. ``first_run``: no operator has an account yet.
    """

    id: str
    name: str
    role: str
    may: list[str]
    csrf: str
    account: OwnAccount | None
    first_run: bool


class SecondStep(BaseModel):
    """Half the way in: one of these second factors is due, shown together with ``step``."""

    step: str
    methods: list[Literal["passkey", "totp", "recovery"]]


class SignInAnswer(RootModel[SessionAnswer | SecondStep]):
    """In, or half the way."""


class RecoveryAnswer(BaseModel):
    """Whose password a link is for, as far as its holder may be told."""

    hint: str


class FirstAccount(Strict):
    """The first operator's account."""

    name: str = Field(min_length=1, max_length=80)
    email: str = Field(min_length=3, max_length=LONGEST_ADDRESS)
    password: str = Field(max_length=LONGEST_PASSWORD)
    lang: Lang = "zh-CN"


class Proof(Strict):
    """The password, or a code of the authenticator; neither within minutes of signing in."""

    password: str = Field(default="", max_length=LONGEST_PASSWORD)
    code: str = Field(default="", max_length=64)


class AccountChange(Strict):
    """What one may change of oneself; a missing field stays as it is. ``proof`` is for ``phone``,
    to which codes are sent that let in."""

    name: str | None = Field(default=None, min_length=1, max_length=80)
    lang: Lang | None = None
    phone: str | None = Field(default=None, max_length=40)
    proof: Proof | None = None


class PasswordChange(Strict):
    """A new password, and the one so far if there is one."""

    current: str = Field(default="", max_length=LONGEST_PASSWORD)
    password: str = Field(max_length=LONGEST_PASSWORD)


class CodeBody(Strict):
    """A code of the authenticator."""

    code: str = Field(max_length=64)


class TotpBegun(BaseModel):
    """A new authenticator: its secret, the address in its QR code, and the code as SVG."""

    secret: str
    uri: str
    qr: str


class RecoveryCodes(BaseModel):
    """New recovery codes. They are shown this once."""

    codes: list[str]


class SessionShown(BaseModel):
    """One session of an account; ``current`` is the one that asks."""

    id: str
    created: float
    seen: float
    expires: float
    agent: str
    address: str
    how: str
    current: bool


class SessionList(BaseModel):
    """Living sessions, the last used first."""

    sessions: list[SessionShown]


class Ended(BaseModel):
    """How many sessions ended."""

    ended: int


class PersonAnswer(BaseModel):
    """Somebody's account as staff see it; ``editable``: whether who asks may change it."""

    id: str
    kind: Kind
    state: Literal["active", "locked", "suspended"]
    name: str
    email: str
    phone: str
    lang: str
    role: str
    grants: list[GrantBody]
    has_password: bool
    factors: list[str]
    sessions: int
    created: float
    seen: float | None
    editable: bool


class PersonList(BaseModel):
    """Accounts, oldest first."""

    people: list[PersonAnswer]


class PersonChange(Strict):
    """What staff may change of somebody; a missing field stays as it is."""

    name: str | None = Field(default=None, min_length=1, max_length=80)
    state: Literal["active", "suspended"] | None = None
    grants: list[GrantBody] | None = Field(default=None, max_length=64)


class LinkMade(BaseModel):
    """A one-time link, for its person alone, and how many seconds it is good for."""

    url: str
    seconds: int
    sent: bool


class InvitationNew(Strict):
    """Whom to invite as what. Without an e-mail address the link is handed over by whoever asks."""

    email: str = Field(default="", max_length=LONGEST_ADDRESS)
    name: str = Field(default="", max_length=80)
    kind: Kind = "staff"
    grants: list[GrantBody] = Field(min_length=1, max_length=64)
    lang: Lang = "zh-CN"
    days: float = Field(default=7.0, gt=0, le=60)


class InvitationAnswer(BaseModel):
    """An invitation; ``state`` is what has become of it."""

    id: str
    kind: Kind
    grants: list[GrantBody]
    name: str
    email: str
    lang: str
    by: str
    by_name: str
    created: float
    expires: float
    used: float | None
    account: str
    state: Literal["open", "accepted", "expired"]


class InvitationList(BaseModel):
    """Invitations, newest first."""

    invitations: list[InvitationAnswer]


class InvitationMade(BaseModel):
    """A new invitation. Its link is shown this once; ``sent``: it also went out by e-mail."""

    invitation: InvitationAnswer
    url: str
    sent: bool


class InvitationShown(BaseModel):
    """What somebody who was invited may know before accepting."""

    name: str
    email: str
    kind: Kind
    grants: list[GrantBody]
    lang: str
    expires: float
    park: dict[str, str]
    has_account: bool
    """Whether the address has an account already, which joins."""


class Acceptance(Strict):
    """The account to be. The e-mail address of the invitation counts, if it has one."""

    name: str = Field(min_length=1, max_length=80)
    email: str = Field(default="", max_length=LONGEST_ADDRESS)
    password: str = Field(max_length=LONGEST_PASSWORD)
    lang: Lang = "zh-CN"


class KeyNew(Strict):
    """A new API key: what it is called, the actions it is for, and for how many days."""

    name: str = Field(min_length=1, max_length=80)
    scopes: list[str] = Field(min_length=1, max_length=200)
    days: float | None = Field(default=90.0, gt=0, le=3660)


class KeyAnswer(BaseModel):
    """An API key, without its secret."""

    id: str
    account: str
    account_name: str
    name: str
    scopes: list[str]
    created: float
    expires: float | None
    seen: float | None


class KeyList(BaseModel):
    """API keys, newest first."""

    keys: list[KeyAnswer]


class KeyMade(BaseModel):
    """A new API key and its secret, which is shown this once: ``Authorization: Bearer lj_…``."""

    key: KeyAnswer
    secret: str


class RoleShown(BaseModel):
    """A role in words."""

    id: str
    zh: str
    en: str
    zh_about: str
    en_about: str
    staff: bool
    yours_to_give: bool


class ActionShown(BaseModel):
    """An action in words, and which roles may do it: to all things, or to their own."""

    id: str
    zh: str
    en: str
    reach: dict[str, Literal["all", "own"]]


class PolicyAnswer(BaseModel):
    """Who may do what."""

    roles: list[RoleShown]
    actions: list[ActionShown]
