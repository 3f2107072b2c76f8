"""Exports: one file per format, document to text, and one writer that never leaves half a file."""
