"""Every account, in memory and in the archive: a change is durable before it is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from server.access.actor import OWNER, Actor, Grant
from server.run.accounts.account import Account, holds_all, stored_grants
from server.run.accounts.addresses import email_of, phone_of
from server.run.accounts.errors import AccountError
from server.run.clock import Clock
from server.run.secrets import short_id
from server.store.accounts import Approve
from server.store.accounts_book import AccountBook
from server.store.accounts_records import Kind, State, StoredAccount
from server.store.errors import StoreError


class Sealer(Protocol):
    """The vault, as far as accounts use it."""

    def seal(self, person: str, text: str) -> str:
        """The text, readable for that person's key alone."""

    def open(self, person: str, sealed: str) -> str | None:
        """What was sealed; None when the key is destroyed."""

    def index(self, text: str) -> str:
        """What a text is found by."""

    def destroy(self, person: str) -> bool:
        """Destroy a person's key."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What a new account is made of; ``password`` is a hash, empty for none."""

    kind: Kind
    name: str
    grants: frozenset[Grant]
    email: str = ""
    phone: str = ""
    lang: str = "zh-CN"
    password: str = ""


@dataclass(slots=True)
class Accounts:
    """The register of accounts. ``revision`` grows whenever anybody's rights may have changed."""

    book: AccountBook
    clock: Clock
    vault: Sealer
    second_factor: Callable[[], bool] = lambda: True
    """Whether staff need a second factor."""
    revision: int = 0
    _accounts: dict[str, Account] = field(default_factory=dict)
    _actors: dict[str, Actor] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    async def load(self) -> None:
        """Read every account."""
        codes = await self.book.codes_left()
        for stored in await self.book.all():
            self._keep(Account(stored, self._name(stored), codes=codes.get(stored.id, 0)))

    def __iter__(self) -> Iterator[Account]:
        return iter(tuple(self._accounts.values()))

    def __len__(self) -> int:
        return len(self._accounts)

    @property
    def first_run(self) -> bool:
        """True while no operator has an account."""
        return not any(holds_all(account.stored.grants) for account in self)

    def get(self, id: str) -> Account:
        """The account; raises AccountError ``account_unknown``."""
        known = self._accounts.get(id)
        if known is None:
            raise AccountError("account_unknown")
        return known

    def find_id(self, id: str) -> Account | None:
        """The account with this id, if there is one."""
        return self._accounts.get(id)

    def actor(self, id: str) -> Actor | None:
        """An account as the policy table knows it; None when there is none, or suspended."""
        return OWNER if id == OWNER.id else self._actors.get(id)

    def name_of(self, id: str) -> str:
        """What an account is called; empty when there is none."""
        known = self._accounts.get(id)
        return known.name if known else ""

    def index(self, address: str) -> str:
        """What an e-mail address or phone number is found by, whether anybody has it or not."""
        phone = phone_of(address) if "@" not in address else None
        return self.vault.index(f"phone:{phone}" if phone else f"email:{email_of(address) or ''}")

    def find(self, address: str) -> Account | None:
        """Whose e-mail address or phone number this is."""
        return self._accounts.get(self._found.get(self.index(address), ""))

    def email(self, account: Account) -> str:
        """An account's e-mail address, or nothing."""
        return self._opened(account.id, account.stored.email)

    def phone(self, account: Account) -> str:
        """An account's phone number, or nothing."""
        return self._opened(account.id, account.stored.phone)

    def totp_secret(self, account: Account) -> str:
        """The secret of an account's authenticator, or nothing."""
        return self._opened(account.id, account.stored.totp)

    # --- changes ------------------------------------------------------------------------------

    async def add(self, new: NewAccount, by: str, *, first: bool = False) -> Account:
        """Make an account; raises ``account_exists``, with ``first`` also ``operator_exists``."""
        stored = self.draft(new)
        await (self.book.add_first if first else self.book.add)(stored, by)
        return self.admit(stored)

    def draft(self, new: NewAccount) -> StoredAccount:
        """A new account as the archive would keep it."""
        id, now, seal = f"a_{short_id()}", self.clock.now(), self.vault.seal
        return StoredAccount(
            id=id,
            kind=new.kind,
            state="active",
            name=seal(id, new.name),
            email=seal(id, new.email) if new.email else "",
            phone=seal(id, new.phone) if new.phone else "",
            lang=new.lang,
            email_index=self.index(new.email) if new.email else None,
            phone_index=self.index(new.phone) if new.phone else None,
            password=new.password,
            password_at=now if new.password else None,
            totp="",
            totp_step=0,
            created=now,
            changed=now,
            seen=None,
            grants=stored_grants(new.grants),
        )

    def admit(self, stored: StoredAccount) -> Account:
        """Know an account that the archive has taken in."""
        return self._keep(Account(stored, self._name(stored)))

    async def rename(self, id: str, name: str) -> Account:
        """Give an account another name."""
        return await self.change(id, name=self.vault.seal(self.get(id).id, name))

    async def change(self, id: str, **columns: Any) -> Account:
        """Change columns; raises ``account_unknown``, ``account_exists``."""
        self.get(id)
        await self.book.change(id, {**columns, "changed": self.clock.now()})
        return self._replace(id, **columns)

    async def set_state(self, id: str, state: State) -> Account:
        """Suspend or admit an account; raises ``operator_last``."""
        changes = {"state": state, "changed": self.clock.now()}
        await self.book.change(id, changes, self._keeping_an_operator(id))
        return self._replace(id, state=state)

    async def regrant(self, id: str, grants: frozenset[Grant], by: str) -> Account:
        """Give an account these roles instead of its own; raises ``operator_last``."""
        given, now = stored_grants(grants), self.clock.now()
        await self.book.regrant(id, given, by, now, self._keeping_an_operator(id))
        return self._replace(id, grants=given)

    async def join(self, hash: str, id: str, grants: frozenset[Grant], by: str) -> Account:
        """Add what an invitation gives to an account's grants; raises ``invitation_refused``."""
        given = stored_grants(self.get(id).grants | grants)
        await self.book.join(hash, id, given, by, self.clock.now())
        return self._replace(id, grants=given)

    async def remove(self, id: str) -> None:
        """Take an account away and destroy its key; raises ``operator_last``."""
        account = self.get(id)
        await self.book.remove(id, self._keeping_an_operator(id))
        self.vault.destroy(id)
        self._forget(account)

    async def strip(self, id: str) -> Account:
        """Take an account's password and second factors away; a new way in must be made."""
        await self.book.strip(self.get(id).id, self.clock.now())
        bare = replace(self.get(id), passkeys=0, codes=0)
        self._keep(bare)
        return self._replace(id, password="", password_at=None, totp="", state="active")

    async def set_codes(self, id: str, hashes: tuple[str, ...]) -> Account:
        """Replace an account's recovery codes."""
        await self.book.set_codes(self.get(id).id, hashes)
        return self._keep(replace(self.get(id), codes=len(hashes)))

    async def take_code(self, id: str, hash: str) -> bool:
        """Use up a recovery code; False when there is no such one."""
        if not await self.book.take_code(id, hash):
            return False
        self._keep(replace(self.get(id), codes=max(0, self.get(id).codes - 1)))
        return True

    def note_passkeys(self, id: str, count: int) -> None:
        """Know how many passkeys an account has: one is a second factor."""
        if id in self._accounts:
            self._keep(replace(self.get(id), passkeys=count))

    async def note_seen(self, id: str) -> None:
        """Note that somebody signed in just now."""
        now = self.clock.now()
        await self.book.change(id, {"seen": now})
        self._replace(id, seen=now)

    # --- inside -------------------------------------------------------------------------------

    def _keeping_an_operator(self, id: str) -> Approve:
        def approve(accounts: list[StoredAccount]) -> None:
            left = any(a.state != "suspended" and holds_all(a.grants) for a in accounts)
            if was and not left:
                raise StoreError("operator_last", "somebody must be able to do everything")

        was = self.get(id).is_operator
        return approve

    def _replace(self, id: str, **columns: Any) -> Account:
        known = self.get(id)
        stored = replace(known.stored, **columns)
        name = self._name(stored) if "name" in columns else known.name
        return self._keep(replace(known, stored=stored, name=name))

    def _keep(self, account: Account) -> Account:
        if account.id in self._accounts:
            self._unfind(self._accounts[account.id])
        self.revision += 1
        self._accounts[account.id] = account
        for index in (account.stored.email_index, account.stored.phone_index):
            if index:
                self._found[index] = account.id
        actor = account.actor(second_factor=self.second_factor())
        if actor is not None:
            self._actors[account.id] = actor
        return account

    def _forget(self, account: Account) -> None:
        self.revision += 1
        self._accounts.pop(account.id, None)
        self._unfind(account)

    def _unfind(self, account: Account) -> None:
        self._actors.pop(account.id, None)
        for index in (account.stored.email_index, account.stored.phone_index):
            self._found.pop(index or "", None)

    def _name(self, stored: StoredAccount) -> str:
        return self._opened(stored.id, stored.name)

    def _opened(self, id: str, sealed: str) -> str:
        return (self.vault.open(id, sealed) or "") if sealed else ""
