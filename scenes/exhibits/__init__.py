"""From a staff member's glTF file to levels that a headset can draw, with nothing lost on the way.

``pipeline.judge`` decides whether a file may come in, ``pipeline.build`` makes what is published.
"""
