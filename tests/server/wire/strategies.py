"""Hypothesis strategies for every declared message, read from the declarations themselves."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st
from msgspec import inspect as types

from server.wire.limits import EXACT
from server.wire.messages import AnyClientMessage, AnyServerMessage

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-EXACT, EXACT)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
"""Any value that a scene may hold."""


def _text(kind: types.StrType) -> st.SearchStrategy[str]:
    if kind.pattern:
        return st.from_regex(kind.pattern.replace(r"$(?!\n)", r"\Z"))
    return st.text(min_size=kind.min_length or 0, max_size=min(kind.max_length or 20, 20))


def _integer(kind: types.IntType) -> st.SearchStrategy[int]:
    low = -EXACT if kind.ge is None else kind.ge
    return st.integers(low, EXACT if kind.le is None else kind.le)


def _float(kind: types.FloatType) -> st.SearchStrategy[float]:
    return st.floats(kind.ge, kind.le, allow_nan=False, allow_infinity=False)


def values_of(kind: types.Type) -> st.SearchStrategy[Any]:
    """Values that a field of this type accepts, as they are decoded."""
    match kind:
        case types.StrType():
            return _text(kind)
        case types.IntType():
            return _integer(kind)
        case types.FloatType():
            return _float(kind)
        case types.BoolType():
            return st.booleans()
        case types.NoneType():
            return st.none()
        case types.LiteralType(values=choices):
            return st.sampled_from(choices)
        case types.UnionType(types=members):
            return st.one_of([values_of(member) for member in members])
        case types.ListType(item_type=item, min_length=least):
            return st.lists(values_of(item), min_size=least or 0, max_size=3)
        case types.TupleType(item_types=items):
            return st.tuples(*[values_of(item) for item in items])
        case types.DictType(key_type=key, value_type=item):
            return st.dictionaries(values_of(key), values_of(item), max_size=3)
        case types.StructType(cls=cls):
            return structs(cls)
        case types.AnyType():
            return json_values
    raise TypeError(f"no strategy for {kind!r}")


def structs(cls: type) -> st.SearchStrategy[Any]:
    """Instances of one declared struct, with optional fields present or left out."""
    info = types.type_info(cls)
    assert isinstance(info, types.StructType)
    required = {f.name: values_of(f.type) for f in info.fields if f.required}
    optional = {f.name: values_of(f.type) for f in info.fields if not f.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: cls(**given))


client_messages = st.one_of([structs(cls) for cls in get_args(AnyClientMessage)])
server_messages = st.one_of([structs(cls) for cls in get_args(AnyServerMessage)])
