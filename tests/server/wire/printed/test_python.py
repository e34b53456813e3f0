"""The printed Python."""

from __future__ import annotations

import dataclasses
import typing
from types import ModuleType
from typing import Any

import msgspec
import pytest

from server.wire import messages as declared
from server.wire.printed.python import print_python
from server.wire.printed.shape import wire_shape


@pytest.fixture(scope="module")
def printed() -> ModuleType:
    import sys

    module = ModuleType("printed_messages")
    sys.modules["printed_messages"] = module
    exec(compile(print_python(), "printed_messages", "exec"), module.__dict__)
    return module


def test_it_imports_nothing_of_ours() -> None:
    imports = [line for line in print_python().splitlines() if "import" in line.split()[:3]]
    assert not any("server" in line or "clients" in line for line in imports)


def test_every_struct_has_the_same_fields_and_defaults(printed: ModuleType) -> None:
    shape = wire_shape()
    for struct in (*shape.structs, *shape.client, *shape.server):
        ours = getattr(printed, struct.name)
        fields = {field.name: field for field in dataclasses.fields(ours)}
        assert list(fields) == [field.name for field in struct.fields]
        for field in struct.fields:
            own = fields[field.name]
            is_required = own.default is own.default_factory is dataclasses.MISSING
            assert is_required == field.required, (struct.name, field.name)


def test_defaults_are_equal(printed: ModuleType) -> None:
    auth: Any = dataclasses.asdict(printed.Auth(1))
    assert {"t": "auth", **auth} == msgspec.to_builtins(declared.Auth(1))


def test_hints_can_be_read(printed: ModuleType) -> None:
    for name in ("Joined", "Edit", "People"):
        assert typing.get_type_hints(getattr(printed, name))


def test_what_the_server_says_is_found_by_name(printed: ModuleType) -> None:
    assert list(printed.SERVER_MESSAGES) == [struct.tag for struct in wire_shape().server]
