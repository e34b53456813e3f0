"""The grounds: about one square kilometre of park under an open sky."""
