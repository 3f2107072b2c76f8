"""Saved work and the translation memory, in one SQLite file that belongs to the user.

`store` is the entry point; the other modules are its tables and the operations on them. Several threads and programs
may use it at once.
"""
