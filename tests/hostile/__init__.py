"""Bad input, made and read: see make.py and run.py."""
