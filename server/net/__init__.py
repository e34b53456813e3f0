"""The doors: HTTP, pages, assets and the live socket, on one port."""
