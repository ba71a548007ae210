"""Documents, and in ``docs.generate`` what writes those that follow from rules and figures."""
