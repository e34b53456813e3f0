"""Order among visitors: mutes, removals, blocks, and reports."""
