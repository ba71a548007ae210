"""What the rooms hand to each other: documents, reports, rules and findings.

Plain frozen data without behaviour of its own. Nothing in here imports another room.
"""
