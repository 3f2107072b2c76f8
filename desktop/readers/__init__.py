"""Readers: one file per format, path to article."""
