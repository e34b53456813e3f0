"""The steps that lead an older archive to the tables of today."""
