"""The Python interface: checks and extracts as functions, their outcomes as plain data."""
