"""Saved work and the translation memory, in one SQLite file of the user's.

`store` is the door; the rest are its tables and what is done with them. It may be used by several threads and programs
at once.
"""
