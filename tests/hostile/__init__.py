"""A corpus of bad input: see make.py and run.py."""
