"""Resumable uploads by tus 1.0.0 (https://tus.io/protocols/resumable-upload).

With the extensions creation, creation-with-upload, expiration, checksum and termination. What an
upload is for is said elsewhere: ``POST /api/v1/exhibits``.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator
from email.utils import formatdate
from typing import Any, Final

from aiohttp import web

from server.errors import RequestError
from server.net.metadata import decode
from server.net.reading import pieces
from server.net.registration.bounds import check_upload
from server.net.route import Asked
from server.run.uploads.errors import UploadError
from server.run.uploads.upload import Checksum, Upload

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,expiration,checksum,termination"
ALGORITHMS: Final = ("sha1", "sha256")
PIECE: Final = "application/offset+octet-stream"
UPLOADS: Final = "/api/v1/uploads"
LONGEST_NAME: Final = 1024


async def sign(request: web.BaseRequest, answer: web.StreamResponse) -> None:
    """Every answer about uploads, refusals too, says which protocol it speaks."""
    if request.path == UPLOADS or request.path.startswith(UPLOADS + "/"):
        answer.headers["Tus-Resumable"] = VERSION
        if answer.status == 412:
            answer.headers["Tus-Version"] = VERSION


async def options_uploads(asked: Asked) -> web.Response:
    """What this server can do."""
    headers = {
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(asked.park.settings.max_exhibit_bytes),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }
    return web.Response(status=204, headers=headers)


async def post_uploads(asked: Asked) -> web.Response:
    """Begin an upload; its first piece may come along."""
    request = asked.request
    _check_version(request)
    size = _number(request, "Upload-Length", "upload_length")
    told = request.headers.get("Upload-Metadata", "")
    pairs = decode(told)
    name, media = pairs.get("filename", ""), pairs.get("filetype", "")
    if len(name) > LONGEST_NAME or len(media) > LONGEST_NAME:
        raise RequestError("upload_metadata")
    with_piece = request.content_type == PIECE
    checksum = _checksum(request) if with_piece else None
    uploads = asked.park.uploads
    await check_upload(asked, size)
    upload = await uploads.create(asked.actor.id, name, size, media, told)
    asked.park.workers_wanted()
    headers = {"Location": f"{UPLOADS}/{upload.id}"}
    if with_piece:
        await uploads.append(upload, 0, _body(request, size), checksum)
        headers["Upload-Offset"] = str(upload.offset)
    return web.Response(status=201, headers={**headers, **_expiry(asked, upload)})


async def get_upload(asked: Asked) -> web.Response:
    """How far an upload has come (HEAD, by tus), or the same as JSON (GET)."""
    request = asked.request
    if request.method == "HEAD":
        return _head(asked)
    return web.json_response(_shown(asked, _upload(asked)))


async def get_uploads(asked: Asked) -> web.Response:
    """Uploads that nothing has been made of yet: what was begun can be found and gone on with."""
    own = asked.park.uploads.of(asked.actor.id)
    return web.json_response({"uploads": [_shown(asked, upload) for upload in own]})


def _shown(asked: Asked, upload: Upload) -> dict[str, Any]:
    return {
        "id": upload.id,
        "name": upload.kept.name,
        "metadata": upload.kept.told,
        "bytes": upload.kept.bytes,
        "offset": upload.offset,
        "sha256": upload.kept.sha256,
        "expires": asked.park.uploads.expires(upload),
    }


def _head(asked: Asked) -> web.Response:
    _check_version(asked.request)
    upload = _upload(asked)
    headers = {
        "Upload-Offset": str(upload.offset),
        "Upload-Length": str(upload.kept.bytes),
        "Cache-Control": "no-store",
        **_expiry(asked, upload),
    }
    if upload.kept.told:
        headers["Upload-Metadata"] = upload.kept.told
    return web.Response(headers=headers)


async def patch_upload(asked: Asked) -> web.Response:
    """Add a piece where the upload stands."""
    request = asked.request
    _check_version(request)
    if request.content_type != PIECE:
        raise RequestError("unsupported_media")
    offset = _number(request, "Upload-Offset", "bad_request")
    checksum = _checksum(request)
    upload = _upload(asked)
    if offset != upload.offset:
        raise UploadError("upload_offset")
    rest = upload.kept.bytes - offset
    await asked.park.uploads.append(upload, offset, _body(request, rest), checksum)
    headers = {"Upload-Offset": str(upload.offset), **_expiry(asked, upload)}
    return web.Response(status=204, headers=headers)


async def delete_upload(asked: Asked) -> web.Response:
    """Take an upload away."""
    _check_version(asked.request)
    await asked.park.uploads.remove(_upload(asked))
    return web.Response(status=204)


async def post_upload(asked: Asked) -> web.Response:
    """PATCH or DELETE for whom something on the way takes neither: X-HTTP-Method-Override."""
    meant = asked.request.headers.get("X-HTTP-Method-Override", "").upper()
    match meant:
        case "PATCH":
            return await patch_upload(asked)
        case "DELETE":
            return await delete_upload(asked)
        case "HEAD":
            return _head(asked)
    raise RequestError("method_not_allowed")


def _check_version(request: web.Request) -> None:
    if request.headers.get("Tus-Resumable") != VERSION:
        raise RequestError("tus_version")


def _upload(asked: Asked) -> Upload:
    owner = asked.actor.id
    return asked.park.uploads.get(asked.request.match_info["upload"], owner)


def _body(request: web.Request, most: int) -> AsyncIterator[bytes]:
    """The piece; one that says it is too long is refused before it is read."""
    if (request.content_length or 0) > max(most, 0):
        raise RequestError("too_large")
    return pieces(request)


def _number(request: web.Request, name: str, code: str) -> int:
    text = request.headers.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise RequestError(code)
    return int(text)


def _checksum(request: web.Request) -> Checksum | None:
    """The field ``Upload-Checksum``: an algorithm, a space, the digest in base64."""
    field = request.headers.get("Upload-Checksum")
    if field is None:
        return None
    algorithm, _, value = field.partition(" ")
    if algorithm not in ALGORITHMS:
        raise RequestError("checksum_unknown")
    try:
        return Checksum(algorithm, base64.b64decode(value, validate=True))
    except (binascii.Error, ValueError):
        raise RequestError("checksum_unknown") from None


def _expiry(asked: Asked, upload: Upload) -> dict[str, str]:
    return {"Upload-Expires": formatdate(asked.park.uploads.expires(upload), usegmt=True)}
