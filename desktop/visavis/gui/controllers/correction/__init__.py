"""Corrections: the English is edited in place, verified, or replaced by another translation or other words."""
