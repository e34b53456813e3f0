"""The declared messages as the printers read them."""

from __future__ import annotations

from server.wire.printed.shape import read_docstring, wire_shape


def test_a_docstring_holds_prose_and_fields() -> None:
    text = """Says something.

    More of it.

    id: the request
    at: metres,
        from here
    """
    words, fields = read_docstring(text)
    assert words == "Says something.\n\nMore of it."
    assert fields == {"id": "the request", "at": "metres, from here"}


def test_every_message_and_every_field_is_explained() -> None:
    shape = wire_shape()
    for struct in (*shape.structs, *shape.client, *shape.server):
        assert struct.words.endswith("."), struct.name
        assert [field.name for field in struct.fields if not field.words] == [], struct.name


def test_no_explanation_is_of_a_field_that_is_gone() -> None:
    from server.wire import messages

    shape = wire_shape()
    for struct in (*shape.structs, *shape.client, *shape.server):
        _, explained = read_docstring(getattr(messages, struct.name).__doc__)
        assert set(explained) == {field.name for field in struct.fields}, struct.name


def test_names_are_told_apart() -> None:
    shape = wire_shape()
    for side in (shape.client, shape.server):
        assert len({struct.tag for struct in side}) == len(side)
    titles = [struct.title for struct in (*shape.structs, *shape.client, *shape.server)]
    assert len(set(titles)) == len(titles)


def test_a_client_may_leave_out_what_has_a_default_and_the_server_does_not() -> None:
    shape = wire_shape()
    auth = next(struct for struct in shape.client if struct.tag == "auth")
    patch = next(struct for struct in shape.server if struct.tag == "patch")
    assert [field.name for field in auth.fields if not field.optional] == ["version"]
    assert not any(field.optional for field in patch.fields)
