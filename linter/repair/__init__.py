"""Repairs: which there are for a report, and how they are written into a file of each format."""
