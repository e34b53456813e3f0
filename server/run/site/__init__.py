"""What the park says of itself; the staff inbox."""
