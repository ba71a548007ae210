"""Workbooks: sheets as paragraphs and tables."""
