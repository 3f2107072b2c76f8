"""Saved work and the translation memory, in one SQLite file of the user's."""
