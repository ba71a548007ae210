"""Findings in the formats of other programs: code scanning, CI, review and spreadsheets."""
