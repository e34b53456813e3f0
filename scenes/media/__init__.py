"""Images, video and documents for boards and stages: the same kind of gate that exhibits pass.

``pipeline.judge`` decides whether a file may come in, ``pipeline.build`` makes what is shown.
"""
