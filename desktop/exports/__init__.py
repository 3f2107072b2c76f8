"""Exports: one file per format, document to bytes, and one writer that never leaves half a file."""
