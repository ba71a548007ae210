"""Checks in a real browser: ``python -m pytest tests/browser/html_report.py``.

They need Chromium and the extra ``browser``, so they are no part of the usual test run.
"""
