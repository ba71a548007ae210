"""Writes the documents that say what the rules say: ``make docs``. Tests demand that they fit."""
