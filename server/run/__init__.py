"""The engine room: performs effects, keeps time, runs the park."""
