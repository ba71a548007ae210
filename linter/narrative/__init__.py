"""What the running text of a report states, as records that rules can compare."""
