"""Damaged and twisted files for every reader: none may crash it, hang it or take all memory."""
