"""What an exhibit has that must not be lost: read from a document, part by part.

``items`` are words of the JSON that a level keeps to the letter, ``ranges`` numbers that it keeps
within a tolerance, ``pose`` the place that the whole fills.
"""
