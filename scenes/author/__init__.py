"""Authoring GLB files by code: describe a Model, get its bytes."""

from scenes.author.model import (
    Channel,
    Clip,
    Instances,
    Material,
    Model,
    Node,
    Part,
    Surface,
)
from scenes.author.turn import about
from scenes.author.write import build_glb

__all__ = [
    "Channel",
    "Clip",
    "Instances",
    "Material",
    "Model",
    "Node",
    "Part",
    "Surface",
    "about",
    "build_glb",
]
