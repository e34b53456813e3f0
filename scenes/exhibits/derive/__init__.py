"""An exhibit's levels of detail: L0, as fine as it came but smaller, to L3, seen first of all.

Every level is the whole document written anew around its own geometry, key frames and images:
names, extras, unknown extensions, skins, morph targets and variants stay where they were.
"""

from __future__ import annotations

from scenes.exhibits.derive.derived import Derived, Tell, derive

__all__ = ["Derived", "Tell", "derive"]
