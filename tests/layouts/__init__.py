"""Layouts as sites, Word and copying make them: whatever wraps a report, it is read the same."""
