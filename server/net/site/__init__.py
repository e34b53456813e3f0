"""The park's profile, legal pages, settings and staff inbox."""
