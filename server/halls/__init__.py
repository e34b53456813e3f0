"""The hall: takes inputs and returns effects. Pure."""
