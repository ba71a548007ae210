"""From findings to people and programs: messages, plain text, JSON and the terminal.

A finding carries facts; a message is its rule's template filled with them; a reporter is a
pure function of a run.
"""
