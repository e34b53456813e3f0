"""The structure of a glTF 2.0 document, with the code names of Khronos' glTF-Validator.

Nothing is decoded, nothing is drawn from chance or disk, and no nesting is followed by recursion.
What passes can be read: every index leads somewhere, every element lies in bytes that are there.
"""

from __future__ import annotations

from scenes.exhibits.check.structure.check import check_structure

__all__ = ["check_structure"]
