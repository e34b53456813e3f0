"""Every route once: what OpenAPI describes, the gate asks the policy about, and tests walk."""

from __future__ import annotations

from typing import Final

from server.net import api_exhibits, api_park, api_scene, api_session, bodies, health, pages
from server.net.assets import get_asset
from server.net.openapi import get_openapi
from server.net.route import Route

API: Final = "/api/v1"
HALL: Final = f"{API}/halls/{{hall}}"
GLB: Final = "model/gltf-binary"
AT: Final = "a place: x,y,z in metres"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/park", "park.read", api_park.get_park, "The park at a glance",
          answer=bodies.ParkAnswer),
    Route("GET", f"{API}/halls", "hall.read", api_park.get_halls, "Every hall",
          answer=bodies.HallList),
    Route("POST", f"{API}/halls", "hall.manage", api_park.post_hall, "Make a hall",
          body=bodies.HallNew, answer=bodies.HallSummary, status=201),
    Route("GET", HALL, "hall.read", api_park.get_hall, "One hall", answer=bodies.HallSummary),
    Route("PATCH", HALL, "hall.manage", api_park.patch_hall,
          "Rename a hall, change its capacity, open or close it",
          body=bodies.HallChange, answer=bodies.HallSummary),
    Route("DELETE", HALL, "hall.manage", api_park.delete_hall, "Take a hall away", status=204),
    Route("PUT", f"{HALL}/grounds", "hall.manage", api_exhibits.put_grounds,
          "Make a GLB the ground of a hall", answer=bodies.ExhibitAnswer, status=201, takes=GLB),
    Route("GET", f"{HALL}/scene", "scene.read", api_scene.get_scene, "The whole scene",
          answer=bodies.SceneAnswer),
    Route("PATCH", f"{HALL}/scene", "scene.interact", api_scene.patch_scene,
          "Edit the scene; answers when the edit is durable",
          body=bodies.PatchBody, answer=bodies.Revision),
    Route("GET", f"{HALL}/scene.glb", "scene.export", api_scene.get_glb,
          "The scene as one GLB", media=GLB),
    Route("POST", f"{HALL}/scene/undo", "scene.edit", api_scene.post_undo,
          "Undo your newest edit", answer=bodies.Revision),
    Route("POST", f"{HALL}/scene/redo", "scene.edit", api_scene.post_redo,
          "Do your last undone edit again", answer=bodies.Revision),
    Route("GET", f"{HALL}/manifest", "scene.read", api_scene.get_manifest,
          "What somebody at a place needs, most needed first",
          answer=bodies.ManifestAnswer, query={"at": AT}),
    Route("GET", f"{HALL}/path", "scene.read", api_scene.get_path,
          "A walkable way between two places",
          answer=bodies.PathAnswer, query={"from": AT, "to": AT}),
    Route("GET", f"{HALL}/draft", "draft.read", api_scene.get_draft, "The draft",
          answer=bodies.DraftAnswer),
    Route("DELETE", f"{HALL}/draft", "draft.edit", api_scene.delete_draft,
          "Throw the draft away", status=204),
    Route("POST", f"{HALL}/draft/publish", "scene.edit", api_scene.post_publish,
          "Publish the draft as one patch", answer=bodies.Revision),
    Route("GET", f"{HALL}/versions", "version.read", api_scene.get_versions, "Named versions",
          answer=bodies.VersionList),
    Route("POST", f"{HALL}/versions", "version.edit", api_scene.post_version,
          "Keep the present state under a name",
          body=bodies.VersionNew, answer=bodies.VersionAnswer, status=201),
    Route("POST", f"{HALL}/versions/{{version:[0-9]{{1,9}}}}/restore", "version.edit",
          api_scene.post_restore, "Go back to a version", answer=bodies.Revision),
    Route("POST", f"{API}/exhibits", "exhibit.add", api_exhibits.post_exhibit,
          "Put a trusted GLB on a plinth", answer=bodies.ExhibitAnswer, status=201, takes=GLB,
          query={"hall": "the hall's id", "at": "a plinth's id; none: the first free one",
                 "title": "what its card says"}),
    Route("GET", f"{API}/session", "session.open", api_session.get_session, "Who you are",
          answer=bodies.SessionAnswer),
    Route("POST", f"{API}/session", "session.open", api_session.post_session,
          "Sign in by the secret of an operator link",
          body=bodies.TokenBody, answer=bodies.SessionAnswer),
    Route("DELETE", f"{API}/session", "session.close", api_session.delete_session, "Sign out",
          status=204),
    Route("POST", f"{API}/operator-links", "link.make", api_session.post_link,
          "Make a one-time operator link", answer=bodies.LinkAnswer, status=201),
    Route("GET", f"{API}/live", "figures.read", api_park.get_live, "What goes on right now",
          answer=bodies.LiveAnswer),
    Route("GET", f"{API}/openapi.json", "park.read", get_openapi, "This description"),
    Route("GET", "/assets/{sha}", "asset.read", get_asset, "One asset, by its hash", media=GLB),
    Route("GET", "/healthz", "park.read", health.get_healthz, "Is the process alive"),
    Route("GET", "/readyz", "park.read", health.get_readyz, "Can visitors come in"),
    Route("GET", "/metrics", "metrics.read", health.get_metrics, "Prometheus metrics",
          media="text/plain"),
    Route("GET", "/", "park.read", pages.get_visitor_page, "The park", media="text/html"),
    Route("GET", "/h/{hall}", "park.read", pages.get_visitor_page, "The park, in one hall",
          media="text/html"),
    Route("GET", "/operator", "session.open", pages.get_operator_page, "The operator's live page",
          media="text/html", query={"key": "the secret of a one-time link"}),
    Route("GET", "/client/{path:.+}", "park.read", pages.get_client_file,
          "A file of the web client", media="application/octet-stream"),
)  # fmt: skip
