"""The objects of core glTF 2.0, one file each: its table, and the rules no table can tell."""
