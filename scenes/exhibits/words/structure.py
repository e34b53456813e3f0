"""What findings about a document's structure mean and what to do about them, in two languages."""

from __future__ import annotations

from scenes.exhibits.words import structure_extensions, structure_objects, structure_schema

__all__ = ["WORDS"]

WORDS = {**structure_schema.WORDS, **structure_objects.WORDS, **structure_extensions.WORDS}
