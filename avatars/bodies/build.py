"""From a name to the bytes of a VRM 1.0 file: the same bytes every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avatars.bodies import eyes, hair, limbs, mouth
from avatars.bodies.below import skirt, trousers
from avatars.bodies.face import Canvas, face
from avatars.bodies.field import smooth
from avatars.bodies.figure import Bone, Figure, Point, skeleton
from avatars.bodies.glasses import glasses
from avatars.bodies.head import Head
from avatars.bodies.jacket import jacket
from avatars.bodies.looks import LOOKS, Look
from avatars.bodies.mimic import SHAPES
from avatars.bodies.paint import iris_png
from avatars.bodies.piece import F64, Piece, dim, joined, mirrored
from avatars.bodies.styles import worn
from avatars.bodies.writing import Ball, Body, Cloth, Surface, write

WHITE = (0.83, 0.82, 0.83)


def vrm(name: str) -> bytes:
    """The body of that name (one of ``BODIES``) as a GLB; takes some seconds."""
    return write(body(name))


def body(name: str) -> Body:
    """A body, not yet written."""
    look = LOOKS[name]
    f = look.figure
    head = Head(look.features)
    canvas = Canvas(head)
    hair_worn = worn(look, head)
    eye = _placed(f, eyes.ball(canvas))
    face_skin = [grown(p, f) for p in _face(canvas, look)]
    iris = grown(joined(_irises(canvas)), f)
    hair_piece = grown(joined(hair_worn.pieces), f)
    skins = [
        limbs.neck(f, look.skin, look.neck),
        *_both(limbs.hand(f, look.skin, (1.0, 0.86, 0.80), look.slim)),
    ]
    cloths = jacket(f, look.cut, look.dyes, look.neck) + [grown(p, f) for p in hair_worn.trim]
    if look.glasses is not None:
        cloths += [grown(p, f) for p in glasses(look.glasses)]
    black = (0.016, 0.015, 0.018)
    hem = look.cut.rows[0][0]
    if look.below == "skirt":
        skins += _both(shaded(limbs.calf(f, look.legs), f.knee + 0.005))
        cloths += [shaded(skirt(f, look.dyes.below), hem), *_both(limbs.pump(f, black))]
    else:
        cloths += [
            *(
                shaded(piece, hem)
                for piece in trousers(f, look.dyes.below, 0.92 if look.neck < 0.05 else 1.0)
            ),
            *_both(limbs.shoe(f, black, (0.05, 0.045, 0.04))),
        ]
    flesh = Cloth("skin", roughness=0.7)
    meshes = {
        "Face": [
            Surface(joined(face_skin), flesh),
            Surface(iris, Cloth("eyes", roughness=0.3, image=iris_png(*look.iris))),
        ],
        "Body": [
            Surface(joined(skins), flesh),
            Surface(joined(cloths), Cloth("cloth")),
        ],
        "Hair": [Surface(hair_piece, Cloth("hair", roughness=0.55, double=True))],
    }
    bones = skeleton(f, eye)
    extra = [Bone(b.name, b.parent, _placed(f, np.array(b.place))) for b in hair_worn.bones]
    return Body(
        name=name,
        title=look.title,
        bones=bones,
        extra=extra,
        meshes=meshes,
        expressions=_expressions(),
        springs=hair_worn.springs,
        balls=_balls(f),
        overrides={"happy": "blend"},
    )


def shaded(piece: Piece, below: float) -> Piece:
    """A piece with the shade that hangs under a hem at a height, whatever the light."""
    return piece.painted(
        lambda p, c: c * (1 - 0.34 * smooth(p[:, 1], below - 0.075, below + 0.005))[:, None]
    )


def _both(piece: Piece) -> list[Piece]:
    return [piece, mirrored(piece)]


def _placed(f: Figure, p: F64) -> Point:
    at = p * f.size + np.array([0.0, f.face, 0.0])
    return float(at[0]), float(at[1]), float(at[2])


def grown(piece: Piece, f: Figure) -> Piece:
    """A piece of a head, put onto its body."""
    return replace(
        piece,
        positions=piece.positions * f.size + np.array([0.0, f.face, 0.0]),
        shapes={name: shape * f.size for name, shape in piece.shapes.items()},
    )


def _face(canvas: Canvas, look: Look) -> list[Piece]:
    skin = look.skin
    warm = dim(skin, 0.86, 0.66, 0.62)
    deep = dim(skin, 0.50, 0.28, 0.24)
    sides = [
        eyes.white(canvas, WHITE),
        eyes.brow(canvas, look.brow),
        eyes.fold(canvas, deep),
        *eyes.lashes(canvas, look.lash),
        eyes.rim(canvas, canvas.lid(), 0.0048, (warm, warm)),
        hair.ear(skin),
    ]
    return [
        face(canvas, skin, look.lip, look.blush),
        *sides,
        *(mirrored(p) for p in sides),
        mouth.bag(canvas),
        mouth.teeth(canvas),
        mouth.tongue(canvas),
    ]


def _irises(canvas: Canvas) -> list[Piece]:
    left = eyes.iris(canvas)
    return [left, mirrored(left), eyes.glint(canvas, 1.0), eyes.glint(canvas, -1.0)]


def _expressions() -> dict[str, dict[str, float]]:
    found = {name: {name: 1.0} for name in SHAPES}
    return {**found, **{f"look{way}": {} for way in ("Up", "Down", "Left", "Right")}}


def _balls(f: Figure) -> list[Ball]:
    head = f.face - f.head
    return [
        Ball("head", (0.0, head + 0.02, 0.0), 0.082 * f.size),
        Ball("head", (0.0, head - 0.055 * f.size, 0.012), 0.062 * f.size),
        Ball("neck", (0.0, 0.03, -0.004), 0.05),
    ]
