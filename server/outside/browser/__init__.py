"""A browser of the server's own, which takes pictures of what people upload.

It has no network: every request is answered from the built client's folder and from the bytes that
a picture is taken of. Where there is no browser there are no photographs, and nothing else changes.
"""

from server.outside.browser.find import find_browser
from server.outside.browser.photographer import Photographer

__all__ = ["Photographer", "find_browser"]
