"""Compressed geometry: meshoptimizer's codecs and simplifier, Draco's decoder.

Each library lies behind one file: ``engine.py`` runs WebAssembly, ``draco.py`` knows DracoPy.
"""
