"""For every rule a mutation that breaks exactly it, and what a check makes of it.

The catalogue says how one mistake comes into a report; it is tried on random consistent reports
in every layout and on real ones. ``make accuracy`` prints the figures.
"""
