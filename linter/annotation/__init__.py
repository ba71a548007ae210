"""Copies of a file in which each finding stands where it belongs, for the person who mends it."""
