"""Scans and pictures, read by a recogniser of characters."""
