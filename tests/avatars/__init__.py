"""Tests of poses, presence and interest."""
