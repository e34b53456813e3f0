"""The buildings: one file each, drawn in its own axes with its front towards +Z."""
