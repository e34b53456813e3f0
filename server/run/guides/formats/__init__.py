"""Files that staff teach guides with, read as text: what runs inside the walled worker.

``reading.py`` beside this package is what the house uses; nothing here touches the world.
"""
