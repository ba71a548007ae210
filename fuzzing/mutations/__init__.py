"""How a file is changed so that it stays a file of its format long enough to do harm."""
