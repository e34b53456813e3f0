"""What stands in the park: pure scene state, exhibits, walkable floors and the demo park."""
